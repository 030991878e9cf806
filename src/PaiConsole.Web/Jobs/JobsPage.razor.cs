using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;
using PaiConsole.Engine;
using PaiConsole.Engine.Jobs;
using PaiConsole.Web.Shared.Tables;

namespace PaiConsole.Web.Jobs;

/// <summary>Every training job: what runs, what failed, on what, at what price.</summary>
public sealed partial class JobsPage
{
    private static readonly Phase[] Phases = [Phase.Running, Phase.InTransition, Phase.Failed, Phase.Succeeded, Phase.Stopped];

    [Inject] private JobQueries Queries { get; set; } = default!;
    [Inject] private JobVerbs Verbs { get; set; } = default!;
    [Inject] private CloudNow CloudClock { get; set; } = default!;
    [Inject] private RowCells Draw { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "more")] private string? More { get; set; }

    private IReadOnlyList<TableColumn> Columns { get; set; } = [];
    private IReadOnlyList<TableColumn> MoreColumns { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Columns =
        [
            new("name", L["Col.Name"]),
            new("status", L["Col.Status"], "172px"),
            new("", J["Col.Type"], "172px", Roomy: true),
            new("owner", L["Col.Owner"], "132px", Roomy: true),
            new("sku", L["Col.Sku"], "136px", Roomy: true),
            new("costPerHour", L["Col.PerHour"], "100px", Numeric: true),
            new("costToDate", L["Col.ToDate"], "104px", Numeric: true, Roomy: true),
            new("created", L["Col.Created"], "92px", Numeric: true, Roomy: true),
        ];
        MoreColumns =
        [
            new("", L["Col.Id"], "160px", Roomy: true),
            new("", J["Col.Gpus"], "64px", Numeric: true, Roomy: true),
            new("", J["Col.Queued"], "96px", Numeric: true, Roomy: true),
            new("", J["Col.Duration"], "96px", Numeric: true, Roomy: true),
        ];
    }

    private Task MoveAsync(IReadOnlyList<JobRow> rows, ChangeEventArgs change) =>
        int.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var priority) ? Verbs.SetPriorityAllAsync(rows, priority) : Task.CompletedTask;
}
