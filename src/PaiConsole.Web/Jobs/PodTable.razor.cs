using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs;

namespace PaiConsole.Web.Jobs;

/// <summary>The pods of a job, each with its earlier attempts.</summary>
public sealed partial class PodTable
{
    /// <summary>JobId.</summary>
    [Parameter, EditorRequired] public string JobId { get; set; } = "";
    /// <summary>As the cloud lists them.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<JobPod> Pods { get; set; } = [];

    private string Log(string pod, string? attempt) =>
        $"/jobs/{Uri.EscapeDataString(JobId)}?tab=logs&pod={Uri.EscapeDataString(pod)}" + (attempt is null ? "" : $"&attempt={Uri.EscapeDataString(attempt)}");
}
