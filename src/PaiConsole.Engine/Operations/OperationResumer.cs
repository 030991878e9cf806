using Microsoft.EntityFrameworkCore;
using PaiConsole.Engine.Persistence;

namespace PaiConsole.Engine.Operations;

/// <summary>Takes up what a killed program left: every operation without an answer is carried on.</summary>
internal sealed class OperationResumer(IDbContextFactory<PaiConsoleDb> databases, OperationBoard board, IWorkQueue queue)
{
    /// <summary>Fills the board and starts what has no answer yet. Carrying on what is being carried does nothing.</summary>
    public async Task ResumeAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await db.Operations.AsNoTracking().Where(row => !row.IsSettled).OrderBy(row => row.Id).ToListAsync(ct);
        foreach (var operation in open)
        {
            board.PutIfNew(operation);
            if (operation.AnsweredAt is null)
                queue.Operation(operation.Id);
        }
    }
}
