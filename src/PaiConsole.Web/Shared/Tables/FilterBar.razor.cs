using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;

namespace PaiConsole.Web.Shared.Tables;

/// <summary>Text, states and owner to keep. It owns nothing: what is chosen goes into the address and comes back from there.</summary>
public sealed partial class FilterBar : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private CancellationTokenSource? _typing;
    private string _text = "";
    private string _sent = "";

    /// <summary>What the address says.</summary>
    [Parameter, EditorRequired] public ListView View { get; set; } = default!;
    /// <summary>The states worth a button for this kind of object.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<Phase> Phases { get; set; } = [];
    /// <summary>The owners there are.</summary>
    [Parameter] public IReadOnlyList<string> Owners { get; set; } = [];
    /// <summary>How many match.</summary>
    [Parameter] public int? Total { get; set; }
    /// <summary>More match than were counted.</summary>
    [Parameter] public bool TotalIsCapped { get; set; }
    /// <summary>Something else was chosen.</summary>
    [Parameter] public EventCallback<ListView> OnChange { get; set; }
    /// <summary>Further controls of the list.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Inject] private TimeProvider Clock { get; set; } = default!;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        // An address that changed by itself (back, a link) wins over the box; what is being typed does not lose to its own echo.
        if (View.Query != _sent)
            _text = _sent = View.Query;
    }

    /// <inheritdoc/>
    public void Dispose() => _typing?.Dispose();

    private async Task Typed(ChangeEventArgs e)
    {
        _text = e.Value as string ?? "";
        if (_typing is not null)
            await _typing.CancelAsync();
        _typing = new CancellationTokenSource();
        var token = _typing.Token;
        try
        {
            await Task.Delay(Pause, Clock, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return;
        }
        _sent = _text;
        await OnChange.InvokeAsync(View with { Query = _text });
    }

    private Task OwnerChosen(ChangeEventArgs e) =>
        OnChange.InvokeAsync(View with { Owner = e.Value is string { Length: > 0 } owner ? [owner] : [] });
}
