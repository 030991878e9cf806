using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PaiConsole.Cloud;
using PaiConsole.Cloud.AiWorkspace;
using PaiConsole.Cloud.Credentials;
using PaiConsole.Cloud.Dlc;
using PaiConsole.Cloud.Dsw;
using PaiConsole.Cloud.Eas;
using PaiConsole.Cloud.Oss;
using PaiConsole.Engine.Access;
using PaiConsole.Engine.Alerts;
using PaiConsole.Engine.Auditing;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Hosting;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Jobs.Comparing;
using PaiConsole.Engine.Jobs.Sweeps;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Overview;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Promotion;
using PaiConsole.Engine.Reference;
using PaiConsole.Engine.Resumption;
using PaiConsole.Engine.Services;
using PaiConsole.Engine.Storage;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine;

/// <summary>The engine's table of contents.</summary>
public static class EngineServices
{
    /// <summary>Adds everything the console does behind its pages: persistence, sync, commands, queries, the feed.</summary>
    public static IServiceCollection AddPaiConsoleEngine(this IServiceCollection services, IConfiguration configuration) => services
        .AddOptionsFrom(configuration)
        .AddPersistence()
        .AddCloud(configuration)
        .AddCore()
        .AddNotebooks()
        .AddJobs()
        .AddResumption()
        .AddModelServices()
        .AddStorage()
        .AddAlerts()
        .AddClockwork(configuration);

