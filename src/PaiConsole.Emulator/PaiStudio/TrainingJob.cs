using System.Text.Json;
using PaiConsole.Emulator.Dlc;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.PaiStudio;

/// <summary>One status of a training job, in PaiStudio's words.</summary>
internal sealed record TrainingStatus(string Status, DateTimeOffset Start, DateTimeOffset? End, string ReasonCode, string ReasonMessage);

/// <summary>A training job of PaiStudio: a wrapper around the DLC job that does the work, which ListTrainingJobs names.</summary>
internal sealed class TrainingJob(string id, JsonElement body, Job dlc)
{
    public string Id { get; } = id;

    /// <summary>The body it was made from.</summary>
    public JsonElement Body { get; } = body;

    public Job Dlc { get; } = dlc;

    public string Name => Body.Text("TrainingJobName")!;

    public string Status => Word(Dlc.Status);

    public bool IsFinal => Dlc.IsFinal;

    public DateTimeOffset Modified => Dlc.Since;

    /// <summary>Statuses so far, oldest first; neighbours of the same word are one.</summary>
    public IReadOnlyList<TrainingStatus> Transitions()
    {
        List<TrainingStatus> all = [];
        foreach (var entry in Dlc.History)
        {
            var word = Word(entry.Status);
            if (all.Count > 0 && all[^1].Status == word)
                continue;
            if (all.Count > 0)
                all[^1] = all[^1] with { End = entry.Start };
            all.Add(new(word, entry.Start, null, CodeOf(word, entry.ReasonCode), entry.ReasonMessage));
        }

        return all;
    }

    /// <summary>A pod of the DLC job under the name PaiStudio gives it, and back.</summary>
    public string Instance(string podId) => Id + podId[Dlc.Id.Length..];

    /// <summary>The pod an instance name means; the first pod for none, null for one that there is not.</summary>
    public JobPod? Pod(string? instance) => JobPods.Of(Dlc).FirstOrDefault(p => instance is null || Instance(p.Id) == instance);

    /// <summary>
    /// PaiStudio's word for a status of DLC. The words are those of the Python SDK of 2022 and 2023 (<c>Succeed</c> is spelt so); which of them
    /// stands for which state of the job beneath is unverified.
    /// </summary>
    private static string Word(string dlc) => dlc switch
    {
        "Creating" => "Creating",
        "Queuing" or "Bidding" => "Submitted",
        "EnvPreparing" or "SanityChecking" => "Initializing",
        "Succeeded" => "Succeed",
        "Failed" => "Failed",
        "Stopped" => "Terminated",
        _ => "Running",
    };

    private static string CodeOf(string word, string dlc) => word == "Succeed" ? "TrainingJobSucceed" : dlc;
}
