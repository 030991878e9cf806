using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Services;

namespace PaiConsole.Domain.Preflight;

/// <summary>A check. Pure; never throws whatever the spec holds.</summary>
public interface IRule
{
    /// <summary>Everything it can conclude.</summary>
    IReadOnlyList<FindingKind> Kinds { get; }
}

/// <summary>A check of a job that is about to be submitted.</summary>
public interface IJobRule : IRule
{
    /// <summary>The spec has what this rule is about. Where it has not, the rule says nothing.</summary>
    bool Applies(JobSpec spec, PreflightContext context);

    /// <summary>What is to be said about the spec; nothing where all is well.</summary>
    IEnumerable<Finding> Check(JobSpec spec, PreflightContext context);

    /// <summary>What a press of a button could do about one of its findings; nothing where a person must think.</summary>
    IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context) => [];
}

/// <summary>A check of a notebook that is about to be created.</summary>
public interface INotebookRule : IRule
{
    /// <summary>What is to be said about the spec; nothing where all is well.</summary>
    IEnumerable<Finding> Check(NotebookSpec spec, PreflightContext context);
}

/// <summary>A check of a service that is about to be deployed.</summary>
public interface IServiceRule : IRule
{
    /// <summary>What is to be said about the spec; nothing where all is well.</summary>
    IEnumerable<Finding> Check(ServiceSpec spec, PreflightContext context);
}
