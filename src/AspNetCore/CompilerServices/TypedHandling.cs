using System.ComponentModel;
using Grpc.Core;

namespace TypedMetadata.CompilerServices;

/// <summary>What the generated code of typed services calls when the user's method has been called: it sets the trailing metadata that the method returns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TypedHandling
{
    /// <summary>Ends a method that returns one message.</summary>
    /// <exception cref="InvalidOperationException">The method returned nothing.</exception>
    public static Task<TMessage> RespondAsync<TMessage, TTrailing>(Task<TypedResponse<TMessage, TTrailing>> handling, ServerCallContext context)
        where TMessage : class
        where TTrailing : ITrailingMetadata<TTrailing> =>
        handling.IsCompletedSuccessfully ? Task.FromResult(Respond(handling.Result, context)) : AwaitAsync(handling, context);

    /// <summary>Ends a method that writes its messages itself.</summary>
    /// <exception cref="InvalidOperationException">The method returned nothing.</exception>
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
        new($"The handler of '{ServerCall.MethodOf(context)}' returned no '{typeof(TTrailing).Name}', and the call cannot succeed without it: return one, or throw an RpcException.");
}
