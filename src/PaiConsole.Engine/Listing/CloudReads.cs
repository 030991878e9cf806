using PaiConsole.Cloud;

namespace PaiConsole.Engine.Listing;

/// <summary>The cloud did not give what was asked for on the spot. What is stored is not touched.</summary>
public sealed class CloudUnavailableException : Exception
{
    internal CloudUnavailableException(PaiApiException fault)
        : base(fault.CloudMessage, fault) => (Code, RequestId, IsNotFound) = (fault.Code, fault.RequestId, fault.IsNotFound);

    /// <summary>The cloud's error code.</summary>
    public string Code { get; }

    /// <summary>The cloud's request id, where there was an answer.</summary>
    public string? RequestId { get; }

    /// <summary>The cloud says that it does not exist.</summary>
    public bool IsNotFound { get; }
}

/// <summary>Reads that go to the cloud when somebody looks, such as logs and metrics.</summary>
internal static class CloudReads
{
    public static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (PaiApiException fault)
        {
            throw new CloudUnavailableException(fault);
        }
    }
}
