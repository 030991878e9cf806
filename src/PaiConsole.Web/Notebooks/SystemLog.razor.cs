using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Notebooks;

namespace PaiConsole.Web.Notebooks;

/// <summary>What DSW itself wrote about a notebook.</summary>
public sealed partial class SystemLog
{
    /// <summary>Newest first.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<SystemLogRow> Lines { get; set; } = [];
}
