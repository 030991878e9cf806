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

    // A session is over when it comes to rest, however long it rests.
    private string Length(NotebookSession session) => session.Steps is [{ From: { } from }, ..]
        ? L.Exact((session.Steps[^1] is { Phase: Domain.Phase.Stopped or Domain.Phase.Failed } end ? end.From ?? Now.At : session.Steps[^1].To ?? Now.At) - from)
        : "";
}
