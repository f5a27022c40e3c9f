using System.Collections;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http.Features;

namespace TypedMetadata.Benchmarks.Pipeline;

/// <summary>The features of a call, used again for the next as Kestrel does: adding one allocates nothing, and the <c>HttpContext</c> is kept.</summary>
internal sealed class CallFeatures<TContext>(params KeyValuePair<Type, object>[] lasting) : IFeatureCollection, IHostContextContainer<TContext>
    where TContext : notnull
{
    private readonly List<KeyValuePair<Type, object?>> _added = new(capacity: 16);

    public TContext? HostContext { get; set; }

    public bool IsReadOnly => false;

    public int Revision { get; private set; }

    public object? this[Type key]
    {
        get
        {
            int index = IndexOf(key);
            return index >= 0 ? _added[index].Value : Lasting(key);
        }

        set
        {
            Revision++;
            int index = IndexOf(key);
            if (index >= 0)
            {
                _added[index] = new(key, value);
            }
            else
            {
                _added.Add(new(key, value));
            }
        }
    }

    public TFeature? Get<TFeature>() => (TFeature?)this[typeof(TFeature)];

    public void Set<TFeature>(TFeature? instance) => this[typeof(TFeature)] = instance;

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() =>
        lasting.Where(feature => IndexOf(feature.Key) < 0).Concat(_added.Where(feature => feature.Value is not null).Select(feature => new KeyValuePair<Type, object>(feature.Key, feature.Value!))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Reset()
    {
        Revision++;
        _added.Clear();
    }

    private int IndexOf(Type key)
    {
        for (int i = 0; i < _added.Count; i++)
        {
            if (_added[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }

    private object? Lasting(Type key)
    {
        foreach (KeyValuePair<Type, object> feature in lasting)
        {
            if (feature.Key == key)
            {
                return feature.Value;
            }
        }

        return null;
    }
}
