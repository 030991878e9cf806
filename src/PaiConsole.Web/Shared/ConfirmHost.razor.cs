using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace PaiConsole.Web.Shared;

/// <summary>Shows the questions of <see cref="Confirm"/>, one at a time.</summary>
public sealed partial class ConfirmHost : IAsyncDisposable
{
    private ElementReference _dialog;
    private IJSObjectReference? _module;
    private Confirmation? _question;
    private TaskCompletionSource<bool>? _answer;
    private string _typed = "";

    [Inject] private Confirm Confirm { get; set; } = default!;
    [Inject] private IJSRuntime Js { get; set; } = default!;

    private bool Ready => _question?.TypeName is not { } name || string.Equals(_typed.Trim(), name, StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override void OnInitialized() => Confirm.Asked = AskAsync;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Confirm.Asked = null;
        _answer?.TrySetResult(result: false);
        await _module.LetGoAsync();
    }

    private async Task<bool> AskAsync(Confirmation confirmation)
    {
        _answer?.TrySetResult(result: false);
        var asked = _answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await InvokeAsync(async () =>
        {
            (_question, _typed) = (confirmation, "");
            StateHasChanged();
            _module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./js/shell.js");
            await _module.InvokeVoidAsync("openDialog", _dialog);
        });
        return await asked.Task;
    }

    private async Task AnswerAsync(bool yes)
    {
        _answer?.TrySetResult(yes);
        _question = null;
        if (_module is not null)
            await _module.InvokeVoidAsync("closeDialog", _dialog);
    }

    private void Closed()
    {
        _answer?.TrySetResult(result: false);
        _question = null;
    }
}
