using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Services;

namespace PaiConsole.Engine.Operations;

/// <summary>Tells open pages that an operation moved: its own row, and the row of its target that shows it as pending.</summary>
internal sealed class OperationNews(
    OperationBoard board, ChangeFeed feed, NotebookQueries notebooks, JobQueries jobs, ServiceQueries services)
{
    public async Task TellAsync(OperationEntity operation, CancellationToken ct)
    {
        board.Put(operation.Copy());
        feed.Publish([OperationRows.Change(operation)]);
        if (operation.TargetId is not { } id)
            return;
        switch (operation.TargetKind)
        {
            case ResourceKind.Notebook:
                Tell(await notebooks.RowAsync(id, ct));
                break;
            case ResourceKind.Job:
                Tell(await jobs.RowAsync(id, ct));
                break;
            case ResourceKind.Service:
                Tell(await services.RowAsync(id, ct));
                break;
        }
    }

    private void Tell<TRow>(TRow? row) where TRow : ResourceRow
    {
        if (row is { IsDeleted: false })
            feed.Publish([new FeedChange<TRow>(ChangeType.Upsert, row.Id, row)]);
    }
}
