using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Notebooks;

/// <summary>The sessions of a notebook as the cloud remembers them, also from before the console first looked.</summary>
public sealed partial class SessionList
{
    /// <summary>Newest first.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<NotebookSession> Sessions { get; set; } = [];

    [CascadingParameter] private Now Now { get; set; } = default!;

    private string Length(NotebookSession session) => session.Steps is [{ From: { } from }, ..]
        ? L.Exact((session.Steps[^1].To ?? (session.Steps[^1].Phase is Domain.Phase.Stopped or Domain.Phase.Failed ? session.Steps[^1].From : null) ?? Now.At) - from)
        : "";
}
