using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;

namespace PaiConsole.Web.Overview;

/// <summary>What everything that runs costs per hour, and how much of it is known.</summary>
public sealed partial class BurnTile
{
    /// <summary>Sum of the known rates; null until it has been read.</summary>
    [Parameter, EditorRequired] public Money? PerHour { get; set; }
    /// <summary>Running objects without a known price.</summary>
    [Parameter] public int Unpriced { get; set; }
}
