using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shared.Tables;

/// <summary>One row. It renders again only when its record, its ages or whether it is picked have changed; a change pulses once.</summary>
public sealed partial class DataRow<TRow>
{
    private TRow? _drawnRow;
    private bool _drawnSelected;
    private string? _moving;
    private string? _drawnMoving;
    private int _pulses;

    /// <summary>A record: two rows that are equal look the same.</summary>
    [Parameter, EditorRequired] public TRow Row { get; set; } = default!;
    /// <summary>What scripts and tests find it by.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";
    /// <summary>Said by the check box.</summary>
    [Parameter] public string Name { get; set; } = "";
    /// <summary>The cells.</summary>
    [Parameter, EditorRequired] public RenderFragment<TRow> Cells { get; set; } = default!;
    /// <summary>All of it that moves with time alone, as text.</summary>
    [Parameter] public Func<TRow, DateTimeOffset, string>? Moving { get; set; }
    /// <summary>Buttons that appear under the pointer and with the focus.</summary>
    [Parameter] public RenderFragment<TRow>? Actions { get; set; }
    /// <summary>Has a check box.</summary>
    [Parameter] public bool Pickable { get; set; }
    /// <summary>Is picked.</summary>
    [Parameter] public bool Selected { get; set; }
    /// <summary>Came while the page was open.</summary>
    [Parameter] public bool Fresh { get; set; }
    /// <summary>The check box was pressed.</summary>
    [Parameter] public EventCallback<string> OnPick { get; set; }

    [CascadingParameter] private Now? Now { get; set; }

    // Two names for one animation: a second change while the first pulse runs starts it anew.
    private string Class => (_pulses == 0 ? "" : _pulses % 2 == 0 ? "pulse-b" : "pulse-a") + (Selected ? " picked" : "");

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_drawnRow is null ? Fresh : !_drawnRow.Equals(Row))
            _pulses++;
        _moving = Now is { } now ? Moving?.Invoke(Row, now.At) : null;
    }

    /// <inheritdoc/>
    protected override bool ShouldRender()
    {
        var changed = !Row.Equals(_drawnRow) || Selected != _drawnSelected || _moving != _drawnMoving;
        (_drawnRow, _drawnSelected, _drawnMoving) = (Row, Selected, _moving);
        return changed;
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            (_drawnRow, _drawnSelected, _drawnMoving) = (Row, Selected, _moving);
    }
}
