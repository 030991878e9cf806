using PaiConsole.Cloud;

namespace PaiConsole.Engine.Syncing;

/// <summary>One keyed, level-triggered sync: reads the cloud, compares, writes what changed. Running it twice changes nothing.</summary>
internal interface ISync
{
    /// <summary>Its name in schedules, health and logs.</summary>
    string Key { get; }

    /// <summary>Something is in transition or somebody watches: look again within seconds.</summary>
    bool IsRestless { get; }

    /// <summary>Looks once. Throws nothing for a fault of the cloud: that marks the data stale.</summary>
    Task<SyncResult> RunAsync(CancellationToken ct);
}

/// <summary>What one look brought.</summary>
/// <param name="Ok">It was complete.</param>
/// <param name="Changed">Rows written.</param>
/// <param name="Again">There is more to read at once.</param>
/// <param name="RetryAfter">The cloud asked for a pause.</param>
/// <param name="Refused">The cloud refused, or took, the credentials; null where the look does not tell.</param>
internal readonly record struct SyncResult(bool Ok, int Changed, bool Again = false, TimeSpan? RetryAfter = null, bool? Refused = null)
{
    /// <summary>What a failure, or none, says of the credentials.</summary>
    public static bool? IsRefusal(PaiApiException? failure) => failure is null ? false : failure.IsCredentialFault ? true : null;
}
