using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PaiConsole.Engine.Storage;
using PaiConsole.Web.Security;

namespace PaiConsole.Web.Shared.Storage;

/// <summary>Verifies a place that is being typed, when asked to: each keystroke would be another bucket.</summary>
public sealed partial class PlaceCheck : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private PlaceLook? _look;
    private bool _isLooking;

    /// <summary>URI or dataset id, as typed.</summary>
    [Parameter, EditorRequired] public string Source { get; set; } = "";

    [Inject] private StorageQueries Queries { get; set; } = default!;
    [Inject] private AuthenticationStateProvider Authentication { get; set; } = default!;

    private bool IsWorthLooking => Source.Trim() is { Length: > 0 } typed && typed is not ("oss://" or "nas://");

    /// <inheritdoc/>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task LookAsync()
    {
        _isLooking = true;
        try
        {
            var actor = (await Authentication.GetAuthenticationStateAsync()).User.ToActor();
            _look = await Queries.LookAsync(actor, Source, _gone.Token);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            _isLooking = false;
        }
    }
}
