using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using PaiConsole.Web.Security;

namespace PaiConsole.Web.Shell;

/// <summary>
/// Whether the browser of this circuit is there. Subscriptions are dropped when the connection goes down,
/// not when the circuit is disposed minutes later: a closed tab must cost nothing.
/// </summary>
public sealed class CircuitPresence
{
    /// <summary>True until the connection is lost, and again once it is back.</summary>
    public bool IsConnected { get; private set; } = true;

    /// <summary>The connection came or went.</summary>
    public event EventHandler? Changed;

    internal void Set(bool connected)
    {
        if (IsConnected == connected)
            return;
        IsConnected = connected;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}

/// <summary>Tells <see cref="CircuitPresence"/> and the census when a connection comes and goes.</summary>
internal sealed class PresenceHandler(CircuitPresence presence, CircuitCensus census, AuthenticationStateProvider authentication) : CircuitHandler
{
    public override async Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        census.Connected(circuit.Id, state.User.Identity?.Name ?? "");
        presence.Set(connected: true);
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        census.Disconnected(circuit.Id);
        presence.Set(connected: false);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        census.Disconnected(circuit.Id);
        return Task.CompletedTask;
    }
}
