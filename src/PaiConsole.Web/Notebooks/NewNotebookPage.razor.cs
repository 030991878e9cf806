using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Reference;
using PaiConsole.Web.Security;
using PaiConsole.Web.Shared;
using PaiConsole.Web.Shared.Commands;
using PaiConsole.Web.Shared.Feeds;
using PaiConsole.Web.Shared.Skus;
using PaiConsole.Web.Shell;

namespace PaiConsole.Web.Notebooks;

/// <summary>Creating a notebook: what it runs on, what survives a stop, when it stops by itself, and what it costs if nobody stops it.</summary>
public sealed partial class NewNotebookPage : IAsyncDisposable
{
    private readonly NotebookDraft _draft = new();
    private Preview<NotebookSpec> _preview = default!;
    private Creation _creation = default!;
    // An empty form is not a mistake yet.
    private bool _begun;

    [Inject] private NotebookCommands Commands { get; set; } = default!;
    [Inject] private OperationQueries Operations { get; set; } = default!;
    [Inject] private CommandDesk Desk { get; set; } = default!;
    [Inject] private PriceDesk Prices { get; set; } = default!;
    [Inject] private ReferenceData Reference { get; set; } = default!;
    [Inject] private FeedViews Feeds { get; set; } = default!;
    [Inject] private ConsoleSettings Settings { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;
    [CascadingParameter] private Now Now { get; set; } = default!;

    private bool MayCommand { get; set; }

    private IReadOnlyList<PricedSku> Skus { get; set; } = [];

    private Sku? Chosen => Prices.Skus.Find(_draft.Sku.Trim());

    private LeftOn? Left => _preview.CostPerHour is { } rate ? LeftOn.Of(rate, Now.At, Settings.Region) : null;

    // A mount that is refused keeps nothing.
    private IEnumerable<string> Durable => _preview.Spec.Data
        .Where((mount, index) => mount.MountPath.Length > 0 && Faulty($"data[{index}]") is null).Select(mount => mount.MountPath);

    private IReadOnlyList<Finding> Findings => [.. _draft.Faults, .. _preview.Findings];

    private bool IsBlocked => Findings.Any(finding => finding.Severity == Severity.Error);

    // What the cloud has to give, of those it has said something about; nothing while it has not.
    private (int There, int Known)? InStock =>
        Prices.Availability is { Count: > 0 } stock ? (stock.Values.Count(there => there), stock.Count) : null;

    private (string Href, string Word)? Better => _draft.Use switch
    {
        NotebookUse.Train or NotebookUse.Unattended => ("/jobs/new", "Use.AsJob"),
        NotebookUse.Serve => ("/services", "Use.AsService"),
        _ => null,
    };

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _creation = new Creation(Desk, Operations, L);
        Skus = PricedSku.All(Reference.Context, Prices);
        Check();
        if (RendererInfo.IsInteractive)
            _creation.Follow(Feeds, InvokeAsync, StateHasChanged, id => Navigation.NavigateTo($"/notebooks/{id}"));
        MayCommand = Settings.AllowCommands && (await Authentication).User.ToActor().Role >= Role.Operator;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _creation.DisposeAsync();

    private void Check() => _preview = Commands.Preview(_draft.ToSpec(Reference.Images));

    private EventCallback<ChangeEventArgs> Set(Action<string> set) => EventCallback.Factory.Create<ChangeEventArgs>(
        this, change => Change(() => set(change.Value as string ?? "")));

    private EventCallback<ChangeEventArgs> SetNumber(Action<int?> set) => EventCallback.Factory.Create<ChangeEventArgs>(
        this, change => Change(() => set(int.TryParse(change.Value as string, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null)));

    private void Change(Action change)
    {
        change();
        _begun = true;
        _creation.Edited();
        Check();
    }

    // Errors and warnings stand at their field; advice is told in the list beside the form.
    private IEnumerable<Finding> Of(string field) => !_begun ? [] : Findings.Where(finding =>
        finding.Severity != Severity.Info && finding.Field is { } at && (at == field || at.StartsWith(field + ".", StringComparison.Ordinal)));

    private string? Faulty(string field) => Of(field).Any(finding => finding.Severity == Severity.Error) ? "true" : null;

    private Task CreateAsync()
    {
        _begun = true;
        return IsBlocked
            ? Task.CompletedTask
            : _creation.SendAsync((actor, key, stop) => Commands.CreateAsync(actor, _draft.ToSpec(Reference.Images), key, stop));
    }
}
