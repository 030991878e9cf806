using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace PaiConsole.Web.Shared;

/// <summary>Shows the questions of <see cref="Confirm"/>, one at a time.</summary>
public sealed partial class ConfirmHost : IAsyncDisposable
{
    private ElementReference dialog;
    private IJSObjectReference? module;
    private Confirmation? question;
    private TaskCompletionSource<bool>? answer;
    private string typed = "";

    [Inject] private Confirm Confirm { get; set; } = default!;
    [Inject] private IJSRuntime Js { get; set; } = default!;

    private bool Ready => question?.TypeName is not { } name || string.Equals(typed.Trim(), name, StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override void OnInitialized() => Confirm.Asked = AskAsync;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Confirm.Asked = null;
        answer?.TrySetResult(result: false);
        await module.LetGoAsync();
    }

    private async Task<bool> AskAsync(Confirmation confirmation)
    {
        answer?.TrySetResult(result: false);
        var asked = answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await InvokeAsync(async () =>
        {
            (question, typed) = (confirmation, "");
            StateHasChanged();
            module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./js/shell.js");
            await module.InvokeVoidAsync("openDialog", dialog);
        });
        return await asked.Task;
    }

    private async Task AnswerAsync(bool yes)
    {
        answer?.TrySetResult(yes);
        question = null;
        if (module is not null)
            await module.InvokeVoidAsync("closeDialog", dialog);
    }

    private void Closed()
    {
        answer?.TrySetResult(result: false);
        question = null;
    }
}
