using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs;
using PaiConsole.Engine.Jobs;

namespace PaiConsole.Web.Jobs;

/// <summary>What the cloud has logged about a job, and about one of its pods.</summary>
public sealed partial class JobEvents
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private string? _pod;

    /// <summary>JobId.</summary>
    [Parameter, EditorRequired] public string JobId { get; set; } = "";

    [Inject] private JobQueries Queries { get; set; } = default!;
}
