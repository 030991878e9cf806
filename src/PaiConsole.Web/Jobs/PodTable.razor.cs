using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs;

namespace PaiConsole.Web.Jobs;

/// <summary>The pods of a job, each with its earlier attempts.</summary>
public sealed partial class PodTable
{
    /// <summary>As the cloud lists them.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<JobPod> Pods { get; set; } = [];
}
