using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs;

namespace PaiConsole.Web.Jobs;

/// <summary>What the cloud says of a job, field by field.</summary>
public sealed partial class JobFacts
{
    /// <summary>As last observed.</summary>
    [Parameter, EditorRequired] public TrainingJob Job { get; set; } = default!;
}
