using System.Globalization;
using System.Text.Json;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>One line of the system log.</summary>
internal readonly record struct SystemLine(DateTimeOffset At, string Level, string Content, Session Session);

/// <summary>What DSW itself writes about a notebook, told from its history. The texts are inferred, and of the levels only Error is documented.</summary>
internal static class SystemLog
{
    public const string Info = "Info";
    public const string Warning = "Warning";
    public const string Error = "Error";

    /// <summary>All lines of a notebook, oldest first. A line is never added before one that has been there.</summary>
    public static IEnumerable<SystemLine> Of(Notebook notebook)
    {
        foreach (var session in notebook.History.Sessions)
            for (var i = 0; i < session.Stays.Count; i++)
                foreach (var (level, content) in Lines(notebook, session, session.Stays[i], i > 0 ? session.Stays[i - 1] : null))
                    yield return new(session.Stays[i].From, level, content, session);
    }

    private static IEnumerable<(string Level, string Content)> Lines(Notebook notebook, Session session, Stay stay, Stay? before)
    {
        switch (stay.Status)
        {
            case "Creating":
                yield return (Info, $"Instance {notebook.Id} is being created.");
                break;
            case "Queuing":
                yield return (Warning, "No machine of this type is free; the instance is queued.");
                break;
            case "ResourceAllocating":
                yield return (Info, "Allocating a machine.");
                break;
            case "EnvPreparing":
                yield return (Info, "Machine allocated.");
                yield return (Info, $"Pulling image {session.Image}.");
                break;
            case "Starting":
                yield return (Info, before is { Status: "EnvPreparing" }
                    ? string.Create(CultureInfo.InvariantCulture, $"Image {session.Image} pulled in {(stay.From - before.From).TotalSeconds:F0} s.")
                    : $"Image {session.Image} is on the machine already.");
                foreach (var mount in session.Datasets?.EnumerateArray().ToArray() ?? [])
                    yield return (Info, $"Mounted {mount.Text("DatasetId") ?? mount.Text("Uri")} at {mount.Text("MountPath")}.");
                break;
            case "Running":
                yield return (Info, before is { Status: "Saving" } ? "Saving is done; the instance runs on." : "Instance is running.");
                break;
            case "Stopping":
                yield return stay.ReasonMessage.Length > 0 ? (Warning, $"{stay.ReasonCode}: {stay.ReasonMessage}") : (Info, "Stopping the instance.");
                break;
            case "Failed":
                yield return (Error, $"{stay.ReasonCode}: {stay.ReasonMessage}");
                break;
            default:
                yield return (Info, $"Instance is {stay.Status}.");
                break;
        }
    }
}
