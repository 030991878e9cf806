using PaiConsole.Domain;

namespace PaiConsole.Engine.Notebooks;

/// <summary>A session of a notebook as the cloud remembers it: from a start to a stop or a failure (DSW GetLifecycle).</summary>
/// <param name="Id">LifecycleId; null where the cloud gives none.</param>
/// <param name="Steps">The states it passed through, oldest first.</param>
public sealed record NotebookSession(string? Id, IReadOnlyList<NotebookStep> Steps);

/// <summary>A state in a session.</summary>
/// <param name="StatusWord">The cloud's word.</param>
/// <param name="Phase">What it means.</param>
/// <param name="From">When it was entered; null where the cloud does not say.</param>
/// <param name="To">When it was left; null while it lasts.</param>
/// <param name="Reason">Why, where the cloud says.</param>
public sealed record NotebookStep(string StatusWord, Phase Phase, DateTimeOffset? From, DateTimeOffset? To, Domain.Workspaces.Reason? Reason);

/// <summary>A line that DSW itself wrote about a notebook (DSW ListSystemLogs).</summary>
/// <param name="At">When; null where the cloud does not say.</param>
/// <param name="Level">The cloud's word, such as <c>Error</c>.</param>
/// <param name="Text">Plain text: never markup.</param>
public sealed record SystemLogRow(DateTimeOffset? At, string Level, string Text);
