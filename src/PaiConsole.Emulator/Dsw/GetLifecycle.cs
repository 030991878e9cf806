using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>
/// GET /api/v2/instances/{InstanceId}/lifecycle. A session runs from a start until the instance fails or is stopped; Limit counts sessions and
/// SessionNumber is the offset of the first. Inferred: the offset is counted from 0 in the order asked for, the newest session comes first unless asked otherwise,
/// a session is in a time window when any status of it is (and then only those are told), TotalCount counts sessions before offset and limit.
/// </summary>
internal sealed class GetLifecycle : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(GetLifecycle);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        var (from, to) = (call.Instant("StartTime"), call.Instant("EndTime"));
        var skip = call.Int("SessionNumber", 0);
        var limit = call.Int("Limit", int.MaxValue);
        if (skip < 0 || limit < 1)
            throw WireError.Invalid(Product, "SessionNumber must not be negative and Limit must be at least 1.");

        var ascending = string.Equals(call.Text("Order"), "ASC", StringComparison.OrdinalIgnoreCase);
        var found = notebook.History.Sessions
            .Select(s => (s.Id, Stays: s.Stays.Where(stay => (to is null || stay.From <= to) && (from is null || stay.To is null || stay.To > from)).ToList()))
            .Where(s => s.Stays.Count > 0).ToList();
        return new
        {
            TotalCount = found.Count,
            Lifecycle = InOrder(found, ascending).Skip(skip).Take(limit).Select(s => InOrder(s.Stays, ascending).Select(stay => new
            {
                stay.Status,
                stay.ReasonCode,
                stay.ReasonMessage,
                GmtCreateTime = WireJson.Iso(stay.From),
                GmtEndTime = WireJson.Iso(stay.To),
                LifecycleId = s.Id,
            }).ToArray()).ToArray(),
        };
    }

    private static IEnumerable<T> InOrder<T>(IReadOnlyList<T> oldestFirst, bool ascending) => ascending ? oldestFirst : oldestFirst.Reverse();
}
