using PaiConsole.Emulator.AiWorkspace;
using PaiConsole.Emulator.Dsw;

namespace PaiConsole.Emulator.World;

/// <content>What is in the world, one store per kind.</content>
public sealed partial class World
{
    internal People People { get; } = new();

    internal NotebookStore Notebooks { get; } = new();

    internal Assets Assets { get; } = new();

    /// <summary>Objects of each kind.</summary>
    public IReadOnlyDictionary<string, int> Counts() => Do(() => new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["notebooks"] = Notebooks.Count,
    });

    /// <summary>Empties the world and sows the configured seed again. The clock keeps its time.</summary>
    public void Reset() => Do(() =>
    {
        _schedule.Clear();
        Random = new Random(Options.RandomSeed);
        Ledger.Clear();
        Requests.Clear();
        Faults.Clear();
        People.Clear();
        Notebooks.Clear();
        Assets.Restart(this);
        Seeds.Sow(this);
    });
}