    internal static IServiceCollection AddOptionsFrom(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PaiOptions>(configuration.GetSection("Pai"));
        services.Configure<SyncOptions>(configuration.GetSection("Sync"));
        services.Configure<AlertOptions>(configuration.GetSection("Alerts"));
        services.Configure<DatabaseOptions>(configuration.GetSection("Database"));
        services.Configure<DatabaseOptions>(options =>
            options.ConnectionString = configuration.GetConnectionString("PaiConsole") ?? options.ConnectionString);
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    internal static IServiceCollection AddPersistence(this IServiceCollection services) => services
        .AddPooledDbContextFactory<PaiConsoleDb>((provider, options) => Databases.Configure(options, provider.GetRequiredService<IOptions<DatabaseOptions>>().Value))
        .AddSingleton<DatabaseSeal>()
        .AddSingleton<DatabaseStart>()
        .AddSingleton<DatabaseLease>();

    internal static IServiceCollection AddCloud(this IServiceCollection services, IConfiguration configuration) => services.AddPaiCloud(options =>
    {
        var pai = configuration.GetSection("Pai").Get<PaiOptions>() ?? new PaiOptions();
        options.Region = pai.Region;
        if (pai.IsEmulator)
        {
            options.Endpoints["*"] = configuration["Emulator:Url"] ?? "http://127.0.0.1:5081";
            options.Endpoints["oss"] = EmulatorOss(configuration["Emulator:OssUrl"], options.Endpoints["*"]);
            options.Credentials = new Credentials("emulator", "emulator");
        }
        foreach (var (product, host) in pai.Endpoints)
            options.Endpoints[product] = host;
    });

    internal static IServiceCollection AddCore(this IServiceCollection services)
    {
        services.AddSingleton<ChangeFeed>().AddSingleton<SyncHealth>().AddSingleton<SyncLoop>().AddSingleton<SyncTicker>().AddSingleton<ReconcilerServices>();
        services.AddSingleton<OperationBoard>().AddSingleton<OperationSettler>().AddSingleton<Func<IWorkQueue>>(p => p.GetRequiredService<IWorkQueue>).AddSingleton<OperationHandlers>().AddSingleton<OperationRunner>()
            .AddSingleton<OperationResumer>().AddSingleton<OperationNews>().AddSingleton<CommandGate>();
        services.TryAddSingleton<IOperationProbe, NoProbe>();
        services.AddSingleton<AuditLog>().AddSingleton<PriceDesk>();
        services.AddSingleton(p => new ReferenceData(p.GetRequiredService<PriceDesk>()));
        services.AddSingleton<ISync, ReferenceSync>();
        services.AddSingleton(p => new AuditQueries(Databases.Of(p)));
        services.AddSingleton(p => new EndedSessions(Databases.Of(p)));
        services.AddSingleton(p => new TokenService(Databases.Of(p), p.GetRequiredService<AuditLog>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new OperationQueries(Databases.Of(p)));
        services.AddSingleton(p => new OverviewQueries(
            Databases.Of(p), p.GetRequiredService<NotebookQueries>(), p.GetRequiredService<JobQueries>(), p.GetRequiredService<ServiceQueries>(),
            p.GetRequiredService<ICloudClock>()));
        services.AddSingleton(p => new PromotionQueries(p.GetRequiredService<NotebookQueries>(), p.GetRequiredService<ReferenceData>()));
        services.AddSingleton(p => new CloudNow(p.GetRequiredService<ICloudClock>()));
        return services;
    }

    internal static IServiceCollection AddNotebooks(this IServiceCollection services) => services
        .AddHandlers(p => NotebookOperations.Handlers(p.GetRequiredService<IDswApi>(), p.GetRequiredService<IOptions<PaiOptions>>()))
        .AddSingleton<ISync, NotebookReconciler>()
        .AddSingleton<IdleBook>()
        .AddSingleton<UseFigures>()
        .AddSingleton<ISync, IdleWatch>()
        .AddSingleton(p => new NotebookQueries(
            Databases.Of(p), p.GetRequiredService<SyncHealth>(), p.GetRequiredService<OperationBoard>(), p.GetRequiredService<PriceDesk>(),
            p.GetRequiredService<ICloudClock>(), p.GetRequiredService<IDswApi>(), p.GetRequiredService<IdleBook>()))
        .AddSingleton(p => new NotebookCommands(
            p.GetRequiredService<CommandGate>(), p.GetRequiredService<NotebookQueries>(), p.GetRequiredService<ReferenceData>(),
            p.GetRequiredService<ICloudClock>(), p.GetRequiredService<IOptions<PaiOptions>>()));

    internal static IServiceCollection AddAlerts(this IServiceCollection services) => services
        .AddSingleton<JobPapers>()
        .AddSingleton<JobUseBook>()
        .AddSingleton<ISync, JobUseWatch>()
        .AddSingleton<ISync>(p => ActivatorUtilities.CreateInstance<AlertWatch>(p, ActivatorUtilities.CreateInstance<NotebookAlerts>(p)))
        .AddSingleton<ISync>(p => ActivatorUtilities.CreateInstance<AlertWatch>(p, ActivatorUtilities.CreateInstance<JobAlerts>(p)))
        .AddSingleton(p => new LeftOnReports(
            Databases.Of(p), p.GetRequiredService<IdleBook>(), p.GetRequiredService<CloudNow>(), p.GetRequiredService<IOptions<PaiOptions>>().Value.Region,
            p.GetRequiredService<IOptions<AlertOptions>>().Value.For("").Hours,
            sku => p.GetRequiredService<PriceDesk>().Skus.Find(sku)?.HasGpu == true))
        .AddSingleton(p => new AlertQueries(Databases.Of(p), p.GetRequiredService<CloudNow>()))
        .AddSingleton(p => new AlertCommands(
            Databases.Of(p), p.GetRequiredService<AuditLog>(), p.GetRequiredService<ChangeFeed>(), p.GetRequiredService<CloudNow>()));

    internal static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddHandlers(p => JobOperations.Handlers(p.GetRequiredService<IDlcApi>(), p.GetRequiredService<IOptions<PaiOptions>>()))
        .AddSingleton<ISync, JobReconciler>()
        .AddSingleton(p => new JobQueries(
            Databases.Of(p), p.GetRequiredService<SyncHealth>(), p.GetRequiredService<OperationBoard>(), p.GetRequiredService<PriceDesk>(),
            p.GetRequiredService<ICloudClock>(), p.GetRequiredService<IDlcApi>()))
        .AddSingleton(p => new PodLogs(
            p.GetRequiredService<JobQueries>(), p.GetRequiredService<IDlcApi>(), p.GetRequiredService<ICloudClock>(), p.GetRequiredService<TimeProvider>()))
        .AddSingleton(p => new JobCommands(
            p.GetRequiredService<CommandGate>(), p.GetRequiredService<JobQueries>(), p.GetRequiredService<ReferenceData>(), p.GetRequiredService<IOptions<PaiOptions>>()))
        .AddSingleton(p => new JobAdvice(p.GetRequiredService<ReferenceData>()))
        .AddSingleton(p => new SweepQueries(
            Databases.Of(p), p.GetRequiredService<JobQueries>(), p.GetRequiredService<SyncHealth>(), p.GetRequiredService<CloudNow>()))
        .AddSingleton(p => new CompareQueries(
            Databases.Of(p), p.GetRequiredService<JobQueries>(), p.GetRequiredService<PodLogs>(), p.GetRequiredService<SyncHealth>(), p.GetRequiredService<CloudNow>()))
        .AddSingleton(p => new SweepCommands(p.GetRequiredService<CommandGate>(), p.GetRequiredService<JobCommands>(), p.GetRequiredService<SweepQueries>()));

    internal static IServiceCollection AddResumption(this IServiceCollection services) => services
        .AddHandlers(p => [new ResumeJob(p.GetRequiredService<IDlcApi>(), p.GetRequiredService<CheckpointQueries>())])
        // Commands need the queue of work, and that in turn every sync: found only when one of them is due.
        .AddSingleton<Func<ResumeCommands>>(p => p.GetRequiredService<ResumeCommands>)
        .AddSingleton<ISync, ResumeWatch>()
        .AddSingleton(p => new ResumeCommands(Databases.Of(p), p.GetRequiredService<CommandGate>(), p.GetRequiredService<JobQueries>()))
        .AddSingleton(p => new RunQueries(
            Databases.Of(p), p.GetRequiredService<JobQueries>(), p.GetRequiredService<CheckpointQueries>(), p.GetRequiredService<CloudNow>()));

    internal static IServiceCollection AddModelServices(this IServiceCollection services) => services
        .AddHandlers(p => ServiceOperations.Handlers(p.GetRequiredService<IEasApi>(), p.GetRequiredService<IOptions<PaiOptions>>()))
        .AddSingleton<ISync, ServiceReconciler>()
        .AddSingleton(p => new ServiceQueries(
            Databases.Of(p), p.GetRequiredService<SyncHealth>(), p.GetRequiredService<OperationBoard>(), p.GetRequiredService<PriceDesk>(),
            p.GetRequiredService<ICloudClock>(), p.GetRequiredService<IEasApi>(), p.GetRequiredService<IOptions<PaiOptions>>()))
        .AddSingleton(p => new ServiceCommands(
            p.GetRequiredService<CommandGate>(), p.GetRequiredService<ServiceQueries>(), p.GetRequiredService<ReferenceData>(), p.GetRequiredService<IOptions<PaiOptions>>()));

    internal static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton(p => new PlaceReader(p.GetRequiredService<IOssApi>(), p.GetRequiredService<TimeProvider>()))
        .AddSingleton(p => new StorageQueries(p.GetRequiredService<PlaceReader>(), p.GetRequiredService<ReferenceData>(), p.GetRequiredService<CloudNow>()))
        .AddSingleton(p => new CheckpointQueries(
            p.GetRequiredService<JobQueries>(), p.GetRequiredService<PodLogs>(), p.GetRequiredService<StorageQueries>(), p.GetRequiredService<PlaceReader>(), p.GetRequiredService<CloudNow>()));

    internal static IServiceCollection AddClockwork(this IServiceCollection services, IConfiguration configuration)
    {
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        services.AddSingleton<IWorkQueue, HangfireWorkQueue>();
        services.AddSingleton<DatabaseCheck>();
        services.AddHostedService<EngineStart>();
        services.AddHostedService(p => p.GetRequiredService<DatabaseCheck>());
        services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (database.Provider == DatabaseOptions.PostgreSql)
                hangfire.UsePostgreSqlStorage(storage => storage.UseNpgsqlConnection(configuration.GetConnectionString("PaiConsole")));
            else
                // Nothing in there outlives the process, and need not: what is due follows from the tables.
                hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromMinutes(2) });
        });
        services.AddHangfireServer(server =>
        {
            server.SchedulePollingInterval = TimeSpan.FromMilliseconds(500);
            server.WorkerCount = 8;
            server.ServerName = "paiconsole";
        });
        return services;
    }

    private static IServiceCollection AddHandlers(this IServiceCollection services, Func<IServiceProvider, IEnumerable<IOperationHandler>> handlers) =>
        services.AddSingleton(new HandlerSource(handlers));

    // As the emulator has it: the port after that of everything else, where nothing is said.
    private static string EmulatorOss(string? configured, string url)
    {
        if (configured is { Length: > 0 } || !Uri.TryCreate(url, UriKind.Absolute, out var known))
            return configured ?? url;
        return new UriBuilder(known) { Port = Math.Min(known.Port + 1, 65535) }.Uri.GetLeftPart(UriPartial.Authority);
    }
}
