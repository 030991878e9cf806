using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace PaiConsole.Web.Shared.Instruments;

/// <summary>
/// Log lines, appended in the browser and never through the render tree: 100,000 lines cost the server nothing.
/// Control sequences are stripped; the text is never markup.
/// </summary>
public sealed partial class LogViewer : IAsyncDisposable
{
    private const int Portion = 2_000;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ElementReference _host;
    private IJSObjectReference? _module;
    private IJSObjectReference? _log;
    private DotNetObjectReference<LogViewer>? _self;
    private bool _follow = true;
    private bool _wrap;
    private int _lines;

    /// <summary>Said to screen readers.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    /// <summary>File name of a download.</summary>
    [Parameter] public string DownloadName { get; set; } = "log.txt";
    /// <summary>CSS height.</summary>
    [Parameter] public string Height { get; set; } = "480px";
    /// <summary>More buttons.</summary>
    [Parameter] public RenderFragment? Tools { get; set; }

    [Inject] private IJSRuntime Js { get; set; } = default!;

    /// <summary>Adds lines at the end; waits until the view is there.</summary>
    public async Task AppendAsync(IReadOnlyList<string> lines)
    {
        await _ready.Task;
        for (var from = 0; from < lines.Count; from += Portion)
            _lines = await _log!.InvokeAsync<int>("append", lines.Skip(from).Take(Portion));
        if (lines.Count > 0)
            await InvokeAsync(StateHasChanged);
    }

    /// <summary>Starts over, such as for another pod.</summary>
    public async Task ClearAsync()
    {
        await _ready.Task;
        await _log!.InvokeVoidAsync("clear");
        _lines = 0;
        await InvokeAsync(StateHasChanged);
    }

    /// <summary>Called by the browser when the reader scrolls away from the end, or back to it.</summary>
    [JSInvokable]
    public void FollowingAsync(bool follow)
    {
        _follow = follow;
        StateHasChanged();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/editor.js");
        _log = await _module.InvokeAsync<IJSObjectReference>(
            "createLog", _host, new { label = Label, follow = _follow, wrap = _wrap, downloadName = DownloadName }, _self);
        _ready.TrySetResult();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _ready.TrySetCanceled();
        await _log.EndAsync();
        await _module.LetGoAsync();
        _self?.Dispose();
    }

    private Task FollowAsync() => TellAsync("follow", _follow = !_follow);

    private Task WrapAsync() => TellAsync("wrap", _wrap = !_wrap);

    private Task FindAsync() => TellAsync("find");

    private Task DownloadAsync() => TellAsync("download");

    private async Task TellAsync(string what, params object[] with)
    {
        if (_log is not null)
            await _log.InvokeVoidAsync(what, with);
    }
}
