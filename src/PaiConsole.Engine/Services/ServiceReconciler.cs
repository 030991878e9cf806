using Microsoft.Extensions.Options;
using PaiConsole.Cloud;
using PaiConsole.Cloud.Eas;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Services;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Services;

/// <summary>Keeps the services table in step with EAS: all services of the region are listed.</summary>
internal sealed class ServiceReconciler(ReconcilerServices services, IEasApi eas, PriceDesk prices, ServiceQueries queries, IOptions<PaiOptions> pai)
    : Reconciler<ModelService, ServiceEntity, ServiceRow>(services)
{
    private const int PageSize = 100;

    public override ResourceKind Kind => ResourceKind.Service;

    protected override async Task<Look<ModelService>> LookAsync(CancellationToken ct)
    {
        var pages = await Paging.ReadAllAsync<Service>(
            async (number, stop) =>
            {
                var answer = await eas.ListServicesAsync(
                    new ListServicesQuery
                    {
                        PageNumber = number, PageSize = PageSize, Sort = "CreateTime", Order = "asc", WorkspaceId = Wire.Text(pai.Value.WorkspaceId),
                    },
                    stop);
                return new Page<Service>(answer.Services, answer.TotalCount);
            },
            service => service.ServiceName, ct);
        var seen = pages.Items.Select(service => ServiceTranslator.ToDomain(service, pai.Value.Region)).ToList();
        return new Look<ModelService>(seen, pages.Complete, pages.Failure, pages.Complete ? MissingFrom(seen) : []);
    }

    private List<string> MissingFrom(List<ModelService> seen)
    {
        var names = seen.Select(service => service.Name).ToHashSet(StringComparer.Ordinal);
        return [.. KnownNow.Keys.Where(name => !names.Contains(name))];
    }

    protected override string IdOf(ModelService observed) => observed.Name;

    protected override string HistoryIdOf(ServiceEntity row) => row.ServiceId;

    protected override long FingerprintOf(ModelService observed) => ServiceTranslator.FingerprintOf(observed);

    protected override void Fill(ServiceEntity row, ModelService observed)
    {
        row.Name = observed.Name;
        row.ServiceId = observed.Id;
        row.OwnerId = observed.Owner.Id;
        row.OwnerName = observed.Owner.Name;
        row.WorkspaceId = observed.WorkspaceId;
        row.Sku = observed.Sku;
        row.Units = observed.Replicas;
        row.RunningUnits = observed.RunningReplicas;
        row.GroupName = observed.Group;
        row.Weight = observed.Weight;
        row.Version = observed.Version;
        row.Autoscaled = observed.Autoscaled;
        row.CreatedAt = observed.CreatedAt ?? row.FirstSeenAt;
        row.SearchText = SearchTexts.Of(observed.Name, observed.Id, observed.Owner.Name, observed.Sku, observed.Image, observed.Group);
        // While it runs the rate is that of the replicas that run; at rest it is what starting it would cost.
        Rates.Apply(row, CostRules.RateIfRunning(observed, prices.Book, prices.Region, IsBilled(observed) ? observed.RunningReplicas : observed.Replicas));
    }

    protected override IReadOnlyList<Transition> TransitionsOf(ModelService observed, ServiceEntity row, StateInterval? open, DateTimeOffset now)
    {
        // Another number of running replicas is another rate, hence another interval, although the word stays.
        var billed = IsBilled(observed);
        if (open is not null && open.StatusWord == observed.StatusWord && open.IsBilled == billed && open.Sku == row.Sku
            && (!billed || open.RateNanos == row.RateNanos))
            return [];
        var at = observed.UpdatedAt is { } updated && updated <= now && (open is null || updated > open.From) ? updated : now;
        return [new Transition(observed.StatusWord, observed.Status.Phase(), billed, at, observed.Reason, IsFromCloud: at != now)];
    }

    private static bool IsBilled(ModelService service) => service.Status.IsBilled() && service.RunningReplicas > 0;

    protected override async Task<ModelService?> FindAsync(string id, CancellationToken ct)
    {
        try
        {
            return ServiceTranslator.ToDomain(await eas.DescribeServiceAsync(pai.Value.Region, id, ct), pai.Value.Region);
        }
        catch (PaiApiException fault) when (fault.IsNotFound)
        {
            return null;
        }
    }

    protected override ServiceRow ToRow(ServiceEntity row) => queries.ToRow(row);
}
