using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Costs;
using PaiConsole.Web.Shared.Skus;

namespace PaiConsole.Web.Jobs;

/// <summary>Roles with their machines, and what machines that fit would cost.</summary>
public sealed partial class RoleFields
{
    private const int Most = 5;
    private static readonly string[] Policies = ["Always", "Never", "OnFailure", "ExitCode"];
    private static readonly string[] Types = ["Master", "Worker", "Chief", "PS", "Evaluator", "GraphLearn", "Head"];

    /// <summary>What is being typed; changed in place.</summary>
    [Parameter, EditorRequired] public JobDraft Draft { get; set; } = default!;
    /// <summary>Known types and prices.</summary>
    [Parameter, EditorRequired] public PreflightContext Context { get; set; } = default!;
    /// <summary>Draws what is wrong with a field.</summary>
    [Parameter, EditorRequired] public Func<string, RenderFragment> At { get; set; } = default!;
    /// <summary>Something was typed.</summary>
    [Parameter] public EventCallback OnChange { get; set; }

    [Inject] private PriceDesk Prices { get; set; } = default!;

    private IReadOnlyList<PricedSku> Skus { get; set; } = [];

    private int Cards { get; set; }

    private IReadOnlyList<PricedSku> Offers { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Skus = PricedSku.All(Context, Prices);
        // As many cards as the command starts processes for; where it does not say, as many as are chosen now.
        Cards = int.TryParse(LaunchCommand.Parse(Draft.Command).LaunchValue("nproc_per_node"), NumberStyles.None, CultureInfo.InvariantCulture, out var processes)
            ? processes
            : Context.Skus.Find(Draft.Roles.FirstOrDefault()?.Sku.Trim() ?? "")?.GpuCount ?? 0;
        Offers = Cards == 0 ? [] : [.. Skus.Where(item => item.Sku.GpuCount == Cards).Take(Most)];
    }

    private Task TakeAsync(PricedSku offer) => SetAsync(() => Draft.Roles.ForEach(role => role.Sku = offer.Sku.Type));

    private static long Number(object? value) =>
        long.TryParse(value as string, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private Task SetAsync(Action change)
    {
        change();
        return OnChange.InvokeAsync();
    }
}
