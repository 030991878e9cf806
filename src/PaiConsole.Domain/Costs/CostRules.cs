using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Services;

namespace PaiConsole.Domain.Costs;

/// <summary>
/// What things cost per hour: now, and once they run. PAI bills running time of the instances held
/// (DSW: unit price × time; DLC: nodes × unit price × time; EAS: replicas × unit price × time).
/// Disks and traffic are not included.
/// </summary>
public static class CostRules
{
    /// <summary>What a notebook costs right now.</summary>
    public static Rate RateOf(Notebook notebook, PriceBook prices, string region) =>
        notebook.Status == NotebookStatus.Unknown ? Rate.UnknownStatus(notebook.StatusWord)
        : notebook.Status.IsBilled() ? RateIfRunning(notebook, prices, region)
        : Rate.NotRunning;

    /// <summary>What a notebook costs once it runs.</summary>
    public static Rate RateIfRunning(Notebook notebook, PriceBook prices, string region) =>
        string.Equals(notebook.PaymentType, "Subscription", StringComparison.OrdinalIgnoreCase)
            ? Rate.Subscription
            : Rate.Of([(notebook.Sku, 1)], prices, region, spot: false);

    /// <summary>What a notebook that is about to be created will cost.</summary>
    public static Rate RateIfRunning(NotebookSpec spec, PriceBook prices, string region) =>
        Rate.Of([(spec.Sku, 1)], prices, region, spot: false);

    /// <summary>What a job costs right now. For spot the list price is a ceiling: the market price is not in any job answer.</summary>
    public static Rate RateOf(TrainingJob job, PriceBook prices, string region) =>
        job.Status == JobStatus.Unknown ? Rate.UnknownStatus(job.StatusWord)
        : job.Status.IsBilled() ? RateIfRunning(job, prices, region)
        : Rate.NotRunning;

    /// <summary>What a job costs while it runs.</summary>
    public static Rate RateIfRunning(TrainingJob job, PriceBook prices, string region) =>
        Rate.Of([.. job.Roles.Select(role => (role.Sku, role.Count))], prices, region, job.Roles.Any(role => role.IsSpot));

    /// <summary>What a job that is about to be submitted will cost while it runs.</summary>
    public static Rate RateIfRunning(JobSpec spec, PriceBook prices, string region) =>
        Rate.Of([.. spec.Roles.Select(role => ((string?)role.Sku, role.Count))], prices, region, spec.Spot is not null);

    /// <summary>What a service costs right now: the replicas that run.</summary>
    public static Rate RateOf(ModelService service, PriceBook prices, string region) =>
        service.Status == ServiceStatus.Unknown ? Rate.UnknownStatus(service.StatusWord)
        : service.Status.IsBilled() ? Rate.Of([(service.Sku, service.RunningReplicas)], prices, region, spot: false)
        : Rate.NotRunning;

    /// <summary>What a service costs with all wanted replicas running; <paramref name="replicas"/> asks for another number.</summary>
    public static Rate RateIfRunning(ModelService service, PriceBook prices, string region, int? replicas = null) =>
        Rate.Of([(service.Sku, replicas ?? service.Replicas)], prices, region, spot: false);

    /// <summary>What a service that is about to be deployed will cost with all its replicas.</summary>
    public static Rate RateIfRunning(ServiceSpec spec, PriceBook prices, string region) =>
        Rate.Of([(spec.Sku, spec.Replicas)], prices, region, spot: false);
}
