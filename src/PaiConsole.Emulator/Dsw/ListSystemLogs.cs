using System.Globalization;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>
/// GET /api/v2/systemlogs. The cloud calls it deprecated and still serves it. Inferred: without an instance it tells of all of them, a page holds 100 lines,
/// oldest first unless asked otherwise, and the Offset that comes back leads to the next page and is empty after the last.
/// </summary>
internal sealed class ListSystemLogs : IWireOperation
{
    private const int PageSize = 100;

    /// <summary>The documented problem categories, and the status in which a session that fits one came to grief.</summary>
    private static readonly Dictionary<string, Func<Session, bool>> Problems = new(StringComparer.Ordinal)
    {
        ["InstanceCreateFailed"] = s => Failed(s) && s.Stays[0].Status == "Creating",
        ["InstanceStartFailed"] = s => Failed(s) && s.Stays[0].Status != "Creating",
        ["InstanceTerminating"] = s => s.Stays.Exists(stay => stay.Status == "Stopping"),
    };

    public string Product => Transport.Product.Dsw;

    public string Name => nameof(ListSystemLogs);

    public object Handle(WireCall call)
    {
        if (call.Text("SortBy") is { } field && field is not ("GmtCreateTime" or "GmtModifiedTime"))
            throw WireError.Invalid(Product, $"SortBy '{field}' is not GmtCreateTime or GmtModifiedTime.");

        // The cursor is the place in the oldest-first order, which new lines never move.
        var lines = Found(call);
        var descending = string.Equals(call.Text("Order"), "DESC", StringComparison.OrdinalIgnoreCase);
        var at = call.Text("Offset") is { } cursor ? Place(cursor) : descending ? lines.Count : 0;
        at = Math.Min(at, lines.Count);
        var page = descending
            ? lines.Take(at).Reverse().Take(PageSize).ToList()
            : lines.Skip(at).Take(PageSize).ToList();
        var next = descending ? at - page.Count : at + page.Count;
        var more = descending ? next > 0 : next < lines.Count;
        return new
        {
            Offset = more ? next.ToString(CultureInfo.InvariantCulture) : "",
            SystemLogs = page.Select(l => new { l.Content, GmtCreateTime = WireJson.Iso(l.At), l.Level }).ToArray(),
        };
    }

    private List<SystemLine> Found(WireCall call)
    {
        // No line knows the request it came from.
        if (call.Text("SourceRequestId") is not null)
            return [];
        IEnumerable<Notebook> notebooks = call.Text("InstanceId") is { } id ? [call.World.Notebooks.Need(id)] : call.World.Notebooks.All;
        var lines = notebooks.SelectMany(SystemLog.Of);
        if (call.Instant("GmtStartTime") is { } from)
            lines = lines.Where(l => l.At >= from);
        if (call.Instant("GmtEndTime") is { } to)
            lines = lines.Where(l => l.At <= to);
        if (call.Text("LogLevel") is { } level)
            lines = lines.Where(l => string.Equals(l.Level, level, StringComparison.OrdinalIgnoreCase));
        if (call.Text("LifecycleId") is { } session)
            lines = lines.Where(l => l.Session.Id == session);
        if (call.Text("ProblemCategory") is { } problem)
            lines = Problems.TryGetValue(problem, out var fits)
                ? lines.Where(l => fits(l.Session))
                : throw WireError.Invalid(Product, $"ProblemCategory '{problem}' is none of {string.Join(", ", Problems.Keys)}.");
        return [.. lines.OrderBy(l => l.At)];
    }

    private int Place(string cursor) => int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
        ? place
        : throw WireError.Invalid(Product, $"Offset '{cursor}' did not come from this operation.");

    private static bool Failed(Session session) => session.Stays.Exists(s => s.Status == "Failed");
}
