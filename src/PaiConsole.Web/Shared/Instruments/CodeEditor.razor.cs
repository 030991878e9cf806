using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Web.Shared.Instruments;

/// <summary>A remark at a line of the text.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Severity">Colour and shape.</param>
/// <param name="Message">Plain text.</param>
public sealed record EditorMarker(int Line, Severity Severity, string Message);

/// <summary>A text editor for YAML or JSON, bound both ways, with remarks at the lines.</summary>
public sealed partial class CodeEditor : IAsyncDisposable
{
    /// <summary>Longer texts are not taken, in bytes.</summary>
    public const int Longest = 256 * 1024;

    private ElementReference _host;
    private readonly ScriptedView _script = new();
    private IJSObjectReference? _editor;
    private DotNetObjectReference<CodeEditor>? _self;
    private string _shown = "";
    private IReadOnlyList<EditorMarker> _marked = [];

    /// <summary>The text.</summary>
    [Parameter] public string Value { get; set; } = "";
    /// <summary>The text was edited; told a moment after the last key.</summary>
    [Parameter] public EventCallback<string> ValueChanged { get; set; }
    /// <summary>A text longer than <see cref="Longest"/> was not taken; true when the editor shows it all the same, and no longer <see cref="Value"/>.</summary>
    [Parameter] public EventCallback<bool> OnTooLong { get; set; }
    /// <summary><c>yaml</c>, <c>json</c> or, without colours, <c>text</c>.</summary>
    [Parameter] public string Language { get; set; } = "yaml";
    /// <summary>Said to screen readers.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    /// <summary>Remarks at lines.</summary>
    [Parameter] public IReadOnlyList<EditorMarker> Markers { get; set; } = [];
    /// <summary>May be read only.</summary>
    [Parameter] public bool ReadOnly { get; set; }
    /// <summary>CSS height.</summary>
    [Parameter] public string Height { get; set; } = "360px";

    [Inject] private IJSRuntime Js { get; set; } = default!;

    /// <summary>Called by the browser with the edited text.</summary>
    [JSInvokable]
    public async Task ChangedAsync(IJSStreamReference text)
    {
        if (text.Length > Longest)
        {
            await OnTooLong.InvokeAsync(true);
            return;
        }
        await using var stream = await text.OpenReadStreamAsync(Longest);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        _shown = await reader.ReadToEndAsync();
        await ValueChanged.InvokeAsync(_shown);
    }

    /// <summary>Called by the browser when a file was dropped that is too long; the text is as it was.</summary>
    [JSInvokable]
    public Task DroppedTooLongAsync() => OnTooLong.InvokeAsync(false);

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _shown = Value;
            _editor = await _script.MakeAsync(
                Js, "./js/editor.js", "createEditor", _host, new { text = Value, language = Language, label = Label, readOnly = ReadOnly, longest = Longest }, _self);
        }
        if (_editor is null)
            return;
        if (Value != _shown)
        {
            _shown = Value;
            await _editor.InvokeVoidAsync("set", Value);
        }
        if (!Markers.SequenceEqual(_marked))
        {
            _marked = Markers;
            await _editor.InvokeVoidAsync("mark", Markers.Select(marker =>
                new { line = marker.Line, severity = marker.Severity.ToString().ToLowerInvariant(), message = marker.Message }));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _script.DisposeAsync();
        _self?.Dispose();
    }
}
