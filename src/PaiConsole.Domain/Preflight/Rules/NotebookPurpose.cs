using PaiConsole.Domain.Notebooks;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>What a notebook is the wrong tool for, by what a person says it is wanted for.</summary>
internal sealed class NotebookPurpose : INotebookRule
{
    private static readonly FindingKind _train = new(
        "notebook-for-training", Severity.Warning, "Training on several GPUs is the work of a job: it starts every process, and its machines go when it ends.",
        "Try the script here on one GPU, then submit it as a training job.");
    private static readonly FindingKind _unattended = new(
        "notebook-for-long-run", Severity.Warning,
        "A notebook that works for hours alone ends with its kernel and keeps costing when the work is done; a job stops by itself and keeps its log.",
        "Submit it as a training job, with a longest running time.");
    private static readonly FindingKind _serve = new(
        "notebook-for-serving", Severity.Warning, "A notebook has one machine, no health check and no second replica: requests of production fail when it stops.",
        "Deploy a model service; build and try its code here.");

    public IReadOnlyList<FindingKind> Kinds => [_train, _unattended, _serve];

    public IEnumerable<Finding> Check(NotebookSpec spec, PreflightContext context)
    {
        var kind = spec.Use switch
        {
            NotebookUse.Train => _train,
            NotebookUse.Unattended => _unattended,
            NotebookUse.Serve => _serve,
            _ => null,
        };
        return kind is null ? [] : [kind.At("use", null)];
    }
}
