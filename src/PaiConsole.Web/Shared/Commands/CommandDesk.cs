using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Operations;
using PaiConsole.Web.Resources;
using PaiConsole.Web.Security;

namespace PaiConsole.Web.Shared.Commands;

/// <summary>
/// Where buttons hand in their commands: asks first, sends under one key so that a double click is one wish, and
/// says how it was taken. Whether the actor may is decided in the engine; whether the session still lives, here.
/// </summary>
public sealed class CommandDesk
{
    private readonly AuthenticationStateProvider _authentication;
    private readonly SessionCheck _session;
    private readonly Confirm _confirm;
    private readonly ISnackbar _notices;
    private readonly IStringLocalizer<SharedWords> _words;
    private readonly IStringLocalizer<StateWords> _states;

    internal CommandDesk(
        AuthenticationStateProvider authentication, SessionCheck session, Confirm confirm, ISnackbar notices,
        IStringLocalizer<SharedWords> words, IStringLocalizer<StateWords> states) =>
        (_authentication, _session, _confirm, _notices, _words, _states) = (authentication, session, confirm, notices, words, states);

    internal static CommandDesk Of(IServiceProvider services) => new(
        services.GetRequiredService<AuthenticationStateProvider>(), services.GetRequiredService<SessionCheck>(),
        services.GetRequiredService<Confirm>(), services.GetRequiredService<ISnackbar>(),
        services.GetRequiredService<IStringLocalizer<SharedWords>>(), services.GetRequiredService<IStringLocalizer<StateWords>>());

    /// <summary>Asks the person, then sends.</summary>
    /// <returns>True when the command was taken.</returns>
    public async Task<bool> AskAndSendAsync(Confirmation question, Func<Actor, string, CancellationToken, Task<CommandOutcome>> send) =>
        await _confirm.AskAsync(question) && (await SendAsync(send)).Operation is not null;

    /// <summary>Asks once, then sends one command for each of several objects.</summary>
    /// <returns>True when the person said yes.</returns>
    public async Task<bool> AskAndSendAllAsync(
        Confirmation question, IEnumerable<Func<Actor, string, CancellationToken, Task<CommandOutcome>>> sends)
    {
        if (!await _confirm.AskAsync(question))
            return false;
        foreach (var send in sends)
            await SendAsync(send);
        return true;
    }

    /// <summary>The person in front of this page; one whose token was revoked a second ago may only look.</summary>
    public async Task<Actor> ActorAsync()
    {
        var user = (await _authentication.GetAuthenticationStateAsync()).User;
        return await _session.IsGoodAsync(user, CancellationToken.None) ? user.ToActor() : new Actor(user.Identity?.Name ?? "", Role.Viewer);
    }

    /// <summary>Sends a command and says how it was taken.</summary>
    /// <param name="send">Given the actor and the key of this one wish.</param>
    /// <param name="key">A key of the page's own, where a form may be sent twice.</param>
    public async Task<CommandOutcome> SendAsync(Func<Actor, string, CancellationToken, Task<CommandOutcome>> send, string? key = null)
    {
        var outcome = await send(await ActorAsync(), key ?? Guid.NewGuid().ToString("N"), CancellationToken.None);
        if (outcome.Operation is { } operation)
            _notices.Add(_words["Command.Taken", StateText.Verb(_states, operation.Kind), operation.TargetName].Value, Severity.Normal);
        else
            _notices.Add($"{_words[$"Refusal.{outcome.Refusal}"].Value} {outcome.Message}", Severity.Error);
        return outcome;
    }
}
