using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Shared.Details;

/// <summary>What an object has cost up to now; it moves with the cloud's clock while it runs.</summary>
public sealed partial class CostToDate
{
    private Money? _amount;

    /// <summary>Rate, settled part and start of the open part.</summary>
    [Parameter, EditorRequired] public RunningCost Cost { get; set; } = default!;

    [CascadingParameter] private Now Now { get; set; } = default!;

    /// <inheritdoc/>
    protected override void OnParametersSet() => _amount = Cost.ToDate(Now.At);
}
