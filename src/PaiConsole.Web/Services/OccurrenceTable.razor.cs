using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Services;

namespace PaiConsole.Web.Services;

/// <summary>What happened to a service, newest first.</summary>
public sealed partial class OccurrenceTable
{
    /// <summary>The rows.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<ServiceOccurrence> Events { get; set; } = [];
}
