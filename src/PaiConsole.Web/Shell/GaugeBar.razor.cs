using Microsoft.AspNetCore.Components;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Shell;

/// <summary>What everything that runs now costs per hour, and how many alerts call for somebody; read again with every tick.</summary>
public sealed partial class GaugeBar
{
    private Gauges.Reading? _reading;
    private Gauges.Reading? _drawn;

    [Inject] private Gauges Gauges { get; set; } = default!;
    [CascadingParameter] private Now Now { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync() => _reading = await Gauges.ReadAsync(CancellationToken.None);

    /// <inheritdoc/>
    protected override bool ShouldRender()
    {
        var changed = _reading != _drawn;
        _drawn = _reading;
        return changed;
    }
}
