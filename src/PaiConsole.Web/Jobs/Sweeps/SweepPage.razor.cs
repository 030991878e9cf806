using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PaiConsole.Domain;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Jobs.Sweeps;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Syncing;
using PaiConsole.Web.Security;
using PaiConsole.Web.Shared;
using PaiConsole.Web.Shared.Commands;
using PaiConsole.Web.Shared.Feeds;
using PaiConsole.Web.Shell;

namespace PaiConsole.Web.Jobs.Sweeps;

/// <summary>One sweep: a table of its jobs with their values, one cost, one stop.</summary>
public sealed partial class SweepPage : IAsyncDisposable
{
    private FeedView<JobRow>? _rows;
    private FeedView<OperationRow>? _operations;
    private SweepView? _sweep;
    private bool _isMissing;
    private bool _busy;
    private string? _notice;
    private string? _read;

    /// <summary>Id of the sweep.</summary>
    [Parameter] public string Id { get; set; } = "";

    [Inject] private SweepQueries Queries { get; set; } = default!;
    [Inject] private SweepCommands Commands { get; set; } = default!;
    [Inject] private CommandDesk Desk { get; set; } = default!;
    [Inject] private Confirm Question { get; set; } = default!;
    [Inject] private SyncHealth Health { get; set; } = default!;
    [Inject] private FeedViews Feeds { get; set; } = default!;
    [Inject] private ConsoleSettings Settings { get; set; } = default!;
    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    private bool MayCommand { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _rows = Feeds.Open<JobRow>(InvokeAsync, batch => ApplyAsync(batch.Changes.Select(change => change.Id)), ReadAsync);
            _operations = Feeds.Open<OperationRow>(InvokeAsync, batch => ApplyAsync(batch.Changes.SelectMany(change => new[] { change.Id, change.Row?.TargetId ?? "" })), ReadAsync);
        }
        MayCommand = Settings.AllowCommands && (await Authentication).User.ToActor().Role >= Role.Operator;
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_read == Id)
            return;
        _read = Id;
        await ReadAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_rows is not null)
            await _rows.DisposeAsync();
        if (_operations is not null)
            await _operations.DisposeAsync();
    }

    private async Task ReadAsync()
    {
        _sweep = await Queries.GetAsync(Id, CancellationToken.None);
        _isMissing = _sweep is null;
        StateHasChanged();
    }

    // While a job is still missing, any new one may be it.
    private Task ApplyAsync(IEnumerable<string> ids) =>
        _sweep is { } sweep && (sweep.Members.Any(line => line.Job is null) || ids.Intersect(sweep.Members.Select(line => line.Job!.Id), StringComparer.Ordinal).Any())
            ? ReadAsync() : Task.CompletedTask;

    private async Task StopAsync()
    {
        var actor = await Desk.ActorAsync();
        var would = await Commands.StopAsync(actor, Id, new CommandAsk(null, DryRun: true), CancellationToken.None);
        if (!await Question.AskAsync(new Confirmation(J["StopAll.Title", would.Stoppable], "stop", J["Stop.Text"]) { Change = Less(would.Saves), Danger = true }))
            return;
        _busy = true;
        var stop = await Commands.StopAsync(actor, Id, new CommandAsk(null), CancellationToken.None);
        _busy = false;
        _notice = stop.Message ?? (stop.NotThere > 0 ? W["Stopped.NotThere", stop.Operations.Count, stop.NotThere].Value : W["Stopped", stop.Operations.Count].Value);
        await ReadAsync();
    }

    private static Money? Less(Money? rate) => rate is { } money ? money with { Nanos = -money.Nanos } : null;

    private static List<JobRow> Jobs(SweepView sweep) => [.. sweep.Members.Select(line => line.Job).OfType<JobRow>().Where(job => !job.IsDeleted)];

    private string States(SweepView sweep) => string.Join(" · ", Jobs(sweep).GroupBy(job => job.StatusWord, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => $"{group.Count()} {StateText.Status(S, group.Key)}").Append(W["Of", Math.Max(sweep.Size, sweep.Members.Select(line => line.Number).Distinct().Count())]));
}
