using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc;

/// <summary>All jobs: by id, in the order of creation, and apart from these the few that are not finished. 100,000 finished ones cost a look nothing.</summary>
internal sealed class JobStore
{
    private static readonly Comparer<Job> ByCreation = Comparer<Job>.Create((a, b) =>
        a.Created != b.Created ? a.Created.CompareTo(b.Created) : string.CompareOrdinal(a.Id, b.Id));

    private readonly Dictionary<string, Job> _byId = new(StringComparer.Ordinal);
    private readonly SortedSet<Job> _active = new(ByCreation);
    private List<Job> _ordered = [];

    public int Count => _byId.Count;

    /// <summary>Not finished, oldest first.</summary>
    public IReadOnlyCollection<Job> Active => _active;

    /// <summary>All, oldest first.</summary>
    public IReadOnlyList<Job> Ordered => _ordered;

    public void Add(Job job)
    {
        _byId.Add(job.Id, job);
        var at = _ordered.Count == 0 || ByCreation.Compare(_ordered[^1], job) < 0 ? ~_ordered.Count : _ordered.BinarySearch(job, ByCreation);
        _ordered.Insert(~at, job);
        Changed(job);
    }

    /// <summary>Adds many at once, in any order.</summary>
    public void AddMany(IReadOnlyCollection<Job> jobs)
    {
        foreach (var job in jobs)
        {
            _byId.Add(job.Id, job);
            Changed(job);
        }

        _ordered = [.. _ordered, .. jobs];
        _ordered.Sort(ByCreation);
    }

    /// <summary>Keeps the set of active jobs; called whenever a status was entered.</summary>
    public void Changed(Job job)
    {
        if (job.IsFinal)
            _active.Remove(job);
        else if (_byId.ContainsKey(job.Id))
            _active.Add(job);
    }

    public void Remove(Job job)
    {
        _byId.Remove(job.Id);
        _active.Remove(job);
        _ordered.RemoveAt(_ordered.BinarySearch(job, ByCreation));
    }

    public void Clear()
    {
        _byId.Clear();
        _active.Clear();
        _ordered = [];
    }

    public Job? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The job, or DLC's not found.</summary>
    public Job Need(string id) => Find(id) ?? throw WireError.NotFound(Product.Dlc, "job", id);

    /// <summary>Index range of jobs created in a time, both ends included.</summary>
    public (int First, int Past) CreatedBetween(DateTimeOffset from, DateTimeOffset to) => (FirstAtOrAfter(from), FirstAtOrAfter(to.AddTicks(1)));

    private int FirstAtOrAfter(DateTimeOffset at)
    {
        var (low, high) = (0, _ordered.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ordered[middle].Created < at)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
