using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Jobs;

/// <summary>The log of one attempt of a pod at a time; which one stands in the address: <c>?pod=&amp;attempt=</c>.</summary>
public sealed partial class JobLogs : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<JobPod>? _pods;
    private CloudUnavailableException? _problem;

    /// <summary>JobId.</summary>
    [Parameter, EditorRequired] public string JobId { get; set; } = "";
    /// <summary>Pods and attempts may still come.</summary>
    [Parameter] public bool Live { get; set; }

    [SupplyParameterFromQuery(Name = "pod")] private string? Pod { get; set; }
    [SupplyParameterFromQuery(Name = "attempt")] private string? Attempt { get; set; }

    [Inject] private JobQueries Queries { get; set; } = default!;
    [Inject] private PodLogs Logs { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;

    // What the address names, and otherwise the first pod as it runs now.
    private PodLogName? Picked =>
        Attempts().Select(attempt => attempt.Name).FirstOrDefault(name => name.PodId == Pod && name.Uid == Attempt)
        ?? Attempts().Select(attempt => attempt.Name).FirstOrDefault(name => name.PodId == Pod)
        ?? Attempts().Select(attempt => attempt.Name).FirstOrDefault();

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            await ReadPodsAsync();
            using var timer = new PeriodicTimer(Pause, Clock);
            while (await timer.WaitForNextTickAsync(_gone.Token))
            {
                if (Live || _pods is null)
                    await ReadPodsAsync();
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // nobody looks any more
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task ReadPodsAsync()
    {
        try
        {
            (_pods, _problem) = (await Queries.PodsAsync(JobId, _gone.Token), null);
        }
        catch (CloudUnavailableException problem)
        {
            _problem = problem;
        }
        StateHasChanged();
    }

    private void Pick(ChangeEventArgs change)
    {
        if (Attempts().FirstOrDefault(attempt => Value(attempt.Name) == change.Value as string).Name is { } name)
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { ["pod"] = name.PodId, ["attempt"] = name.Uid }));
    }

    private IEnumerable<(PodLogName Name, JobPod Pod)> Attempts() => (_pods ?? []).SelectMany(pod =>
        pod.Earlier.Reverse().Select(earlier => (new PodLogName(JobId, pod.Id, earlier.Uid), earlier)).Prepend((new PodLogName(JobId, pod.Id, null), pod)));

    private static string Value(PodLogName name) => name.Uid is null ? name.PodId : $"{name.PodId}/{name.Uid}";

    private static string Download(PodLogName name) =>
        $"/api/v1/jobs/{Uri.EscapeDataString(name.JobId)}/logs/file?pod={Uri.EscapeDataString(name.PodId)}" + (name.Uid is null ? "" : $"&uid={Uri.EscapeDataString(name.Uid)}");
}
