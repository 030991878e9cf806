using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shared;

/// <summary>A decorative line icon; the word beside it, or the label of its button, says what it means.</summary>
public sealed partial class Icon
{
    private string? _drawn;

    /// <summary>A name in <see cref="Icons"/>.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    /// <summary>Pixels.</summary>
    [Parameter] public int Size { get; set; } = 16;
    /// <summary>Filled instead of outlined.</summary>
    [Parameter] public bool Solid { get; set; }

    /// <inheritdoc/>
    protected override bool ShouldRender()
    {
        var changed = _drawn != Name;
        _drawn = Name;
        return changed;
    }
}
