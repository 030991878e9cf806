using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Costs;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Shared.Details;

/// <summary>What an object costs per hour at this moment; a dash while it costs nothing, with its rate on hover.</summary>
public sealed partial class RateNow
{
    /// <summary>The cost.</summary>
    [Parameter, EditorRequired] public RunningCost Cost { get; set; } = default!;
    /// <summary>Where the price comes from.</summary>
    [Parameter] public Price? Price { get; set; }
}
