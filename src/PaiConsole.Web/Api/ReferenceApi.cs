using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Reference;
using PaiConsole.Engine.Syncing;
using PaiConsole.Web.Api.Docs;
using PaiConsole.Web.Api.Views;

namespace PaiConsole.Web.Api;

/// <summary>What specs refer to: prices, workspaces, datasets, images. Short lists that are answered whole.</summary>
internal static class ReferenceApi
{
    private const string Sync = "Reference";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/prices", Prices).TakesQuery(
                new("sku", "ECS instance type; all when absent."), new("region", "Region id; all when absent."))
            .WithName("listPrices").WithSummary("Prices").WithDescription("What an instance-hour costs where it is known, and where the figure comes from.");
        api.MapGet("/workspaces", (ReferenceData data, SyncHealth health) => ListViews.Whole(data.Workspaces, health.Of(Sync).AsOf, row => row))
            .WithName("listWorkspaces").WithSummary("Workspaces").WithDescription("AIWorkSpace ListWorkspaces, as last read.");
        api.MapGet("/datasets", (ReferenceData data, SyncHealth health) => ListViews.Whole(data.Datasets, health.Of(Sync).AsOf, row => row))
            .WithName("listDatasets").WithSummary("Datasets").WithDescription("AIWorkSpace ListDatasets, as last read. A manifest's claim resolves to the dataset of that name.");
        api.MapGet("/images", (ReferenceData data, SyncHealth health) => ListViews.Whole(data.Images, health.Of(Sync).AsOf, row => row))
            .WithName("listImages").WithSummary("Images").WithDescription("AIWorkSpace ListImages, as last read.");
    }

    private static ListView<PriceView> Prices(HttpRequest request, PriceDesk desk, SyncHealth health)
    {
        QueryFields.Demand(request.Query, "sku", "region");
        var prices = desk.Book.All(QueryFields.Text(request.Query, "sku"), QueryFields.Text(request.Query, "region"));
        return ListViews.Whole(prices, health.Of(Sync).AsOf, PriceView.From);
    }
}
