using Microsoft.Extensions.Options;
using PaiConsole.Engine;
using PaiConsole.Engine.Auditing;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Web.Hosting;

/// <summary><c>/readyz</c>: is the console of use right now? For load balancers and restarts, so it says no names.</summary>
internal sealed class Readiness(AuditQueries audit, SyncHealth health, CloudNow cloud, IOptions<PaiOptions> pai, IOptions<SyncOptions> sync, TimeProvider time)
{
    private const int FailuresThatCount = 3;
    private const int IntervalsThatCount = 4;

    // After the slowest back-off of a sync there has been one more try.
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(2);

    /// <summary>What is wrong, one word and a reason each; empty when all is well.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FaultsAsync(CancellationToken ct)
    {
        var faults = new SortedDictionary<string, string>(StringComparer.Ordinal);
        try
        {
            await audit.ListAsync(before: null, limit: 1, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            faults["database"] = "cannot be read";
        }
        foreach (var kind in Enum.GetValues<ResourceKind>())
        {
            var look = health.Of(kind);
            if (look.AsOf is null)
                faults[kind.ToString().ToLowerInvariant()] = "not looked at yet";
            else if (look.FailedLooks >= FailuresThatCount)
                faults[kind.ToString().ToLowerInvariant()] = "the last looks failed";
        }
        if (cloud.LastAnswerAt is not { } last || time.GetUtcNow() - last > Patience)
            faults["cloud"] = "has not answered for a while";
        return faults;
    }

    private TimeSpan Patience
    {
        get
        {
            var settled = TimeSpan.FromSeconds(sync.Value.SettledSeconds ?? (pai.Value.IsEmulator ? 15 : 60)) * IntervalsThatCount;
            return settled > Least ? settled : Least;
        }
    }
}

/// <summary>Maps it.</summary>
internal static class ReadinessEndpoint
{
    /// <summary><c>/readyz</c>: 200 when the database answers and the last look at the cloud was good; 503 says what is missing.</summary>
    public static void MapReadiness(this WebApplication app) =>
        app.MapGet("/readyz", async (Readiness readiness, CancellationToken ct) => await readiness.FaultsAsync(ct) is { Count: > 0 } faults
                ? Results.Json(new { status = "not ready", faults }, statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Json(new { status = "ready" }))
            .AllowAnonymous().ExcludeFromDescription();
}
