using System.Globalization;
using System.Text.Json;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dsw;

/// <summary>A status a notebook was in.</summary>
internal sealed class Stay(string status, DateTimeOffset from, string reasonCode, string reasonMessage)
{
    public string Status { get; } = status;

    public DateTimeOffset From { get; } = from;

    /// <summary>When it was left; null while it lasts.</summary>
    public DateTimeOffset? To { get; set; }

    public string ReasonCode { get; } = reasonCode;

    public string ReasonMessage { get; } = reasonMessage;
}

/// <summary>From a start until the notebook fails or is stopped and started again: DSW's own unit, its "session".</summary>
/// <param name="Id">Lifecycle id. What it looks like is inferred, and that one session has one.</param>
/// <param name="Image">Image it started from.</param>
/// <param name="Datasets">Storage it mounts.</param>
internal sealed record Session(string Id, string? Image, JsonElement? Datasets)
{
    /// <summary>Statuses of the session, oldest first; one at least.</summary>
    public List<Stay> Stays { get; } = [];
}

/// <summary>Every status a notebook has entered, with its times.</summary>
internal sealed class NotebookHistory(Notebook notebook)
{
    /// <summary>Longest way from creation to the first run that is told as one start.</summary>
    private static readonly TimeSpan OneStart = TimeSpan.FromMinutes(15);

    private static readonly string[] Rest = ["Stopped", "Failed", "SaveFailed", "Updating"];
    private readonly List<Session> _sessions = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Session> Sessions => _sessions;

    /// <summary>When the session began that lasted at that time; null before the first.</summary>
    public DateTimeOffset? StartAt(DateTimeOffset at)
    {
        for (var i = _sessions.Count - 1; i >= 0; i--)
            if (_sessions[i].Stays[0].From is var start && start <= at)
                return start;
        return null;
    }

    /// <summary>Writes down that a status was entered. Deleting is none of the words GetLifecycle is documented with.</summary>
    public void Enter(string status, DateTimeOffset at, string reasonCode = "", string reasonMessage = "")
    {
        var last = _sessions.Count > 0 ? _sessions[^1].Stays[^1] : null;
        if (last is not null)
            last.To ??= at;
        if (status is "Deleting" or NotebookLifecycle.Gone)
            return;
        if (last is null || (status == "Starting" && Rest.Contains(last.Status, StringComparer.Ordinal)))
            _sessions.Add(new(NewId(), notebook.Spec.Text("ImageUrl") ?? notebook.Spec.Text("ImageId"), notebook.Spec["Datasets"]));
        _sessions[^1].Stays.Add(new(status, at, reasonCode, reasonMessage));
    }

    /// <summary>Lays out a past of which only the runs are known, with the times everything usually takes.</summary>
    public void Remember(DateTimeOffset created, IReadOnlyList<(DateTimeOffset From, DateTimeOffset? To)> runs, string status)
    {
        Enter("Creating", created);
        if (runs.Count == 0)
        {
            if (status != "Creating")
                Enter(status, created.AddSeconds(5));
            return;
        }

        for (var i = 0; i < runs.Count; i++)
        {
            var (from, to) = runs[i];
            var before = _sessions[^1].Stays[^1].From;
            if (i == 0 && from - created <= OneStart)
            {
                Enter("ResourceAllocating", Later(before, from.AddSeconds(-85)));
                Enter("EnvPreparing", Later(before, from.AddSeconds(-50)));
            }
            else if (i == 0)
            {
                // Created long before its first run: it was stopped before it had a machine.
                Enter("Stopping", created.AddSeconds(5));
                Enter("Stopped", created.AddSeconds(20));
            }

            Enter("Starting", Later(before, from.AddSeconds(-20)));
            Enter("Running", from);
            if (to is not { } end)
                continue;
            Enter("Stopping", end);
            Enter("Stopped", end.AddSeconds(15));
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    /// <summary>Not drawn from the world's chance: a look at the past must not change what is created next.</summary>
    private string NewId() => "lc-" + Signal.Hash(notebook.Id + "session", _sessions.Count).ToString("x16", CultureInfo.InvariantCulture);
}
