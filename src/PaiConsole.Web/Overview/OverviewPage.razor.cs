using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;
using PaiConsole.Engine;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Overview;
using PaiConsole.Engine.Services;
using PaiConsole.Engine.Syncing;
using PaiConsole.Web.Shared;
using PaiConsole.Web.Shared.Feeds;

namespace PaiConsole.Web.Overview;

/// <summary>What runs, what it costs, what a person should look at and what has just changed.</summary>
public sealed partial class OverviewPage : IAsyncDisposable
{
    private const int MostAttention = 100;
    private const int MostChanges = 14;
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);
    // Things also come to need attention by mere age, without any change.
    private static readonly TimeSpan Old = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _gone = new();
    private readonly List<IAsyncDisposable> _feeds = [];
    private IReadOnlyList<KindSummary> _summaries = [];
    private IReadOnlyList<AttentionItem> _attention = [];
    private IReadOnlyList<StateChange> _changes = [];
    private Money? _burn;
    private long _readAt;
    private bool _due;

    [Inject] private OverviewQueries Queries { get; set; } = default!;
    [Inject] private SyncHealth Health { get; set; } = default!;
    [Inject] private FeedViews Feeds { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;
    [CascadingParameter] private Now Now { get; set; } = default!;

    private int Unpriced => _summaries.Sum(kind => kind.Totals.Unpriced);

    /// <inheritdoc/>
    protected override Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _feeds.Add(Feeds.Open<NotebookRow>(InvokeAsync, _ => SoonAsync(), SoonAsync));
            _feeds.Add(Feeds.Open<JobRow>(InvokeAsync, _ => SoonAsync(), SoonAsync));
            _feeds.Add(Feeds.Open<ServiceRow>(InvokeAsync, _ => SoonAsync(), SoonAsync));
        }
        return ReadAsync();
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() =>
        _readAt != 0 && Clock.GetElapsedTime(_readAt) > Old ? SoonAsync() : Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var feed in _feeds)
            await feed.DisposeAsync();
        await _gone.CancelAsync();
        _gone.Dispose();
    }

    /// <summary>Reads again, at most once per second however much changes.</summary>
    private async Task SoonAsync()
    {
        if (_due)
            return;
        _due = true;
        try
        {
            var rest = Calm - Clock.GetElapsedTime(_readAt);
            if (rest > TimeSpan.Zero)
                await Task.Delay(rest, Clock, _gone.Token);
            _due = false;
            await ReadAsync();
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // nobody looks any more
        }
    }

    private async Task ReadAsync()
    {
        _readAt = Clock.GetTimestamp();
        var summaries = await Queries.SummariesAsync(_gone.Token);
        var attention = await Queries.AttentionAsync(MostAttention, _gone.Token);
        _changes = await Queries.ChangesAsync(0, MostChanges, _gone.Token);
        (_summaries, _attention) = (summaries, attention);
        _burn = Money.Sum(summaries.Select(kind => kind.Totals.PerHour).OfType<Money>()) ?? Money.Cny(0);
        StateHasChanged();
    }

    // What is shown is as old as its oldest part.
    private Freshness WorstLook()
    {
        Freshness[] looks = [.. Enum.GetValues<ResourceKind>().Select(Health.Of)];
        return Array.Find(looks, look => look is { IsStale: true, FailedLooks: > 0 })
            ?? looks.MinBy(look => look.AsOf ?? DateTimeOffset.MinValue)!;
    }
}
