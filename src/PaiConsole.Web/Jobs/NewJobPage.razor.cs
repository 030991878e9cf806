using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Promotion;
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
    private string _mode = "yaml";
    private string _yaml = "";
    private string _python = "";
    private IReadOnlyList<Finding>? _assumptions;
    private Preview<JobSpec> _preview = default!;
    private Creation _creation = default!;
    private string? _tooLong;
    // An empty form is not a mistake yet: nothing is told until something was typed, opened or submitted.
    private bool _begun;
    // The editor shows another text than the one that was read: what would be submitted is not what is seen.
    private bool _strayed;

    /// <summary>Id of a job to start from.</summary>
    [SupplyParameterFromQuery(Name = "clone")] public string? CloneOf { get; set; }

    /// <summary>Id of a notebook to take image, machine and mounts from.</summary>
    [SupplyParameterFromQuery(Name = "notebook")] public string? NotebookId { get; set; }

    [Inject] private PromotionQueries Promotions { get; set; } = default!;
    [Inject] private JobCommands Commands { get; set; } = default!;
    [Inject] private JobAdvice Advice { get; set; } = default!;
    [Inject] private OperationQueries Operations { get; set; } = default!;
    [Inject] private CommandDesk Desk { get; set; } = default!;
    [Inject] private PriceDesk Prices { get; set; } = default!;
    [Inject] private ReferenceData Reference { get; set; } = default!;
    [Inject] private FeedViews Feeds { get; set; } = default!;
    [Inject] private ConsoleSettings Settings { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    private NotebookPromotion? Promoted { get; set; }

    private bool MayCommand { get; set; }

    private IReadOnlyList<Finding> Findings => [.. _draft.Faults, .. _preview.Findings];

    private IReadOnlyList<Finding> Told => _begun ? Findings : [];

    private bool IsBlocked => Findings.Any(finding => finding.Severity == Severity.Error);

    private long Gpus => _preview.Spec.Roles.Sum(role => role.Count * (Prices.Skus.Find(role.Sku)?.GpuCount ?? 0));

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _creation = new Creation(Desk, Operations, L);
        Check(); // what follows may take its time, and the page is drawn meanwhile
        if (CloneOf is { Length: > 0 } id && await Commands.SpecOfAsync(id, CancellationToken.None) is { } spec)
        {
            _draft.Fill(spec);
            (_mode, _begun) = ("form", true);
        }
        if (NotebookId is { Length: > 0 } notebook)
        {
            Promoted = await Promotions.OfNotebookAsync(notebook, CancellationToken.None);
            Promote();
        }
        Check();
        if (RendererInfo.IsInteractive)
            _creation.Follow(Feeds, InvokeAsync, StateHasChanged, id => Navigation.NavigateTo($"/jobs/{id}"));
        MayCommand = Settings.AllowCommands && (await Authentication).User.ToActor().Role >= Role.Operator;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _creation.DisposeAsync();

    private void Promote()
    {
        _mode = "form";
        if (Promoted is not { } promoted)
            return;
        var folder = promoted.Spec.Data.Select(mount => mount.MountPath).FirstOrDefault() ?? "/mnt/data";
        _draft.Fill(promoted.Spec with { Command = J["Promote.Command", promoted.NotebookName, folder] });
    }

    private void Check() => _preview = Commands.Preview(_draft.ToSpec(), _assumptions);

    private void FormChanged()
    {
        (_begun, _strayed) = (true, false);
        // What is edited by hand is checked as it stands now, not as the manifest had it.
        _assumptions = null;
        _yaml = Advice.Yaml(_draft.ToSpec());
        Renew();
        Check();
    }

    private void Repair(JobSpec repaired)
    {
        _draft.Fill(repaired);
        FormChanged();
    }

    private void ImportPython(string python)
    {
        _python = python;
        (_begun, _strayed) = (true, false);
        var import = Commands.ImportEstimator(python);
        _assumptions = import.Assumptions;
        _draft.Fill(import.Spec);
        _yaml = Advice.Yaml(_draft.ToSpec());
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
        _tooLong = J["New.TooLong", CodeEditor.Longest / 1024];
        _strayed |= isShown;
    }

    private void Renew()
    {
        _tooLong = null;
        _creation.Edited();
    }

    private Task SubmitAsync()
    {
        _begun = true;
        return IsBlocked || _strayed
            ? Task.CompletedTask
            : _creation.SendAsync((actor, key, stop) => Commands.SubmitAsync(actor, _draft.ToSpec(), _assumptions, key, stop));
    }
}
