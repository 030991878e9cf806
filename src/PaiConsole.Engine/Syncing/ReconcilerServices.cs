using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PaiConsole.Cloud;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;

namespace PaiConsole.Engine.Syncing;

/// <summary>What every reconciler works with.</summary>
internal sealed record ReconcilerServices(
    IDbContextFactory<PaiConsoleDb> Databases, ICloudClock Clock, ChangeFeed Feed, SyncHealth Health,
    OperationBoard Board, OperationSettler Settler, ILogger<ReconcilerServices> Log);
