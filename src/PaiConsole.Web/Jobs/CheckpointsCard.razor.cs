using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PaiConsole.Domain.Storage;
using PaiConsole.Engine.Storage;
using PaiConsole.Web.Resources;
using PaiConsole.Web.Shared.Storage;

namespace PaiConsole.Web.Jobs;

/// <summary>The checkpoints that a job has written, the one furthest along first, and where a restart would go on.</summary>
public sealed partial class CheckpointsCard
{
    private static readonly CheckpointParts[] Shown = [CheckpointParts.Weights, CheckpointParts.Tokenizer, CheckpointParts.Optimizer, CheckpointParts.Scheduler, CheckpointParts.TrainerState];

    /// <summary>What was found.</summary>
    [Parameter, EditorRequired] public JobCheckpoints Found { get; set; } = default!;

    [Inject] private IStringLocalizer<StorageWords> T { get; set; } = default!;

    private List<(CheckpointPlace Place, Checkpoint Checkpoint)> All => [.. Found.Places.SelectMany(place => place.Checkpoints.Select(checkpoint => (place, checkpoint)))];

    private string Progress(Checkpoint checkpoint) =>
        checkpoint.Name.Step is { } step ? step.ToString("N0", CultureInfo.InvariantCulture)
        : checkpoint.Name.Epoch is { } epoch ? T["Ckpt.Epoch", epoch]
        : "–";

    // Of a single file nothing but its size is known: what is in it is neither present nor missing.
    private IEnumerable<(CheckpointParts Part, string Word, bool Has)> PartsOf(Checkpoint checkpoint) =>
        checkpoint.Kind == CheckpointKind.SingleFile ? [] : Shown.Where(part => checkpoint.Parts.HasFlag(part) || part is not (CheckpointParts.Tokenizer or CheckpointParts.TrainerState) || IsMissed(checkpoint, part))
            .Select(part => (part, T[$"Part.{part}"].Value, checkpoint.Parts.HasFlag(part)));

    private static bool IsMissed(Checkpoint checkpoint, CheckpointParts part) => checkpoint.Faults.Any(fault =>
        (fault.Kind == CheckpointFaultKind.LacksWhatOthersHave && fault.Evidence == part.ToString())
        || (fault.Kind == CheckpointFaultKind.NoTrainerState && part == CheckpointParts.TrainerState));

    private string Say(CheckpointFault fault) => T[$"Fault.{fault.Kind}", fault.Kind switch
    {
        CheckpointFaultKind.LacksWhatOthersHave => T[$"Part.{fault.Evidence}"].Value,
        CheckpointFaultKind.MuchSmaller => ByteText.Of(long.Parse(fault.Evidence, CultureInfo.InvariantCulture)),
        _ => fault.Evidence,
    }];
}
