using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Costs;
using PaiConsole.Web.Shared.Skus;

namespace PaiConsole.Web.Jobs;

/// <summary>The fields of a job, each with what is wrong with it right below.</summary>
public sealed partial class JobForm
{
    private static readonly string[] Types = ["PyTorchJob", "TFJob", "MPIJob", "XGBoostJob", "OneFlowJob", "ElasticBatchJob", "RayJob"];

    /// <summary>What is being typed; changed in place.</summary>
    [Parameter, EditorRequired] public JobDraft Draft { get; set; } = default!;
    /// <summary>What the checks say of it.</summary>
    [Parameter] public IReadOnlyList<Finding> Findings { get; set; } = [];
    /// <summary>Known images, datasets and types.</summary>
    [Parameter, EditorRequired] public PreflightContext Context { get; set; } = default!;
    /// <summary>Something was typed.</summary>
    [Parameter] public EventCallback OnChange { get; set; }

    [Inject] private PriceDesk Prices { get; set; } = default!;

    private IReadOnlyList<PricedSku> Skus => PricedSku.All(Context, Prices);

    // Errors and warnings stand at their field; assumptions are told in the list beside the form.
    private static bool Stands(Finding finding, string field) =>
        finding.Severity != Severity.Info && finding.Field is { } at
        && (at == field || (field is "env" || field.EndsWith(']')) && at.StartsWith(field + ".", StringComparison.Ordinal));

    private EventCallback<ChangeEventArgs> Set(Action<string> set) => EventCallback.Factory.Create<ChangeEventArgs>(
        this, change => Change(() => set(change.Value as string ?? "")));

    private EventCallback<ChangeEventArgs> SetNumber(Action<long?> set) => EventCallback.Factory.Create<ChangeEventArgs>(
        this, change => Change(() => set(long.TryParse(change.Value as string, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null)));

    private EventCallback<ChangeEventArgs> SetFraction(Action<decimal?> set) => EventCallback.Factory.Create<ChangeEventArgs>(
        this, change => Change(() => set(decimal.TryParse(change.Value as string, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null)));

    private Task Change(Action change)
    {
        change();
        return OnChange.InvokeAsync();
    }
}
