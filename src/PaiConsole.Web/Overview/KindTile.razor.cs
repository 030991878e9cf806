using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;
using PaiConsole.Engine.Overview;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Overview;

/// <summary>One kind of object at a glance; each number leads to the list it counts.</summary>
public sealed partial class KindTile
{
    /// <summary>The figures.</summary>
    [Parameter, EditorRequired] public KindSummary Summary { get; set; } = default!;

    // Nothing runs: that costs nothing, which is known.
    private Money? PerHour => Summary.Totals.PerHour ?? (Summary.Totals.Unpriced == 0 ? Money.Cny(0) : null);

    private string List(Phase phase, string more = "") => $"{KindPath.Of(Summary.Kind)}?status={phase}{more}";
}
