using System.Globalization;

namespace PaiConsole.Domain.Storage;

/// <summary>Compares a checkpoint with the others of its run: what they all have and it lacks tells of a write that was interrupted.</summary>
internal static class CheckpointSiblings
{
    private const double MuchSmaller = 0.5;
    private static readonly CheckpointParts[] Compared = [CheckpointParts.Tokenizer, CheckpointParts.TrainerState];

    public static Checkpoint Compare(Checkpoint checkpoint, IReadOnlyList<Checkpoint> all)
    {
        var others = all.Where(other => other.Parent == checkpoint.Parent && other.Kind == checkpoint.Kind && other.Path != checkpoint.Path).ToList();
        if (others.Count == 0)
            return checkpoint;
        List<CheckpointFault> faults = [.. checkpoint.Faults];
        foreach (var part in Compared)
            if (!checkpoint.Parts.HasFlag(part) && !faults.Exists(fault => part == CheckpointParts.TrainerState && fault.Kind == CheckpointFaultKind.NoTrainerState) && others.All(other => other.Parts.HasFlag(part)))
                faults.Add(new(CheckpointFaultKind.LacksWhatOthersHave, part.ToString()));
        // One file says nothing of what is in it but by its size.
        if (checkpoint.Kind == CheckpointKind.SingleFile && checkpoint.Size > 0)
        {
            var sizes = others.Select(other => other.Size).Order().ToList();
            var usual = sizes[sizes.Count / 2];
            if (checkpoint.Size < usual * MuchSmaller)
                faults.Add(new(CheckpointFaultKind.MuchSmaller, usual.ToString(CultureInfo.InvariantCulture)));
        }

        return checkpoint with { Faults = faults };
    }
}
