using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shared;

/// <summary>An instant as distance from now, exact on hover. Renders only when its text changes.</summary>
public sealed partial class Ago
{
    private string _text = "";
    private string? _drawn;

    /// <summary>The instant, or null where it is not known.</summary>
    [Parameter, EditorRequired] public DateTimeOffset? At { get; set; }
    /// <summary>"3 h" instead of "3 h ago".</summary>
    [Parameter] public bool Bare { get; set; }

    [CascadingParameter] private Now Now { get; set; } = default!;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (At is { } at)
            _text = Bare ? L.Age(at, Now.At) : L.Relative(at, Now.At);
    }

    /// <inheritdoc/>
    protected override bool ShouldRender()
    {
        var now = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{At?.UtcTicks}{_text}");
        var changed = _drawn != now;
        _drawn = now;
        return changed;
    }
}
