using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaiConsole.Cloud.AiWorkspace;
using PaiConsole.Cloud.Credentials;
using PaiConsole.Cloud.Dlc;
using PaiConsole.Cloud.Dsw;
using PaiConsole.Cloud.Eas;
using PaiConsole.Cloud.Ecs;
using PaiConsole.Cloud.Oss;
using PaiConsole.Cloud.PaiStudio;
using PaiConsole.Cloud.Transport;

namespace PaiConsole.Cloud;

/// <summary>Registers the clients of the cloud.</summary>
public static class PaiCloudServices
{
    private const string MetadataClient = "PaiConsole.Cloud:metadata";

    /// <summary>Name of the activity source and of the meter, for OpenTelemetry.</summary>
    public const string TelemetryName = Telemetry.Name;

    /// <summary>
    /// Adds <see cref="IDswApi"/>, <see cref="IDlcApi"/>, <see cref="IEasApi"/>, <see cref="IAiWorkspaceApi"/>, <see cref="IEcsApi"/>, <see cref="IOssApi"/>,
    /// <see cref="IPaiStudioApi"/> and <see cref="ICloudClock"/>, all singletons. Takes <see cref="TimeProvider"/> from the container when there is one.
    /// </summary>
    /// <exception cref="ArgumentException">An endpoint is not one calls may be sent to.</exception>
    public static IServiceCollection AddPaiCloud(this IServiceCollection services, Action<PaiCloudOptions> configure)
    {
        var options = new PaiCloudOptions();
        configure(options);
        return services.AddPaiCloud(options);
    }

    /// <inheritdoc cref="AddPaiCloud(IServiceCollection, Action{PaiCloudOptions})"/>
    public static IServiceCollection AddPaiCloud(this IServiceCollection services, PaiCloudOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<CloudClock>();
        services.AddSingleton<ICloudClock>(provider => provider.GetRequiredService<CloudClock>());
        services.AddSingleton(CreateCredentials);
        services.AddSingleton<PaiTransport>();
        services.AddSingleton<IDswApi, DswApi>();
        services.AddSingleton<IDlcApi, DlcApi>();
        services.AddSingleton<IEasApi, EasApi>();
        services.AddSingleton<IAiWorkspaceApi, AiWorkspaceApi>();
        services.AddSingleton<IEcsApi, EcsApi>();
        services.AddSingleton<IPaiStudioApi, PaiStudioApi>();
        services.AddSingleton<IOssApi, OssApi>();

        foreach (var product in PaiProduct.All)
        {
            var endpoint = Endpoints.Resolve(product, options);
            Configure(services.AddHttpClient(PaiTransport.ClientName(product)), () => Network(endpoint.IsLoopback), options)
                .AddHttpMessageHandler(provider =>
                    new SigningHandler(provider.GetRequiredService<ICredentialsProvider>(), provider.GetRequiredService<TimeProvider>()));
        }

        var oss = Endpoints.Resolve(PaiProduct.Oss, options);
        Configure(services.AddHttpClient(PaiTransport.ClientName(PaiProduct.Oss)), () => Network(oss.IsLoopback), options)
            .AddHttpMessageHandler(provider =>
                new OssSigningHandler(provider.GetRequiredService<ICredentialsProvider>(), provider.GetRequiredService<TimeProvider>()));

        Configure(services.AddHttpClient(MetadataClient), () => Network(isLocal: true), options);
        return services;
    }

    // The default loggers of HttpClient write headers, and ours hold signatures and tokens.
    private static IHttpClientBuilder Configure(IHttpClientBuilder client, Func<HttpMessageHandler> network, PaiCloudOptions options) => client
        .RemoveAllLoggers()
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(options.PrimaryHandler ?? network);

    private static SocketsHttpHandler Network(bool isLocal)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !isLocal,
            AutomaticDecompression = System.Net.DecompressionMethods.GZip,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(50),
            MaxConnectionsPerServer = 16,
            ActivityHeadersPropagator = null,
        };
        if (!isLocal)
            handler.ConnectCallback = EgressGuard.ConnectAsync;
        return handler;
    }

    private static ICredentialsProvider CreateCredentials(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<PaiCloudOptions>();
        if (options.CredentialsProvider is { } own)
            return own;
        if (options.Credentials is { } fixedOnes)
            return new StaticCredentials(fixedOnes);

        var time = provider.GetRequiredService<TimeProvider>();
        var clients = provider.GetRequiredService<IHttpClientFactory>();
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        ICredentialsSource InstanceRole(string? role) => new InstanceRoleSource(() => clients.CreateClient(MetadataClient), time, role);
        return new CredentialsChain(
            [
                new EnvironmentSource(Environment.GetEnvironmentVariable),
                new ProfileSource(Path.Combine(home, ".aliyun", "config.json"), Environment.GetEnvironmentVariable, InstanceRole),
                InstanceRole(Environment.GetEnvironmentVariable("ALIBABA_CLOUD_ECS_METADATA")),
            ],
            time);
    }
}
