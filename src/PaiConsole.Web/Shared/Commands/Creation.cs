using Microsoft.Extensions.Localization;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Operations;
using PaiConsole.Web.Resources;
using PaiConsole.Web.Shared.Feeds;

namespace PaiConsole.Web.Shared.Commands;

/// <summary>
/// What a form does that makes one object: it sends under one key, so that one object is made however often it is pressed, and
/// follows the operation until the cloud has named what it made.
/// </summary>
public sealed class Creation : IAsyncDisposable
{
    private readonly CommandDesk _desk;
    private readonly OperationQueries _operations;
    private readonly IStringLocalizer<SharedWords> _words;
    private FeedView<OperationRow>? _feed;
    private Action<string>? _made;
    private Action? _changed;
    private OperationRow? _sent;
    private string _key = NewKey();

    /// <summary>For one form.</summary>
    public Creation(CommandDesk desk, OperationQueries operations, IStringLocalizer<SharedWords> words) =>
        (_desk, _operations, _words) = (desk, operations, words);

    /// <summary>Why nothing came of it, or null.</summary>
    public string? Failed { get; private set; }

    /// <summary>The cloud did not answer: it may have made one all the same.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>Taken, and not yet named by the cloud.</summary>
    public bool IsWaiting => _sent is not null;

    /// <summary>Pressing the button would be for nothing.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Begins to follow what is sent.</summary>
    /// <param name="feeds">Where operations are told.</param>
    /// <param name="invoke">Runs something on the page's own thread.</param>
    /// <param name="changed">The page has something else to show.</param>
    /// <param name="made">Given the id of what was made.</param>
    public void Follow(FeedViews feeds, Func<Func<Task>, Task> invoke, Action changed, Action<string> made)
    {
        (_changed, _made) = (changed, made);
        _feed = feeds.Open<OperationRow>(invoke, ApplyAsync, ReadAsync);
    }

    /// <summary>Something was typed. What was refused and then edited is another wish.</summary>
    public void Edited()
    {
        if (Failed is not null)
            (Failed, IsUnknown, _key) = (null, false, NewKey());
    }

    /// <summary>Sends, and follows what was taken.</summary>
    /// <param name="send">Given the actor and the key of this form.</param>
    public async Task SendAsync(Func<Actor, string, CancellationToken, Task<CommandOutcome>> send)
    {
        (IsBusy, Failed, IsUnknown) = (true, null, false);
        var outcome = await _desk.SendAsync(send, _key);
        if (outcome.Operation is not { } operation)
        {
            (IsBusy, Failed) = (false, outcome.Message);
            return;
        }
        _sent = operation;
        await ReadAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_feed is not null)
            await _feed.DisposeAsync();
    }

    private Task ApplyAsync(FeedBatch<OperationRow> batch)
    {
        if (_sent is { } sent && batch.Changes.FirstOrDefault(change => change.Id == sent.Id)?.Row is { } row)
            Arrive(row);
        return Task.CompletedTask;
    }

    private async Task ReadAsync()
    {
        if (_sent is { } sent && await _operations.GetAsync(sent.Id, CancellationToken.None) is { } row)
            Arrive(row);
    }

    private void Arrive(OperationRow row)
    {
        if (row.Status is OperationStatus.Failed or OperationStatus.TimedOut)
        {
            (_sent, IsBusy) = (null, false);
            (Failed, IsUnknown) = (row.Error?.Message ?? _words["Creation.Unknown"].Value, row.Status == OperationStatus.TimedOut);
            _changed?.Invoke();
        }
        else if (row is { Status: OperationStatus.Confirmed, TargetId: { } id })
        {
            _made?.Invoke(id);
        }
    }

    private static string NewKey() => Guid.NewGuid().ToString("N");
}
