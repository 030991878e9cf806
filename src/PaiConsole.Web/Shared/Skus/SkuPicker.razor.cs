using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Costs;

namespace PaiConsole.Web.Shared.Skus;

/// <summary>An instance type and its list price.</summary>
/// <param name="Sku">The type.</param>
/// <param name="Price">What an hour of it costs; null where no source tells.</param>
/// <param name="InStock">The cloud has machines of it to give; null where it has not said.</param>
public sealed record PricedSku(Sku Sku, Price? Price, bool? InStock)
{
    /// <summary>Spot price as a part of the list price; null where it is unknown.</summary>
    public decimal? SpotFactor { get; init; }

    /// <summary>All known types, the cheapest first; what has no price, or is out of stock, last.</summary>
    public static IReadOnlyList<PricedSku> All(PreflightContext context, PriceDesk prices) => [.. context.Skus.All
        .Select(sku => new PricedSku(sku, prices.Find(sku.Type), context.Availability.TryGetValue(sku.Type, out var inStock) ? inStock : null) { SpotFactor = context.Spot.GetValueOrDefault(sku.Type)?.PriceFactor })
        .OrderBy(item => item.InStock == false).ThenBy(item => item.Price is null).ThenBy(item => item.Price?.PerHour.Nanos).ThenBy(item => item.Sku.Type, StringComparer.Ordinal)];
}

/// <summary>Picks an instance type by what it is made of and what it costs; anything else may be typed as well.</summary>
public sealed partial class SkuPicker : IAsyncDisposable
{
    private readonly string _list = $"skus-{Guid.NewGuid():N}";
    private IJSObjectReference? _module;
    private IReadOnlyList<PricedSku> _hits = [];
    private bool _open;
    private int _at = -1;

    /// <summary>Name of the instance type.</summary>
    [Parameter, EditorRequired] public string Value { get; set; } = "";
    /// <summary>Typed or picked.</summary>
    [Parameter] public EventCallback<string> ValueChanged { get; set; }
    /// <summary>The known types, in the order to offer them in.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<PricedSku> Skus { get; set; } = [];

    [Inject] private IJSRuntime Js { get; set; } = default!;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _module.LetGoAsync();

    // What is chosen already does not narrow the offer: a second look is for comparing.
    private void Open()
    {
        if (_open)
            return;
        (_open, _hits) = (true, Skus);
        _at = Index(Value);
    }

    private void Close() => _open = false;

    private Task TypedAsync(ChangeEventArgs change)
    {
        var text = change.Value as string ?? "";
        (_open, _hits) = (true, [.. Skus.Where(item => Fits(item.Sku, text))]);
        _at = _hits.Count > 0 && text.Length > 0 ? 0 : -1;
        return ValueChanged.InvokeAsync(text);
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        if (key.Key == "Escape")
            Close();
        else if (key.Key == "Enter" && _open && _at >= 0 && _at < _hits.Count)
            await ChooseAsync(_hits[_at]);
        else if (key.Key is "ArrowDown" or "ArrowUp")
            await MoveAsync(key.Key == "ArrowDown" ? 1 : -1);
    }

    private async Task MoveAsync(int by)
    {
        Open();
        _at = Math.Clamp(_at + by, 0, Math.Max(0, _hits.Count - 1));
        StateHasChanged();
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./js/shell.js");
        await _module.InvokeVoidAsync("reveal", Option(_at));
    }

    private Task ChooseAsync(PricedSku item)
    {
        Close();
        return ValueChanged.InvokeAsync(item.Sku.Type);
    }

    private int Index(string type) => _hits.Select((item, index) => (item, index)).Where(pair => pair.item.Sku.Type == type).Select(pair => pair.index).FirstOrDefault(-1);

    private string Option(int index) => $"{_list}-{index.ToString(CultureInfo.InvariantCulture)}";

    private string Gpu(Sku sku) => sku switch
    {
        { GpuModel: { } model, GpuCount: > 0 } => $"{sku.GpuCount.ToString(CultureInfo.InvariantCulture)}× {model}",
        { GpuModel: { } model } => L["Gpu.Slice", model],
        _ => "–",
    };

    private static string Vram(Sku sku) => sku is { HasGpu: true, GpuMemoryGib: { } gib } ? $"{gib.ToString("0.#", CultureInfo.CurrentCulture)} GB" : "–";

    private string Stock(bool? inStock) => L[inStock switch { true => "Stock.Yes", false => "Stock.No", null => "Stock.Unknown" }];

    // Every word must be found: "a10 32" is an A10 with 32 vCPU, or with 32 in its name.
    private bool Fits(Sku sku, string text)
    {
        var all = string.Create(CultureInfo.InvariantCulture, $"{sku.Type} {Gpu(sku)} {sku.Vcpu}vcpu {sku.MemoryGib:0.#}gib {sku.GpuMemoryGib:0.#}gb");
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => all.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
