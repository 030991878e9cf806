using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PaiConsole.Domain.Jobs.Sweeps;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Jobs.Sweeps;
using PaiConsole.Engine.Reference;
using PaiConsole.Web.Security;
using PaiConsole.Web.Shared.Commands;
using PaiConsole.Web.Shell;

namespace PaiConsole.Web.Jobs.Sweeps;

/// <summary>Submitting one job many times over: what they are, what they cost together and what is wrong with them stands there before the click.</summary>
public sealed partial class NewSweepPage
{
    private readonly JobDraft _draft = new();
    private readonly List<ParameterDraft> _parameters = [new()];
    private SweepPreview _preview = default!;
    private string _key = NewKey();
    private string? _failed;
    private bool _begun;
    private bool _busy;

    /// <summary>Id of a job to start from.</summary>
    [SupplyParameterFromQuery(Name = "clone")] public string? CloneOf { get; set; }

    /// <summary>What to call it, where the job to start from is part of a sweep and has its number in its name.</summary>
    [SupplyParameterFromQuery(Name = "name")] public string? NameOfSweep { get; set; }

    [Inject] private SweepCommands Sweeps { get; set; } = default!;
    [Inject] private JobCommands Commands { get; set; } = default!;
    [Inject] private CommandDesk Desk { get; set; } = default!;
    [Inject] private ReferenceData Reference { get; set; } = default!;
    [Inject] private ConsoleSettings Settings { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    private bool MayCommand { get; set; }

    private IReadOnlyList<Finding> Told => _begun ? [.. _draft.Faults, .. _preview.Findings.Select(one => one.Finding)] : [];

    private bool IsBlocked => _preview.IsBlocked || _draft.Faults.Any();

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _preview = Sweeps.Preview(ToSpec());
        if (CloneOf is { Length: > 0 } id && await Commands.SpecOfAsync(id, CancellationToken.None) is { } spec)
        {
            _draft.Fill(NameOfSweep is { Length: > 0 } name ? spec with { Name = name } : spec);
            Check();
        }
        MayCommand = Settings.AllowCommands && (await Authentication).User.ToActor().Role >= Role.Operator;
    }

    private SweepSpec ToSpec() => new()
    {
        Base = _draft.ToSpec(), Parameters = [.. _parameters.Where(parameter => !parameter.IsBlank).Select(parameter => parameter.ToParameter())],
    };

    private void Check()
    {
        // What was refused and then edited is another wish.
        if (_failed is not null)
            (_failed, _key) = (null, NewKey());
        _begun = true;
        _preview = Sweeps.Preview(ToSpec());
    }

    private async Task SubmitAsync()
    {
        Check();
        if (IsBlocked)
            return;
        _busy = true;
        var outcome = await Sweeps.SubmitAsync(await Desk.ActorAsync(), ToSpec(), _key, CancellationToken.None);
        (_busy, _failed) = (false, outcome.SweepId is null ? outcome.Message : null);
        if (outcome.SweepId is { } id)
            Navigation.NavigateTo($"/jobs/sweeps/{id}");
    }

    private static bool OfParameters(Finding finding) => finding.Field is "parameters" or "points";

    private IReadOnlyList<Finding> Of(Func<Finding, bool> wanted) => [.. Told.Where(wanted)];

    private string? MembersOf(Finding finding) => _preview.Findings.FirstOrDefault(one => ReferenceEquals(one.Finding, finding)) is { Members.Count: > 0 } one
        ? one.Members.Count == _preview.Jobs.Count ? W["Finding.All"].Value : W["Finding.Some", string.Join(", ", one.Members)].Value
        : null;

    private static string NewKey() => Guid.NewGuid().ToString("N");
}
