using System.Text.Json;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>
/// PUT /api/v2/batch/autoshutdownpolicies/query: what may stop each instance. At most 100 instances, all of one workspace. Inferred: an unknown instance refuses
/// the whole call, one that does not run has its conditions with an idle time that is not known, and no instance at all answers an empty list.
/// </summary>
internal sealed class QueryAutoShutdownPolicies : IWireOperation
{
    private const int MostInstances = 100;
    private const int Unknown = -1;

    public string Product => Transport.Product.Dsw;

    public string Name => nameof(QueryAutoShutdownPolicies);

    public object Handle(WireCall call)
    {
        // The single id in the query is what a shared page sends.
        string[] ids = [.. BatchBody.InstanceIds(call), .. call.Text("InstanceId") is { } shared ? [shared] : Array.Empty<string>()];
        if (ids.Length > MostInstances)
            throw WireError.Invalid(Product, FormattableString.Invariant($"InstanceIds holds {ids.Length} ids; at most {MostInstances} are allowed."));
        var notebooks = ids.Distinct(StringComparer.Ordinal).Select(call.World.Notebooks.Need).ToList();
        if (notebooks.Select(n => n.WorkspaceId).Distinct(StringComparer.Ordinal).Count() > 1)
            throw WireError.Invalid(Product, "InstanceIds must all belong to one workspace.");
        return new { AutoShutdownPolicies = notebooks.Select(Policies).ToArray() };
    }

    private static object Policies(Notebook notebook)
    {
        var conditions = notebook.IdleStops.Where(s => s.Rule is not null)
            .Select(s => (s.SourceType, s.Expression, Context: Context(notebook, s))).ToList();
        var first = conditions.Count > 0 ? conditions[0] : default;
        return new
        {
            InstanceId = notebook.Id,
            Conditions = conditions.Select(c => new { c.SourceType, c.Expression, c.Context }).ToArray(),

            // The three deprecated fields repeat the first condition; that it is the first is inferred.
            first.SourceType,
            first.Expression,
            first.Context,
        };
    }

    /// <summary>
    /// Documented for a workspace's rule, and inferred to be the same for a user's: IdleDuration in minutes (integer, -1 for unknown) and
    /// IdleShutdownRemainingSeconds (long, left out unless above 0). DelayShutdownCountdownSeconds (long) comes only while a countdown before the stop
    /// runs; that EnableSkip (boolean) comes just as long is inferred.
    /// </summary>
    private static Dictionary<string, object> Context(Notebook notebook, IdleStop stop)
    {
        Dictionary<string, object> context = new(StringComparer.Ordinal)
        {
            ["IdleDuration"] = notebook.IsRunning && !notebook.Load.IsGap(notebook.World.Now) ? stop.IdleMinutes : Unknown,
        };
        if (stop.Left is { } left && left > TimeSpan.Zero)
            context["IdleShutdownRemainingSeconds"] = (long)left.TotalSeconds;
        if (stop is { StopsAt: { } end, Rule: { } rule } && end > notebook.World.Now)
        {
            context["DelayShutdownCountdownSeconds"] = (long)(end - notebook.World.Now).TotalSeconds;
            context["EnableSkip"] = rule.EnableSkip;
        }

        return context;
    }
}

/// <summary>The list of instances in the body of a batch operation.</summary>
internal static class BatchBody
{
    public static string[] InstanceIds(WireCall call) =>
        call.Body.Field("InstanceIds") is { } list ? [.. list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)] : [];
}
