using PaiConsole.Cloud.Dlc;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Jobs;

/// <summary>What each command would do to a job.</summary>
internal static class JobEffects
{
    public static Effect Of(string kind, JobRow row, string body) => kind switch
    {
        OperationKind.JobStop => new("StopJob", null, "It ends and cannot be resumed, only submitted again.", row.Cost.Nothing),
        OperationKind.JobDelete => new("DeleteJob", null, "It goes for good, with its logs and events. What it wrote to mounts stays.", row.Cost.Nothing),
        OperationKind.JobPriority => new(
            "UpdateJob", new UpdateJobRequest { Priority = Documents.Read<JobOperations.PriorityWish>(body).Priority },
            "It moves in the queue; a job that runs goes on.", row.Cost.PerHourNow),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a command on a job that exists."),
    };
}
