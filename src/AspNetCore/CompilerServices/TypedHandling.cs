using System.ComponentModel;
using Grpc.Core;

namespace TypedMetadata.CompilerServices;

/// <summary>Sets the trailing metadata that a typed method returns. Generated code calls it; it is not meant for your code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TypedHandling
{
    /// <summary>Completes a method that returns one response message.</summary>
    /// <exception cref="InvalidOperationException">The method returned no message or no record.</exception>
    public static Task<TMessage> RespondAsync<TMessage, TTrailing>(Task<TypedResponse<TMessage, TTrailing>> handling, ServerCallContext context)
        where TMessage : class
        where TTrailing : ITrailingMetadata<TTrailing> =>
        handling.IsCompletedSuccessfully ? Task.FromResult(Respond(handling.Result, context)) : AwaitAsync(handling, context);

    /// <summary>Completes a method that writes its response messages to a stream.</summary>
    /// <exception cref="InvalidOperationException">The method returned no record.</exception>
    public static async Task EndAsync<TTrailing>(Task<TTrailing> handling, ServerCallContext context)
        where TTrailing : ITrailingMetadata<TTrailing> =>
        Set(await handling.ConfigureAwait(false), context);

    private static async Task<TMessage> AwaitAsync<TMessage, TTrailing>(Task<TypedResponse<TMessage, TTrailing>> handling, ServerCallContext context)
        where TMessage : class
        where TTrailing : ITrailingMetadata<TTrailing> =>
        Respond(await handling.ConfigureAwait(false), context);

    // A default value was not made by the constructor, which checks it.
    private static TMessage Respond<TMessage, TTrailing>(TypedResponse<TMessage, TTrailing> response, ServerCallContext context)
        where TMessage : class
        where TTrailing : ITrailingMetadata<TTrailing>
    {
        if (response.Message is null)
        {
            throw Nothing<TTrailing>(context);
        }

        Set(response.TrailingMetadata, context);
        return response.Message;
    }

    private static void Set<TTrailing>(TTrailing? trailing, ServerCallContext context)
        where TTrailing : ITrailingMetadata<TTrailing> =>
        context.SetTrailingMetadata(trailing ?? throw Nothing<TTrailing>(context));

    private static InvalidOperationException Nothing<TTrailing>(ServerCallContext context) =>
        new($"The handler of '{ServerCall.MethodOf(context)}' returned no '{typeof(TTrailing).Name}', which a successful call requires. Return one, or throw an RpcException.");
}
