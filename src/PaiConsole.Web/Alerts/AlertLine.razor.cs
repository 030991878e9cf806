using Microsoft.AspNetCore.Components;
using MudBlazor;
using PaiConsole.Domain;
using PaiConsole.Domain.Alerts;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Alerts;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Web.Jobs;
using PaiConsole.Web.Notebooks;
using PaiConsole.Web.Shared;
using PaiConsole.Web.Shared.Commands;
using PaiConsole.Web.Shell;

namespace PaiConsole.Web.Alerts;

/// <summary>One alert: what, whose, since when, what it has wasted, and what can be done about it.</summary>
public sealed partial class AlertLine
{
    private string _menu = "";

    /// <summary>The alert.</summary>
    [Parameter, EditorRequired] public AlertRow Alert { get; set; } = default!;
    /// <summary>Its notebook; null where it is not known.</summary>
    [Parameter] public NotebookRow? Row { get; set; }
    /// <summary>Its job; null where it is not known.</summary>
    [Parameter] public JobRow? Job { get; set; }
    /// <summary>Buttons make sense.</summary>
    [Parameter] public bool MayCommand { get; set; }
    /// <summary>It was changed here.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] private AlertCommands Commands { get; set; } = default!;
    [Inject] private NotebookVerbs Verbs { get; set; } = default!;
    [Inject] private JobVerbs JobVerbs { get; set; } = default!;
    [Inject] private PriceDesk Prices { get; set; } = default!;
    [Inject] private ConsoleSettings Settings { get; set; } = default!;
    [Inject] private ISnackbar Notices { get; set; } = default!;
    [Inject] private CommandDesk Desk { get; set; } = default!;
    [CascadingParameter] private Now Now { get; set; } = default!;

    private string Look => Alert.Severity switch { AlertSeverity.Critical => "critical", AlertSeverity.Warning => "warning", _ => "notice" };
    private string Title => Word($"Rule.{Alert.RuleId}", Alert.RuleId);
    private string Text => Alert.Cause is { } cause ? A[$"Cause.{cause}"] : Word($"Rule.{Alert.RuleId}.Text", "", L.Exact((Alert.ResolvedAt ?? Now.At) - Since));

    private string MoneyWord => Word($"Money.{Alert.RuleId}", A[$"Money.{Alert.Tells}"]);

    // Why it may wait, as far as the job itself tells.
    private string? Hint => Alert is not { Topic: AlertTopics.Queue, ResolvedAt: null } || Job is not { } job ? null
        : A[job.IsSpot ? "Stuck.Spot" : job.Sku is null ? "Stuck.Quota" : "Stuck.Stock"].Value;

    // The wipe is told three days before; what people want to know is how long it has been stopped.
    private DateTimeOffset Since => Alert.Topic == AlertTopics.Disk && Row is { } row ? row.HeldUntil ?? row.StatusSince : Alert.Since;

    private IEnumerable<(string Word, DateTimeOffset Until)> Until =>
    [
        ("1h", Now.At.AddHours(1)), ("1d", Now.At.AddDays(1)), ("monday", LeftOn.Of(new Money(0, "CNY"), Now.At, Prices.Region).Monday),
    ];

    /// <inheritdoc/>
    protected override void OnParametersSet() => _menu = $"snooze-{Alert.Id}";

    private string Word(string key, string otherwise, params object[] values) =>
        A[key, values] is { ResourceNotFound: false } word ? word.Value : otherwise;

    private Task AcknowledgeAsync() => SendAsync("Ack", actor => Commands.AcknowledgeAsync(actor, Alert.Id, CancellationToken.None));

    private Task SnoozeAsync(DateTimeOffset until) => SendAsync("Snooze", actor => Commands.SnoozeAsync(actor, Alert.Id, until, CancellationToken.None));

    private Task WakeAsync() => SendAsync("Wake", actor => Commands.WakeAsync(actor, Alert.Id, CancellationToken.None));

    private async Task SendAsync(string what, Func<Actor, Task<AlertOutcome>> send)
    {
        var outcome = await send(await Desk.ActorAsync());
        if (outcome.Alert is not null)
            Notices.Add(A[$"Taken.{what}", Alert.Name].Value, MudBlazor.Severity.Normal);
        else
            Notices.Add(outcome.Message ?? "", MudBlazor.Severity.Error);
        await OnChanged.InvokeAsync();
    }
}
