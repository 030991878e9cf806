using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PaiConsole.Cloud;
using PaiConsole.Cloud.Eas;
using PaiConsole.Domain.Services;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Services;

/// <summary>Reads services: rows from the database; instances, logs and events from the cloud.</summary>
public sealed class ServiceQueries
{
    private readonly ResourceQueries<ServiceEntity, ServiceRow> _rows;
    private readonly SyncHealth _health;
    private readonly PriceDesk _prices;
    private readonly ICloudClock _clock;
    private readonly IEasApi _eas;
    private readonly string _region;

    internal ServiceQueries(
        IDbContextFactory<PaiConsoleDb> databases, SyncHealth health, OperationBoard board, PriceDesk prices, ICloudClock clock, IEasApi eas,
        IOptions<PaiOptions> pai)
    {
        (_health, _prices, _clock, _eas, _region) = (health, prices, clock, eas, pai.Value.Region);
        _rows = new(
            ResourceKind.Service,
            row => new ServiceRow
            {
                Id = row.Id,
                Name = row.Name,
                Phase = row.Phase,
                StatusWord = row.StatusWord,
                StatusSince = row.StatusSince,
                Owner = new Owner(row.OwnerId, row.OwnerName),
                WorkspaceId = row.WorkspaceId,
                Sku = row.Sku,
                Units = row.Units,
                CreatedAt = row.CreatedAt,
                Cost = RunningCosts.Of(row.RateNanos, row.RateIsUpperBound, row.CostSettledNanos, row.CostIsLowerBound, row.BillingSince, row.Currency),
                Revision = row.Revision,
                IsDeleted = row.IsDeleted,
                RunningReplicas = row.RunningUnits,
                Group = row.GroupName,
                Weight = row.Weight,
                Version = row.Version,
                Autoscaled = row.Autoscaled,
            },
            databases, health, board);
    }

    /// <summary>One page of services.</summary>
    public Task<ListPage<ServiceRow>> ListAsync(ListRequest request, CancellationToken ct) => _rows.ListAsync(request, _clock.UtcNow, ct);

    /// <summary>What everything that matches costs now.</summary>
    public Task<ListTotals> TotalsAsync(ListRequest request, CancellationToken ct) => _rows.TotalsAsync(request, ct);

    /// <summary>The owners to filter by.</summary>
    public Task<IReadOnlyList<string>> OwnersAsync(CancellationToken ct) => _rows.OwnersAsync(ct);

    /// <summary>One row, or null.</summary>
    public Task<ServiceRow?> RowAsync(string name, CancellationToken ct) => _rows.RowAsync(name, ct);

    /// <summary>Everything known of one service, or null.</summary>
    public async Task<ServiceDetail?> GetAsync(string name, CancellationToken ct)
    {
        if (await _rows.DetailAsync(name, row => row.ServiceId, ct) is not { } found)
            return null;
        var service = Documents.Read<ModelService>(found.Row.Document);
        return new ServiceDetail(
            _rows.ToRow(found.Row), service, found.Timeline, found.Operations, _prices.Find(service.Sku), _health.Of(ResourceKind.Service));
    }

    /// <summary>Its replicas, asked of the cloud now (EAS ListServiceInstances).</summary>
    /// <exception cref="CloudUnavailableException">The cloud did not give it.</exception>
    public Task<IReadOnlyList<ServiceReplica>> ReplicasAsync(string name, CancellationToken ct) =>
        CloudReads.AskAsync<IReadOnlyList<ServiceReplica>>(async () =>
        {
            var answer = await _eas.ListServiceInstancesAsync(_region, name, new ListServiceInstancesQuery { PageNumber = 1, PageSize = 100 }, ct);
            return [.. (answer.Instances ?? []).Select(item => new ServiceReplica(
                item.InstanceName ?? "", item.Status ?? "", Wire.Text(item.Reason), item.InstanceType, item.IsSpot == true,
                Wire.Text(item.InnerIP) ?? Wire.Text(item.HostIP), item.Zone, item.RestartCount ?? 0, item.StartTime ?? item.StartAt ?? item.CreateTime))];
        });

    /// <summary>The newest log lines, oldest of them first (EAS DescribeServiceLog, one page).</summary>
    /// <exception cref="CloudUnavailableException">The cloud did not give it.</exception>
    public Task<IReadOnlyList<string>> LogsAsync(string name, string? instance, string? keyword, int lines, CancellationToken ct) =>
        CloudReads.AskAsync<IReadOnlyList<string>>(async () =>
            (await _eas.DescribeServiceLogAsync(
                _region, name,
                new DescribeServiceLogQuery { InstanceName = instance, Keyword = keyword, PageNum = 1, PageSize = Math.Clamp(lines, 1, 500) }, ct)).Logs ?? []);

    /// <summary>Events of the last 7 days, newest first (EAS DescribeServiceEvent).</summary>
    /// <exception cref="CloudUnavailableException">The cloud did not give it.</exception>
    public Task<IReadOnlyList<ServiceOccurrence>> EventsAsync(string name, CancellationToken ct) =>
        CloudReads.AskAsync<IReadOnlyList<ServiceOccurrence>>(async () =>
        {
            var answer = await _eas.DescribeServiceEventAsync(_region, name, new DescribeServiceEventQuery { PageNum = 1, PageSize = 100 }, ct);
            return [.. (answer.Events ?? []).Select(item => new ServiceOccurrence(item.Time, item.Type ?? "", item.Reason ?? "", item.Message ?? ""))];
        });

    /// <summary>Where it answers (EAS DescribeService); the token is never handed out here.</summary>
    /// <exception cref="CloudUnavailableException">The cloud did not give it.</exception>
    public Task<ServiceEndpoint> EndpointAsync(string name, CancellationToken ct) =>
        CloudReads.AskAsync(async () =>
        {
            var service = await _eas.DescribeServiceAsync(_region, name, ct);
            return new ServiceEndpoint(Wire.Text(service.InternetEndpoint), Wire.Text(service.IntranetEndpoint));
        });

    internal ServiceRow ToRow(ServiceEntity row) => _rows.ToRow(row);
}
