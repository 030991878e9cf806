using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Syncing;
using PaiConsole.Engine;

namespace PaiConsole.Web.Notebooks;

/// <summary>What stops a running notebook by itself, and when: a ring that runs down while it idles.</summary>
public sealed partial class StopsBy
{
    /// <summary>The notebook.</summary>
    [Parameter, EditorRequired] public NotebookRow Row { get; set; } = default!;

    [Inject] private SyncHealth Health { get; set; } = default!;

    private DateTimeOffset? Deadline => Countdown.Of(Row, Health.Of(ResourceKind.Notebook).AsOf);
    private string Said => string.Join(Environment.NewLine, Row.Policies.Select(policy => $"{policy.Source}: {policy.Expression}"));

    // Minutes of the rule, where it is the rule that stops it then and not a policy before it.
    private int? Rule(DateTimeOffset stop) => Row.Policies.Any(policy => policy.StopsAt == stop) ? null : Row.IdleRuleMinutes;
}

/// <summary>When an idle notebook will be stopped.</summary>
public static class Countdown
{
    /// <summary>By its rule, or by a policy where that comes first; null while nothing counts down.</summary>
    /// <param name="row">The notebook.</param>
    /// <param name="asOf">When its idle minutes were read, cloud time.</param>
    public static DateTimeOffset? Of(NotebookRow row, DateTimeOffset? asOf)
    {
        // The service stops it once its idle minutes are more than the rule's, and counts them every minute.
        DateTimeOffset? rule = row is { IdleRuleMinutes: { } most, IdleMinutes: > 0 and var idle } && asOf is { } at ? at.AddMinutes(Math.Max(0, most - idle + 1)) : null;
        var policy = row.Policies.Where(policy => policy.StopsAt is not null).Min(policy => policy.StopsAt);
        return rule is null || policy < rule ? policy ?? rule : rule;
    }
}
