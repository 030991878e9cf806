using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;
using PaiConsole.Engine.Jobs.Sweeps;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Jobs.Sweeps;

/// <summary>The jobs of a sweep with their values, and their sums below.</summary>
public sealed partial class SweepTable
{
    /// <summary>The sweep.</summary>
    [Parameter, EditorRequired] public SweepView Sweep { get; set; } = default!;

    [CascadingParameter] private Now? Now { get; set; }

    // Each line counts on with the world's clock: so does the sum, of the same instant.
    private Money? Cost => Now is { } now
        ? Money.SumOfMain(Sweep.Members.Select(line => line.Job?.Cost.ToDate(now.At)).OfType<Money>())
        : Sweep.Cost;

    private string Say(TimeSpan? span) => span is { } known ? L.Exact(known) : "–";
}
