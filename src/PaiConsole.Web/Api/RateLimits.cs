using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using PaiConsole.Engine;
using PaiConsole.Web.Security;

namespace PaiConsole.Web.Api;

/// <summary>How many commands one actor may send: a script that runs wild must not run up a bill.</summary>
internal static class RateLimits
{
    public const string Commands = "commands";
    private const int PerMinuteInCloud = 30;
    private const int PerMinuteInEmulator = 600;

    /// <summary>Limits per actor and minute; beyond it 429 with <c>Retry-After</c>.</summary>
    public static void AddConsoleRateLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.AddPolicy(Commands, http => RateLimitPartition.GetFixedWindowLimiter(http.User.ToActor().Name, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = http.RequestServices.GetRequiredService<IOptions<PaiOptions>>().Value.IsEmulator ? PerMinuteInEmulator : PerMinuteInCloud,
            Window = TimeSpan.FromMinutes(1),
        }));
        limits.OnRejected = async (rejected, _) =>
        {
            var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? (int)Math.Ceiling(wait.TotalSeconds) : 60;
            var text = seconds.ToString(CultureInfo.InvariantCulture);
            rejected.HttpContext.Response.Headers.RetryAfter = text;
            await new ApiProblem(StatusCodes.Status429TooManyRequests, "Too many commands", $"Try again in {text} seconds.")
                .ToResult().ExecuteAsync(rejected.HttpContext);
        };
    });
}
