using PaiConsole.Emulator.AiWorkspace;
using PaiConsole.Emulator.Dlc;
using PaiConsole.Emulator.Dsw;
using PaiConsole.Emulator.Eas;
using PaiConsole.Emulator.Oss;
using PaiConsole.Emulator.PaiStudio;

namespace PaiConsole.Emulator.World;

/// <content>What is in the world, one store per kind.</content>
public sealed partial class World
{
    internal People People { get; } = new();

    internal Assets Assets { get; } = new();

    internal NotebookStore Notebooks { get; } = new();

    internal WorkspacePolicies WorkspacePolicies { get; } = new();

    internal JobStore Jobs { get; } = new();

    internal TrainingJobStore TrainingJobs { get; } = new();

    internal ServiceStore Services { get; } = new();

    internal BucketStore Buckets { get; }

    /// <summary>Objects of each kind.</summary>
    public IReadOnlyDictionary<string, int> Counts() => Do(() => new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["notebooks"] = Notebooks.Count,
        ["jobs"] = Jobs.Count,
        ["trainingJobs"] = TrainingJobs.Count,
        ["activeJobs"] = Jobs.Active.Count,
        ["services"] = Services.Count,
        ["groups"] = Services.Groups.Count,
        ["workspaces"] = Assets.Workspaces.Count,
        ["images"] = Assets.Images.Count,
        ["datasets"] = Assets.Datasets.Count,
        ["buckets"] = Buckets.Count,
        ["objects"] = Buckets.Objects,
    });

    /// <summary>Adds any number of each kind, with a past.</summary>
    public void Sow(int jobs, int services, int notebooks) => Do(() => Seeds.SowLarge(this, jobs, services, notebooks));

    /// <summary>Empties the world and sows the configured seed again. The clock keeps its time.</summary>
    public void Reset() => Do(() =>
    {
        _schedule.Clear();
        Random = new Random(Options.RandomSeed);
        Ledger.Clear();
        Requests.Clear();
        Faults.Clear();
        People.Clear();
        Assets.Restart(this);
        Notebooks.Clear();
        WorkspacePolicies.Clear();
        Jobs.Clear();
        TrainingJobs.Clear();
        Services.Clear();
        Buckets.Clear();
        Seeds.Sow(this);
    });
}
