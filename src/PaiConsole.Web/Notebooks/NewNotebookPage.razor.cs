using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Feed;
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
    // Rules of thumb by the memory of all cards together, in GiB: a 7B model fine-tunes in 24, a 13B in 48.
    private const decimal Small = 24;
    private const decimal Medium = 48;

    private readonly NotebookDraft _draft = new();
    // One key per form: however often it is sent, one notebook is made. A refused form that was edited is another wish.
    private string _key = Guid.NewGuid().ToString("N");
    private Preview<NotebookSpec> _preview = default!;
    private FeedView<OperationRow>? _operations;
    private OperationRow? _sent;
    private string? _failed;
    // The cloud did not answer: it may have made one all the same.
    private bool _unknown;
    private bool _sending;
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

    private IEnumerable<string> Durable => _preview.Spec.Data.Where(mount => (mount.DatasetId ?? mount.Uri) is { Length: > 0 } && mount.MountPath.Length > 0).Select(mount => mount.MountPath);

    private string Holds
    {
        get
        {
            var traits = ImageTraits.Of(_draft.Image.Trim());
            string[] parts =
            [
                .. traits.Frameworks.Select(framework => $"{framework.Name} {framework.Version}".TrimEnd()),
                .. traits.Cuda is { } cuda ? [$"CUDA {cuda}"] : Array.Empty<string>(),
                .. traits.Python is { } python ? [$"Python {python}"] : Array.Empty<string>(),
            ];
            return string.Join(" · ", parts);
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Skus = PricedSku.All(Reference.Context, Prices);
        Check();
        if (RendererInfo.IsInteractive)
            _operations = Feeds.Open<OperationRow>(InvokeAsync, FollowAsync, ReadSentAsync);
        MayCommand = Settings.AllowCommands && (await Authentication).User.ToActor().Role >= Role.Operator;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_operations is not null)
            await _operations.DisposeAsync();
    }

    private void Check() => _preview = Commands.Preview(_draft.ToSpec(Reference.Images));

    private EventCallback<ChangeEventArgs> Set(Action<string> set) => EventCallback.Factory.Create<ChangeEventArgs>(
        this, change => Change(() => set(change.Value as string ?? "")));

    private EventCallback<ChangeEventArgs> SetNumber(Action<int?> set) => EventCallback.Factory.Create<ChangeEventArgs>(
        this, change => Change(() => set(int.TryParse(change.Value as string, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null)));

    private void Change(Action change)
    {
        change();
        _begun = true;
        if (_failed is not null)
            (_failed, _unknown, _key) = (null, false, Guid.NewGuid().ToString("N"));
        Check();
    }

    // Errors and warnings stand at their field; advice is told in the list beside the form.
    private IEnumerable<Finding> Of(string field) => !_begun ? [] : _preview.Findings.Where(finding =>
        finding.Severity != Severity.Info && finding.Field is { } at && (at == field || at.StartsWith(field + ".", StringComparison.Ordinal)));

    private string? Faulty(string field) => Of(field).Any(finding => finding.Severity == Severity.Error) ? "true" : null;

    private string BestFor(Sku sku) => !sku.HasGpu ? N["BestFor.Cpu"] : Memory(sku) switch
    {
        null or 0 => N["BestFor.Unknown"],
        <= Small => N["BestFor.Small"],
        <= Medium => N["BestFor.Medium"],
        _ => N["BestFor.Large"],
    };

    private static decimal? Memory(Sku sku) => sku.GpuMemoryGib * (sku.GpuCount > 0 ? sku.GpuCount : sku.GpuFraction);

    private async Task CreateAsync()
    {
        _begun = true;
        if (_preview.IsBlocked)
            return;
        _sending = true;
        (_failed, _unknown) = (null, false);
        var outcome = await Desk.SendAsync((actor, key, stop) => Commands.CreateAsync(actor, _draft.ToSpec(Reference.Images), key, stop), _key);
        _sending = false;
        if (outcome.Operation is { } operation)
        {
            _sent = operation;
            await ReadSentAsync();
        }
        else
        {
            _failed = outcome.Message;
        }
    }

    private Task FollowAsync(FeedBatch<OperationRow> batch)
    {
        if (_sent is { } sent && batch.Changes.FirstOrDefault(change => change.Id == sent.Id)?.Row is { } row)
            Arrive(row);
        return Task.CompletedTask;
    }

    private async Task ReadSentAsync()
    {
        if (_sent is { } sent && await Operations.GetAsync(sent.Id, CancellationToken.None) is { } row)
            Arrive(row);
    }

    private void Arrive(OperationRow row)
    {
        if (row.Status is OperationStatus.Failed or OperationStatus.TimedOut)
        {
            (_sent, _failed, _unknown) = (null, row.Error?.Message ?? N["New.Unknown"].Value, row.Status == OperationStatus.TimedOut);
            StateHasChanged();
        }
        else if (row is { Status: OperationStatus.Confirmed, TargetId: { } id })
        {
            Navigation.NavigateTo($"/notebooks/{id}");
        }
    }
}
