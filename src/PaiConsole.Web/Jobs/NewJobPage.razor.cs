using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Feed;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Reference;
using PaiConsole.Web.Security;
using PaiConsole.Web.Shared.Commands;
using PaiConsole.Web.Shared.Feeds;
using PaiConsole.Web.Shared.Instruments;
using PaiConsole.Web.Shell;

namespace PaiConsole.Web.Jobs;

/// <summary>Submitting a job, from a manifest or a form; both end in the same spec, whose price and faults are shown while typing.</summary>
public sealed partial class NewJobPage : IAsyncDisposable
{
    private readonly JobDraft _draft = new();
    // One key per form: however often it is sent, one job is made. A refused form that was edited is another wish.
    private string _key = Guid.NewGuid().ToString("N");
    private string _mode = "yaml";
    private string _yaml = "";
    private IReadOnlyList<Finding>? _assumptions;
    private Preview<JobSpec> _preview = default!;
    private FeedView<OperationRow>? _operations;
    private OperationRow? _sent;
    private string? _failed;
    private bool _sending;
    // An empty form is not a mistake yet: nothing is told until something was typed, opened or submitted.
    private bool _begun;
    // The editor shows another text than the one that was read: what would be submitted is not what is seen.
    private bool _strayed;

    /// <summary>Id of a job to start from.</summary>
    [SupplyParameterFromQuery(Name = "clone")] public string? CloneOf { get; set; }

    [Inject] private JobCommands Commands { get; set; } = default!;
    [Inject] private OperationQueries Operations { get; set; } = default!;
    [Inject] private CommandDesk Desk { get; set; } = default!;
    [Inject] private PriceDesk Prices { get; set; } = default!;
    [Inject] private ReferenceData Reference { get; set; } = default!;
    [Inject] private FeedViews Feeds { get; set; } = default!;
    [Inject] private ConsoleSettings Settings { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    private bool MayCommand { get; set; }

    private IReadOnlyList<Finding> Told => _begun ? _preview.Findings : [];

    private long Gpus => _preview.Spec.Roles.Sum(role => role.Count * (Prices.Skus.Find(role.Sku)?.GpuCount ?? 0));

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (CloneOf is { Length: > 0 } id && await Commands.SpecOfAsync(id, CancellationToken.None) is { } spec)
        {
            _draft.Fill(spec);
            (_mode, _begun) = ("form", true);
        }
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

    private void Check() => _preview = Commands.Preview(_draft.ToSpec(), _assumptions);

    private void FormChanged()
    {
        (_begun, _strayed) = (true, false);
        // What is edited by hand is checked as it stands now, not as the manifest had it.
        _assumptions = null;
        Renew();
        Check();
    }

    private void ImportAsync(string yaml)
    {
        _yaml = yaml;
        (_begun, _strayed) = (true, false);
        var import = Commands.Import(yaml);
        _assumptions = import.Assumptions;
        _draft.Fill(import.Spec);
        Renew();
        Check();
    }

    private async Task OpenFileAsync(InputFileChangeEventArgs file)
    {
        if (file.File.Size > CodeEditor.Longest)
        {
            TooLong(isShown: false);
            return;
        }
        await using var stream = file.File.OpenReadStream(CodeEditor.Longest);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        ImportAsync(await reader.ReadToEndAsync());
    }

    private void TooLong(bool isShown)
    {
        _failed = J["New.TooLong", CodeEditor.Longest / 1024];
        _strayed |= isShown;
    }

    private void Renew()
    {
        if (_failed is null)
            return;
        _failed = null;
        _key = Guid.NewGuid().ToString("N");
    }

    private async Task SubmitAsync()
    {
        _begun = true;
        if (_preview.IsBlocked || _strayed)
            return;
        _sending = true;
        _failed = null;
        var outcome = await Desk.SendAsync((actor, key, stop) => Commands.SubmitAsync(actor, _draft.ToSpec(), _assumptions, key, stop), _key);
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
            (_sent, _failed) = (null, row.Error?.Message);
            StateHasChanged();
        }
        else if (row is { Status: OperationStatus.Confirmed, TargetId: { } id })
        {
            Navigation.NavigateTo($"/jobs/{id}");
        }
    }
}
