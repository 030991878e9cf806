using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.PaiStudio;

/// <summary>All training jobs, in the order of their creation.</summary>
internal sealed class TrainingJobStore
{
    private readonly Dictionary<string, TrainingJob> _byId = new(StringComparer.Ordinal);

    public int Count => _byId.Count;

    public IEnumerable<TrainingJob> All => _byId.Values;

    public void Add(TrainingJob job) => _byId.Add(job.Id, job);

    public void Remove(TrainingJob job) => _byId.Remove(job.Id);

    public TrainingJob? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The training job, or PaiStudio's not found.</summary>
    public TrainingJob Need(string id) => Find(id) ?? throw WireError.NotFound(Product.PaiStudio, "TrainingJob", id);

    public void Clear() => _byId.Clear();
}
