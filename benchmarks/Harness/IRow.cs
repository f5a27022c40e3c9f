namespace TypedMetadata.Benchmarks.Harness;

/// <summary>One row of the table of targets.</summary>
internal interface IRow
{
    /// <summary>Its number.</summary>
    string Number { get; }

    /// <summary>Measures it.</summary>
    Task<IReadOnlyList<Figure>> MeasureAsync(RunOptions pace);
}
