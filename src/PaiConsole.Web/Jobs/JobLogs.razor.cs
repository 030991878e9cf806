using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Web.Shared.Instruments;

namespace PaiConsole.Web.Jobs;

/// <summary>The log of one pod at a time, live while the job runs.</summary>
public sealed partial class JobLogs : IDisposable
{
    private const int MostLines = 2_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<JobPod>? _pods;
    private Attempt _pick = new("", null);
    private LogTail _tail = new();
    private LogViewer? _viewer;
    private CloudUnavailableException? _problem;

    /// <summary>JobId.</summary>
    [Parameter, EditorRequired] public string JobId { get; set; } = "";
    /// <summary>More lines may come.</summary>
    [Parameter] public bool Live { get; set; }

    [Inject] private JobQueries Queries { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            await StartAsync();
            using var timer = new PeriodicTimer(Pause, Clock);
            while (await timer.WaitForNextTickAsync(_gone.Token))
            {
                if (_pods is null or { Count: 0 })
                    await StartAsync();
                else if (Live)
                    await ReadAsync();
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // nobody looks any more
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task StartAsync()
    {
        await AskAsync(async () => _pods = await Queries.PodsAsync(JobId, _gone.Token));
        if (_pods is not { Count: > 0 } pods)
        {
            StateHasChanged();
            return;
        }
        if (_pick.Pod.Length == 0)
            _pick = new Attempt(pods[0].Id, null);
        StateHasChanged();
        await Task.Yield();
        await ReadAsync();
    }

    private async Task PickAsync(ChangeEventArgs change)
    {
        _pick = Attempts().FirstOrDefault(attempt => attempt.Value == change.Value as string) ?? _pick;
        _tail = new LogTail();
        if (_viewer is not null)
            await _viewer.ClearAsync();
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var (pick, tail) = (_pick, _tail);
        IReadOnlyList<string> lines = [];
        await AskAsync(async () => lines = await Queries.LogsAsync(JobId, pick.Pod, pick.Uid, null, MostLines, _gone.Token));
        // The reader may have turned to another pod while the answer was on its way.
        if (_viewer is not null && ReferenceEquals(tail, _tail) && lines.Count > 0)
            await _viewer.AppendAsync(tail.NewOf(lines));
    }

    private async Task AskAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            _problem = null;
        }
        catch (CloudUnavailableException problem)
        {
            _problem = problem;
            StateHasChanged();
        }
    }

    private IEnumerable<Attempt> Attempts() => (_pods ?? [])
        .SelectMany(pod => pod.Earlier.Select(earlier => new Attempt(pod.Id, earlier.Uid)).Prepend(new Attempt(pod.Id, null)));

    private sealed record Attempt(string Pod, string? Uid)
    {
        public string Value => Uid is null ? Pod : $"{Pod}/{Uid}";
    }
}
