using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Shared.Details;

/// <summary>
/// Something that is asked of the cloud only while somebody looks at it, and asked again every now and then.
/// A failed answer is shown as such, with what is known kept until then.
/// </summary>
public sealed partial class FromCloud<T> : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private CloudUnavailableException? _problem;
    private object? _askedFor;
    private T? _value;

    /// <summary>Asks.</summary>
    [Parameter, EditorRequired] public Func<CancellationToken, Task<T>> Read { get; set; } = default!;
    /// <summary>What it depends on: when this changes, it is asked anew.</summary>
    [Parameter] public object? For { get; set; }
    /// <summary>How often it is asked again; never without.</summary>
    [Parameter] public TimeSpan? Every { get; set; }
    /// <summary>Shows the answer.</summary>
    [Parameter, EditorRequired] public RenderFragment<T> ChildContent { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // After the first render, so that the page never waits for the cloud.
        if (firstRender)
        {
            _askedFor = For;
            await ReadAsync();
            if (Every is { } pause)
                await KeepReadingAsync(pause);
        }
        else if (!Equals(_askedFor, For))
        {
            (_askedFor, _value) = (For, null);
            await ReadAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task KeepReadingAsync(TimeSpan pause)
    {
        using var timer = new PeriodicTimer(pause, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_gone.Token))
                await ReadAsync();
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // nobody looks any more
        }
    }

    private async Task ReadAsync()
    {
        var asked = _askedFor;
        try
        {
            var value = await Read(_gone.Token);
            if (!Equals(asked, _askedFor))
                return;
            (_value, _problem) = (value, null);
        }
        catch (CloudUnavailableException problem)
        {
            _problem = problem;
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            return;
        }
        StateHasChanged();
    }
}
