using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Notebooks.Idleness;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Notebooks;

/// <summary>The idle clock explained: figures against thresholds, the rule, the timer, policies of the workspace; each can be set here.</summary>
public sealed partial class AutoStopCard
{
    private int? _minutes;
    private int? _cpu;
    private int? _gpu;
    private IdleRule? _filledFrom;
    private bool _filled;

    /// <summary>The notebook, live.</summary>
    [Parameter, EditorRequired] public NotebookRow Row { get; set; } = default!;
    /// <summary>The notebook, whole.</summary>
    [Parameter, EditorRequired] public Notebook Notebook { get; set; } = default!;
    /// <summary>Buttons make sense.</summary>
    [Parameter] public bool MayCommand { get; set; }

    [Inject] private NotebookVerbs Verbs { get; set; } = default!;
    [Inject] private PriceDesk Prices { get; set; } = default!;
    [CascadingParameter] private Now Now { get; set; } = default!;

    private IdleRule? Wanted => this is { _minutes: { } minutes, _cpu: { } cpu, _gpu: { } gpu } ? new IdleRule(cpu, gpu, minutes) : null;

    private IEnumerable<(string Word, double? Percent, double Limit)> Figures
    {
        get
        {
            var limits = IdleThresholds.Of(Notebook.IdleRule?.CpuPercent, Notebook.IdleRule?.GpuPercent);
            return Row.HasGpu ? [("CPU", Row.Idle.Cpu, limits.Cpu), ("GPU", Row.Idle.Gpu, limits.Gpu)] : [("CPU", Row.Idle.Cpu, limits.Cpu)];
        }
    }

    private IEnumerable<(string Word, DateTimeOffset At)> Times
    {
        get
        {
            return [("1h", Now.At.AddHours(1)), ("4h", Now.At.AddHours(4)), ("Evening", WorkHours.Usual.NextEnd(RegionTime.There(Now.At, Prices.Region)))];
        }
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        // What somebody is typing stays, whatever arrives meanwhile.
        if (_filled && Notebook.IdleRule == _filledFrom)
            return;
        var rule = Notebook.IdleRule ?? NotebookVerbs.Advised;
        (_minutes, _cpu, _gpu, _filledFrom, _filled) = (rule.Minutes, rule.CpuPercent, rule.GpuPercent, Notebook.IdleRule, true);
    }

    private static string Say(double? percent) => percent is { } known ? known.ToString("0", CultureInfo.InvariantCulture) + " %" : "–";

    private static string At(double percent) => Math.Clamp(percent, 0, 100).ToString("0.#", CultureInfo.InvariantCulture);
}
