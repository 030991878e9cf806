using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaiConsole.Cloud;
using PaiConsole.Cloud.AiWorkspace;
using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Syncing;
using Dlc = PaiConsole.Cloud.Dlc;
using Dsw = PaiConsole.Cloud.Dsw;
using Price = PaiConsole.Domain.Costs.Price;
using PriceSource = PaiConsole.Domain.Costs.PriceSource;
using Money = PaiConsole.Domain.Money;

namespace PaiConsole.Engine.Reference;

/// <summary>
/// Reads workspaces, datasets, images, and what DSW quotes for instance types. A part that cannot be read keeps
/// what was known of it.
/// </summary>
internal sealed class ReferenceSync(
    IAiWorkspaceApi workspaces, Dsw.IDswApi dsw, Dlc.IDlcApi dlc, ReferenceData data, PriceDesk prices,
    IDbContextFactory<PaiConsoleDb> databases, ICloudClock clock, SyncHealth health, TimeProvider time) : ISync
{
    public const string SyncKey = "Reference";
    private static readonly TimeSpan ReadEvery = TimeSpan.FromMinutes(10);

    private long? _readAt;
    private bool _restored;

    public string Key => SyncKey;

    public bool IsRestless => false;

    public async Task<SyncResult> RunAsync(CancellationToken ct)
    {
        if (!_restored)
            await RestoreAsync(ct);
        if (_readAt is { } last && time.GetElapsedTime(last) < ReadEvery)
            return new SyncResult(Ok: true, 0);

        PaiApiException? failure = null;
        foreach (var read in new Func<Task<PaiApiException?>>[]
        {
            () => ReadAsync("workspaces", ReadWorkspacesAsync, list => data.Workspaces = list, ct),
            () => ReadAsync("datasets", ReadDatasetsAsync, list => data.Datasets = list, ct),
            () => ReadAsync("images", ReadImagesAsync, list => data.Images = list, ct),
            () => ReadAsync("quotes", ReadQuotesAsync, Apply, ct),
            () => ReadAsync("spot", ReadSpotAsync, ApplySpot, ct),
        })
        {
            // Refused credentials will be refused again at once.
            if (failure is not { IsCredentialFault: true })
                failure = await read() ?? failure;
        }
        if (failure is null)
        {
            _readAt = time.GetTimestamp();
            health.Good(Key, clock.UtcNow);
        }
        else
        {
            health.Bad(Key, $"{failure.Code}: {failure.CloudMessage}");
        }
        return new SyncResult(failure is null, 0, RetryAfter: failure?.RetryAfter, Refused: SyncResult.IsRefusal(failure));
    }

    private async Task<PaiApiException?> ReadAsync<T>(
        string key, Func<CancellationToken, Task<PagedList<T>>> read, Action<IReadOnlyList<T>> take, CancellationToken ct)
    {
        var pages = await read(ct);
        if (!pages.Complete)
            return pages.Failure ?? new PaiApiException("", key, PaiErrorCodes.InvalidAnswer, "The list came incomplete.");
        take(pages.Items);
        await StoreAsync(key, JsonSerializer.Serialize(pages.Items, Documents.Options), ct);
        return null;
    }

    private Task<PagedList<Domain.Workspaces.Workspace>> ReadWorkspacesAsync(CancellationToken ct) => MapAsync(Paging.ReadAllAsync<Cloud.AiWorkspace.Workspace>(
        async (number, stop) =>
        {
            var answer = await workspaces.ListWorkspacesAsync(new ListWorkspacesQuery { PageNumber = number, PageSize = 100 }, stop);
            return new Page<Cloud.AiWorkspace.Workspace>(answer.Workspaces, answer.TotalCount);
        },
        item => item.WorkspaceId, ct),
        item => new Domain.Workspaces.Workspace(item.WorkspaceId!, item.WorkspaceName ?? item.WorkspaceId!, Wire.Text(item.DisplayName), item.Status, item.IsDefault == true));

    private Task<PagedList<Domain.Workspaces.Dataset>> ReadDatasetsAsync(CancellationToken ct) => MapAsync(Paging.ReadAllAsync<Cloud.AiWorkspace.Dataset>(
        async (number, stop) =>
        {
            var answer = await workspaces.ListDatasetsAsync(new ListDatasetsQuery { PageNumber = number, PageSize = 100 }, stop);
            return new Page<Cloud.AiWorkspace.Dataset>(answer.Datasets, answer.TotalCount);
        },
        item => item.DatasetId, ct),
        item => new Domain.Workspaces.Dataset(item.DatasetId!, item.Name ?? item.DatasetId!, item.DataSourceType, item.Uri, item.WorkspaceId));

    // Verbose, because labels come only with it, and they say what an image is for.
    private Task<PagedList<ContainerImage>> ReadImagesAsync(CancellationToken ct) => MapAsync(Paging.ReadAllAsync<Image>(
        async (number, stop) =>
        {
            var answer = await workspaces.ListImagesAsync(new ListImagesQuery { PageNumber = number, PageSize = 100, Verbose = true }, stop);
            return new Page<Image>(answer.Images, answer.TotalCount);
        },
        item => item.ImageId, ct),
        item => new ContainerImage(
            item.ImageId!, item.Name ?? item.ImageId!, item.ImageUri ?? "", Wire.Labels((item.Labels ?? []).Select(label => (label.Key, label.Value))),
            Wire.Text(item.Description)));

    private async Task<PagedList<Quote>> ReadQuotesAsync(CancellationToken ct)
    {
        var quotes = new List<Quote>();
        foreach (var accelerator in new[] { "GPU", "CPU" })
        {
            var pages = await MapAsync(Paging.ReadAllAsync<Dsw.EcsSpec>(
                async (number, stop) =>
                {
                    var answer = await dsw.ListEcsSpecsAsync(new Dsw.ListEcsSpecsQuery { AcceleratorType = accelerator, PageNumber = number, PageSize = 100 }, stop);
                    return new Page<Dsw.EcsSpec>(answer.EcsSpecs, answer.TotalCount);
                },
                item => item.InstanceType, ct), Quote.From);
            quotes.AddRange(pages.Items);
            if (!pages.Complete)
                return pages with { Items = quotes };
        }
        return new PagedList<Quote>(quotes, Complete: true, null);
    }

    private void Apply(IReadOnlyList<Quote> quotes)
    {
        var today = DateOnly.FromDateTime(clock.UtcNow.UtcDateTime);
        prices.Quote(
            [.. quotes.Where(quote => quote.Price is > 0 && quote.Currency is not null).Select(quote =>
                new Price(quote.Sku, prices.Region, Money.Of(quote.Price!.Value, quote.Currency!), PriceSource.Label(PriceSource.DswListEcsSpecs), today, "high")
                {
                    SourceId = PriceSource.DswListEcsSpecs,
                })],
            [.. quotes.Select(quote => new Sku(quote.Sku, quote.Vcpu, quote.MemoryGib, quote.GpuModel, quote.GpuCount, quote.GpuMemoryGib))],
            quotes.Where(quote => quote.IsAvailable is not null).ToDictionary(quote => quote.Sku, quote => quote.IsAvailable!.Value, StringComparer.Ordinal));
    }

    private Task<PagedList<SpotQuote>> ReadSpotAsync(CancellationToken ct) => MapAsync(Paging.ReadAllAsync<Dlc.EcsSpec>(
        async (number, stop) =>
        {
            var answer = await dlc.ListEcsSpecsAsync(new Dlc.ListEcsSpecsQuery { PageNumber = number, PageSize = 100 }, stop);
            return new Page<Dlc.EcsSpec>(answer.EcsSpecs, answer.TotalCount);
        },
        item => item.InstanceType, ct), SpotQuote.From);

    private void ApplySpot(IReadOnlyList<SpotQuote> quotes) => data.Spot = quotes.Where(quote => quote.Factor is not null || quote.InStock is not null)
        .ToDictionary(quote => quote.Sku, quote => new SpotMarket(quote.Factor, null) { InStock = quote.InStock }, StringComparer.Ordinal);

    private static async Task<PagedList<TOut>> MapAsync<TIn, TOut>(Task<PagedList<TIn>> reading, Func<TIn, TOut> map)
    {
        var pages = await reading;
        return new PagedList<TOut>([.. pages.Items.Select(map)], pages.Complete, pages.Failure);
    }

    private async Task StoreAsync(string key, string document, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.References.SingleOrDefaultAsync(reference => reference.Key == key, ct);
        if (row?.Document == document)
            return;
        if (row is null)
            db.References.Add(row = new ReferenceEntity { Key = key });
        row.Document = document;
        row.AsOf = clock.UtcNow;
        await db.SaveChangesAsync(ct);
    }

    private async Task RestoreAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var row in await db.References.AsNoTracking().ToListAsync(ct))
        {
            switch (row.Key)
            {
                case "workspaces":
                    data.Workspaces = Documents.Read<List<Domain.Workspaces.Workspace>>(row.Document);
                    break;
                case "datasets":
                    data.Datasets = Documents.Read<List<Domain.Workspaces.Dataset>>(row.Document);
                    break;
                case "images":
                    data.Images = Documents.Read<List<ContainerImage>>(row.Document);
                    break;
                case "spot":
                    ApplySpot(Documents.Read<List<SpotQuote>>(row.Document));
                    break;
                case "quotes":
                    Apply(Documents.Read<List<Quote>>(row.Document));
                    break;
            }
        }
        _restored = true;
    }

    /// <summary>What DSW says of one instance type.</summary>
    internal sealed record Quote(
        string Sku, decimal? Price, string? Currency, bool? IsAvailable, int? Vcpu, decimal? MemoryGib, string? GpuModel, int GpuCount, decimal? GpuMemoryGib)
    {
        public static Quote From(Dsw.EcsSpec spec) => new(
            spec.InstanceType!, (decimal?)spec.Price, Wire.Text(spec.Currency), spec.IsAvailable, (int?)spec.CPU, (decimal?)spec.Memory,
            spec.GPU > 0 ? spec.GPUType : null, (int)(spec.GPU ?? 0), (decimal?)spec.GPUMemorySize);
    }

    /// <summary>What DLC says of spot capacity of one instance type.</summary>
    internal sealed record SpotQuote(string Sku, decimal? Factor, bool? InStock)
    {
        // The discount is a multiplier: 0.1 is 90 % off. Stock words seen: WithStock, NoStock; others say nothing.
        public static SpotQuote From(Dlc.EcsSpec spec) => new(
            spec.InstanceType!, spec.NonProtectSpotDiscount is > 0 and <= 1 and var factor ? (decimal)factor : null,
            spec.SpotStockStatus switch { "WithStock" => true, "NoStock" => false, _ => null });
    }
}
