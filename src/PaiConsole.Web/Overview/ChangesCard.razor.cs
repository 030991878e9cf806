using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Overview;

/// <summary>The newest changes of state over all kinds.</summary>
public sealed partial class ChangesCard
{
    /// <summary>Newest first.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<StateChange> Changes { get; set; } = [];
}
