using PaiConsole.Emulator.Dlc;
using PaiConsole.Emulator.Dsw;

namespace PaiConsole.Emulator.World.Demo;

/// <summary>
/// What the team goes on doing while somebody watches, by the world clock: a job every few minutes, a notebook started or stopped, a node reclaimed,
/// a new build of a service. It leaves alone what was made over the API, and notebooks that it has not started itself.
/// </summary>
internal sealed class Activity(World world, DemoJobs jobs, IReadOnlyList<Notebook> notebooks)
{
    private const int UsuallyActive = 18;
    private const int FewestOpen = 2;
    private const int MostOpen = 6;
    private const int MostRestarts = 3;
    private static readonly string[] RolledOut = ["intent_classifier", "feature_gateway", "xgb_ranker"];
    private readonly Dice _dice = new(world, 4);
    private readonly HashSet<Notebook> _open = [.. notebooks.Where(n => n.IsRunning)];
    private readonly List<Job> _submitted = [];
    private int _build = 100;

    public void Begin() => world.PlanIn(TimeSpan.FromSeconds(_dice.Between(15, 40)), Beat);

    private void Beat()
    {
        switch (_dice.Next(100))
        {
            case < 15:
                Submit();
                break;
            case < 35:
                OpenOrClose();
                break;
            case < 37:
                Reclaim();
                break;
            case < 38:
                Stop();
                break;
            case < 40:
                RollOut();
                break;
        }

        Begin();
    }

    /// <summary>Mostly something small; something big rather when there is room, so that the account stays about as busy as it is.</summary>
    private void Submit()
    {
        var big = world.Jobs.Active.Count < UsuallyActive ? 0.5 : 0.1;
        _submitted.RemoveAll(j => j.IsFinal);
        _submitted.Add(jobs.Submit(DemoJobs.Choose(_dice, _dice.Happens(big) ? JobSeries.All : JobSeries.Quick), _dice));
    }

    private void OpenOrClose()
    {
        _open.RemoveWhere(n => !n.IsRunning && n.Status != "Starting");
        var close = _open.Count > FewestOpen && (_open.Count >= MostOpen || _dice.Happens(0.5));
        var candidates = notebooks.Where(n => world.Notebooks.Find(n.Id) == n && (close ? n.IsRunning && _open.Contains(n) : n.Status == "Stopped")).ToList();
        if (candidates.Count == 0)
            return;
        var notebook = _dice.Pick(candidates);
        notebook.Ask(close ? "StopInstance" : "StartInstance");
        if (!close)
            _open.Add(notebook);
    }

    private void Reclaim()
    {
        var exposed = world.Jobs.Active.Where(j => j is { Status: "Running", Request.IsSpot: true, Restarts: < MostRestarts } && j.UserId != People.KeyOwner).ToList();
        if (exposed.Count > 0)
            _dice.Pick(exposed).Reclaim();
    }

    private void Stop()
    {
        var running = _submitted.Where(j => j.Status == "Running").ToList();
        if (running.Count > 0)
            _dice.Pick(running).Ask("StopJob");
    }

    private void RollOut()
    {
        if (world.Services.Find(_dice.Pick(RolledOut)) is { IsRunning: true } service)
            DemoServices.RollOut(service, ++_build);
    }
}
