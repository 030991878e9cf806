using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;
using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Reference;
using PaiConsole.Web.Shared;
using PaiConsole.Web.Shared.Skus;
using PaiConsole.Web.Shared.Tables;

namespace PaiConsole.Web.Notebooks;

/// <summary>Another instance type: what the observed use would need, what is gained and lost, and the change in one go.</summary>
public sealed partial class SizeCard
{
    private string _sku = "";
    private bool _start = true;

    /// <summary>The notebook, live.</summary>
    [Parameter, EditorRequired] public NotebookRow Row { get; set; } = default!;
    /// <summary>Buttons make sense.</summary>
    [Parameter] public bool MayCommand { get; set; }

    [Inject] private NotebookQueries Queries { get; set; } = default!;
    [Inject] private NotebookVerbs Verbs { get; set; } = default!;
    [Inject] private PriceDesk Prices { get; set; } = default!;
    [Inject] private RowCells Draw { get; set; } = default!;
    [Inject] private ReferenceData Reference { get; set; } = default!;
    [CascadingParameter] private Now? Now { get; set; }

    private IReadOnlyList<PricedSku> Skus => PricedSku.All(Reference.Context, Prices);
    private PricedSku? Wanted => Skus.FirstOrDefault(item => item.Sku.Type == _sku.Trim());
    private Sku? Present => Prices.Skus.Find(Row.Sku);
    private bool IsRunning => NotebookStates.Parse(Row.StatusWord).CanStop();
    private bool CanMove => IsRunning || NotebookStates.Parse(Row.StatusWord) == NotebookStatus.Stopped;

    private SizeAdvice? Advice(UseSummary use) => Present is { } present
        ? RightSizing.Advise(use, present, Prices.Skus.All, Prices.Book, Prices.Region, type => Prices.Availability.TryGetValue(type, out var there) ? there : null)
        : null;

    private static string Percent(double? percent) => percent is { } known ? known.ToString("0", CultureInfo.InvariantCulture) + " %" : "–";

    private static string Gib(decimal? gib) => gib is { } known and > 0 ? known.ToString("0.#", CultureInfo.CurrentCulture) + " GiB" : "–";

    private static string Gpu(Sku? sku) => sku is { GpuModel: { } model } ? sku.GpuCount > 0 ? $"{sku.GpuCount} × {model}" : model : "–";

    private Task MoveAsync() => Verbs.MoveAsync(Row, _sku.Trim(), IsRunning || _start, Wanted?.Price?.PerHour);
}
