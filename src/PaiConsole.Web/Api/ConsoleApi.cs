using PaiConsole.Web.Api.Docs;

namespace PaiConsole.Web.Api;

/// <summary>The REST API: its table of contents.</summary>
internal static class ConsoleApi
{
    /// <summary>Where it is.</summary>
    public const string Root = "/api/v1";

    /// <summary>Maps everything under <c>/api/v1</c>, its description and its browser.</summary>
    public static void MapConsoleApi(this WebApplication app)
    {
        var api = app.MapGroup(Root).AddEndpointFilter<ApiFaults>();
        NotebooksApi.Map(api.MapGroup("/notebooks").WithTags("Notebooks"));
        JobsApi.Map(api.MapGroup("/jobs").WithTags("Jobs"));
        CompareApi.Map(api.MapGroup("/jobs").WithTags("Jobs"));
        SweepsApi.Map(api.MapGroup("/sweeps").WithTags("Jobs"));
        ServicesApi.Map(api.MapGroup("/services").WithTags("Services"));
        IdleApi.Map(api.MapGroup("/idle").WithTags("Notebooks"));
        AlertsApi.Map(api.MapGroup("/alerts").WithTags("Alerts"));
        OperationsApi.Map(api.MapGroup("").WithTags("Operations and events"));
        StorageApi.Map(api.MapGroup("").WithTags("Storage"));
        ReferenceApi.Map(api.MapGroup("").WithTags("Prices, workspaces, datasets, images"));
        TokensApi.Map(api.MapGroup("/tokens").WithTags("Tokens"));
        app.MapConsoleApiDocs();
    }
}
