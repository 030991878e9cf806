using Polly;
using Polly.Retry;

namespace PaiConsole.Cloud.Transport;

/// <summary>
/// The one retry layer. Calls that may be done twice are repeated after anything that passes; others only after a refusal for too many calls,
/// which certainly did nothing, or for credentials that have ended.
/// </summary>
internal static class Retry
{
    internal static readonly ResiliencePropertyKey<CallState> State = new("pai-call-state");

    internal static ResiliencePipeline Build(PaiCloudOptions options, TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = options.MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(400),
            MaxDelay = options.MaxRetryDelay,
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is PaiApiException fault && IsWorthRepeating(fault, StateOf(arguments.Context), options)),
            DelayGenerator = arguments => ValueTask.FromResult(Delay(arguments.Outcome.Exception, StateOf(arguments.Context))),
            OnRetry = arguments =>
            {
                Telemetry.Retried(StateOf(arguments.Context).Call);
                return default;
            },
        })
        .Build();

    private static bool IsWorthRepeating(PaiApiException fault, CallState state, PaiCloudOptions options)
    {
        // Polly asks after the last attempt too: that one takes nothing from the budget.
        if (state.Attempts > options.MaxRetries || fault.RetryAfter > options.MaxRetryDelay)
            return false;
        var may = state.RenewedNow || fault.IsThrottling || (state.Call.IsIdempotent && fault.IsTransient);
        return may && state.Pacing.TryTakeRetry(state.Call.IsRead);
    }

    private static TimeSpan? Delay(Exception? fault, CallState state) =>
        state.RenewedNow ? TimeSpan.Zero : (fault as PaiApiException)?.RetryAfter;

    private static CallState StateOf(ResilienceContext context) => context.Properties.GetValue(State, null!);
}
