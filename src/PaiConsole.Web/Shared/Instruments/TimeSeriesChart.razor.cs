using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace PaiConsole.Web.Shared.Instruments;

/// <summary>
/// Lines over time with one unit, labelled thresholds and gaps shown as gaps; the same numbers as a table on demand.
/// Charts with the same <see cref="Sync"/> share their cursor.
/// </summary>
public sealed partial class TimeSeriesChart : IAsyncDisposable
{
    private const int MostRows = 200;
    private ElementReference _host;
    private readonly ScriptedView _script = new();
    private IJSObjectReference? _chart;
    private ChartData? _shown;
    private bool _asTable;

    /// <summary>What is measured.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";
    /// <summary>The lines.</summary>
    [Parameter, EditorRequired] public ChartData Data { get; set; } = ChartData.Nothing;
    /// <summary>Written after every number, such as " %".</summary>
    [Parameter] public string Unit { get; set; } = "";
    /// <summary>Top of the scale; without it, just above the largest value.</summary>
    [Parameter] public double? Max { get; set; }
    /// <summary>Lines across.</summary>
    [Parameter] public IReadOnlyList<ChartThreshold> Thresholds { get; set; } = [];
    /// <summary>Name of the shared cursor.</summary>
    [Parameter] public string? Sync { get; set; }
    /// <summary>Pixels.</summary>
    [Parameter] public int Height { get; set; } = 180;

    [Inject] private IJSRuntime Js { get; set; } = default!;

    private IEnumerable<int> Newest => Enumerable.Range(0, Data.Times.Count).Reverse().Take(MostRows);

    private string Summary => string.Join("; ", Data.Names.Select((name, i) =>
    {
        var values = Data.Values[i].Where(value => !double.IsNaN(value)).ToList();
        return values.Count == 0 ? $"{name}: –" : $"{name}: {Say(values[^1])} ({Say(values.Min())} … {Say(values.Max())})";
    }));

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _chart = await _script.MakeAsync(Js, "./js/chart.js", "create", _host, new
            {
                names = Array.Empty<string>(),
                unit = Unit,
                height = Height,
                max = Max,
                sync = Sync,
                thresholds = Thresholds.Select(line => new { value = line.Value, label = line.Label }),
                timeLabel = L["Chart.Time"].Value,
            });
        }
        if (_chart is null || ReferenceEquals(_shown, Data) || !Data.HasValues)
            return;
        _shown = Data;
        await _chart.InvokeVoidAsync("show", Data.ToBytes(), Data.Times.Count, Data.Names);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _script.DisposeAsync();

    private string Say(double value) =>
        double.IsNaN(value) ? "–" : value.ToString(Math.Abs(value) >= 100 ? "0" : "0.0", CultureInfo.InvariantCulture) + Unit;
}
