using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs;

namespace PaiConsole.Web.Jobs;

/// <summary>What the cloud says of a job, field by field.</summary>
public sealed partial class JobFacts
{
    private static readonly string[] SecretParts = ["SECRET", "TOKEN", "PASSWORD", "PASSWD", "ACCESS_KEY", "API_KEY", "CREDENTIAL"];

    /// <summary>As last observed.</summary>
    [Parameter, EditorRequired] public TrainingJob Job { get; set; } = default!;

    // People put secrets into environments; whoever may see the job need not see them.
    private static string Shown(string name, string value) =>
        SecretParts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)) ? "••••••" : value;
}
