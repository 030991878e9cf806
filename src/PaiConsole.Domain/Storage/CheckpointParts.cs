namespace PaiConsole.Domain.Storage;

/// <summary>What is in a checkpoint, by the names of its files.</summary>
[Flags]
public enum CheckpointParts
{
    /// <summary>Nothing known.</summary>
    None = 0,
    /// <summary>Weights of the model, or of an adapter.</summary>
    Weights = 1,
    /// <summary>A tokenizer.</summary>
    Tokenizer = 2,
    /// <summary>State of the optimizer: without it a resumed run forgets its moments.</summary>
    Optimizer = 4,
    /// <summary>State of the learning-rate schedule: without it the rate starts anew.</summary>
    Scheduler = 8,
    /// <summary>Step, epoch and best score as the trainer keeps them.</summary>
    TrainerState = 16,
}

/// <summary>How a checkpoint was written.</summary>
public enum CheckpointKind
{
    /// <summary>A folder with the whole model.</summary>
    Full,
    /// <summary>A folder with an adapter (LoRA): the base model is elsewhere.</summary>
    Adapter,
    /// <summary>DeepSpeed's own folder, a file per rank.</summary>
    DeepSpeed,
    /// <summary>One file: what is in it cannot be seen from its name.</summary>
    SingleFile,
}

/// <summary>Why a checkpoint cannot be resumed from.</summary>
public enum CheckpointFaultKind
{
    /// <summary>There are no weights.</summary>
    NoWeights,
    /// <summary>Some shards of the weights are not there; evidence: how many of how many.</summary>
    MissingShards,
    /// <summary>The shards are there and the index that says what is in which is not.</summary>
    NoIndex,
    /// <summary>The adapter's weights or its configuration are missing; evidence: the file.</summary>
    HalfAdapter,
    /// <summary>No optimizer state: loading it restarts the optimizer.</summary>
    NoOptimizer,
    /// <summary>No state of the learning-rate schedule.</summary>
    NoScheduler,
    /// <summary>A part that the run's other checkpoints have is missing: it was interrupted; evidence: the part.</summary>
    LacksWhatOthersHave,
    /// <summary>A file is empty; evidence: the file.</summary>
    EmptyFile,
    /// <summary>Files of some ranks are missing; evidence: how many of how many.</summary>
    MissingRanks,
    /// <summary>DeepSpeed's file <c>latest</c> is not there: it is written last, and loading begins with it.</summary>
    NoLatest,
    /// <summary>DeepSpeed's file <c>latest</c> still names an earlier one, so this one was not finished; evidence: what it names.</summary>
    NotYetLatest,
    /// <summary>The trainer's own state is missing: it is written last, and without it a restart counts from 0.</summary>
    NoTrainerState,
    /// <summary>Less than half as large as the run's others; evidence: the usual size in bytes.</summary>
    MuchSmaller,
    /// <summary>The name has no step or epoch, so how far the run was is unknown.</summary>
    NoStep,
    /// <summary>The listing ended early, so what is there is not all known.</summary>
    NotAllListed,
}

/// <summary>Something that is wrong with a checkpoint.</summary>
/// <param name="Kind">What.</param>
/// <param name="Evidence">Which file, part or count; empty where the kind says it all.</param>
public sealed record CheckpointFault(CheckpointFaultKind Kind, string Evidence = "");
