using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PaiConsole.Domain.Storage;
using PaiConsole.Web.Resources;

namespace PaiConsole.Web.Jobs;

/// <summary>Which checkpoint a restart would use, and how much would be done again.</summary>
public sealed partial class CheckpointRestart
{
    /// <summary>Where a restart would go on.</summary>
    [Parameter, EditorRequired] public ResumePlan Plan { get; set; } = default!;

    [Inject] private IStringLocalizer<StorageWords> T { get; set; } = default!;

    private string Lost => (Plan.LostSteps, Plan.LoggedStep) switch
    {
        (0, { } logged) => T["Ckpt.Lost.None", Number(logged)],
        ({ } lost, { } logged) => T["Ckpt.Lost", Number(lost), Number(logged)],
        (null, { } logged) when Plan.IsAheadOfLog => T["Ckpt.Ahead", Number(logged)],
        _ => T["Ckpt.Lost.Unknown"],
    };

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
