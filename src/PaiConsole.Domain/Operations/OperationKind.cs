namespace PaiConsole.Domain.Operations;

/// <summary>What can be asked of the cloud, as stable words: <c>kind.verb</c>.</summary>
public static class OperationKind
{
    /// <summary>DSW CreateInstance.</summary>
    public const string NotebookCreate = "notebook.create";
    /// <summary>DSW StartInstance.</summary>
    public const string NotebookStart = "notebook.start";
    /// <summary>DSW StopInstance.</summary>
    public const string NotebookStop = "notebook.stop";
    /// <summary>DSW DeleteInstance.</summary>
    public const string NotebookDelete = "notebook.delete";
    /// <summary>DSW CreateIdleInstanceCuller.</summary>
    public const string NotebookIdleRule = "notebook.idle-rule";
    /// <summary>DSW DeleteIdleInstanceCuller.</summary>
    public const string NotebookIdleRuleDelete = "notebook.idle-rule-delete";
    /// <summary>DSW CreateInstanceShutdownTimer.</summary>
    public const string NotebookShutdownTimer = "notebook.shutdown-timer";
    /// <summary>DSW UpdateInstance with another EcsSpec.</summary>
    public const string NotebookSku = "notebook.sku";
    /// <summary>DSW StopInstance where it runs, UpdateInstance with another EcsSpec, and StartInstance where it shall run.</summary>
    public const string NotebookMove = "notebook.move";
    /// <summary>DSW DeleteInstanceShutdownTimer.</summary>
    public const string NotebookShutdownTimerDelete = "notebook.shutdown-timer-delete";
    /// <summary>DLC CreateJob.</summary>
    public const string JobCreate = "job.create";
    /// <summary>DLC StopJob.</summary>
    public const string JobStop = "job.stop";
    /// <summary>DLC DeleteJob.</summary>
    public const string JobDelete = "job.delete";
    /// <summary>DLC CreateJob for a run that goes on from its newest complete checkpoint.</summary>
    public const string JobResume = "job.resume";
    /// <summary>DLC CreateJob for each job of a sweep: the word under which the audit has it; its operations are <see cref="JobCreate"/>.</summary>
    public const string JobSweep = "job.sweep";
    /// <summary>DLC UpdateJob with another Priority.</summary>
    public const string JobPriority = "job.priority";
    /// <summary>EAS CreateService.</summary>
    public const string ServiceCreate = "service.create";
    /// <summary>EAS StartService.</summary>
    public const string ServiceStart = "service.start";
    /// <summary>EAS StopService.</summary>
    public const string ServiceStop = "service.stop";
    /// <summary>EAS RestartService.</summary>
    public const string ServiceRestart = "service.restart";
    /// <summary>EAS ScaleService.</summary>
    public const string ServiceScale = "service.scale";
    /// <summary>EAS DeleteService.</summary>
    public const string ServiceDelete = "service.delete";
}
