using Microsoft.Extensions.Options;
using PaiConsole.Cloud;
using PaiConsole.Cloud.Dlc;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;
using DomainJobSpec = PaiConsole.Domain.Jobs.JobSpec;

namespace PaiConsole.Engine.Jobs;

/// <summary>How each job operation is sent to DLC and confirmed.</summary>
internal static class JobOperations
{
    public static IEnumerable<IOperationHandler> Handlers(IDlcApi dlc, IOptions<PaiOptions> pai)
    {
        yield return new CreateJob(dlc, pai);
        yield return new VerbHandler(OperationKind.JobStop, ResourceKind.Job,
            async (operation, ct) => (await dlc.StopJobAsync(operation.TargetId!, ct)).RequestId,
            (_, seen) => JobStates.Parse(seen.StatusWord) switch
            {
                JobStatus.Stopped => Verdict.Confirmed,
                JobStatus.Succeeded or JobStatus.Failed => Verdict.Failed("AlreadyFinished", $"The job ended as {seen.StatusWord} before it could be stopped."),
                _ => seen.IsGone ? Verdict.Failed("Gone", "The job no longer exists.") : Verdict.Waiting,
            },
            async (operation, ct) => JobStates.Parse((await dlc.GetJobAsync(operation.TargetId!, needDetail: false, ct)).Status)
                is JobStatus.Stopping or JobStatus.Stopped or JobStatus.Succeeded or JobStatus.Failed);
        yield return new VerbHandler(OperationKind.JobDelete, ResourceKind.Job,
            async (operation, ct) => (await dlc.DeleteJobAsync(operation.TargetId!, ct)).RequestId,
            (_, seen) => Verdict.When(seen.IsGone),
            async (operation, ct) => (await dlc.GetJobAsync(operation.TargetId!, needDetail: false, ct)).IsDeleted == true);
        yield return new VerbHandler(OperationKind.JobPriority, ResourceKind.Job,
            async (operation, ct) => (await dlc.UpdateJobAsync(
                operation.TargetId!, new UpdateJobRequest { Priority = Documents.Read<PriorityWish>(operation.Body).Priority }, ct)).RequestId,
            (operation, seen) => seen.IsGone
                ? Verdict.Failed("Gone", "The job no longer exists.")
                : Verdict.When(seen.IsSeen && seen.Read<TrainingJob>().Priority == Documents.Read<PriorityWish>(operation.Body).Priority),
            async (operation, ct) =>
                (await dlc.GetJobAsync(operation.TargetId!, needDetail: false, ct)).Priority == Documents.Read<PriorityWish>(operation.Body).Priority);
    }

    internal sealed record PriorityWish(int Priority);
}

/// <summary>CreateJob: the operation's id travels as a tag, by which ListJobs can look for it.</summary>
internal sealed class CreateJob(IDlcApi dlc, IOptions<PaiOptions> pai) : IOperationHandler
{
    public string Kind => OperationKind.JobCreate;
    public ResourceKind TargetKind => ResourceKind.Job;
    public bool IsCreate => true;

    public async Task<Sent> SendAsync(OperationEntity operation, CancellationToken ct)
    {
        var request = JobTranslator.ToWire(Documents.Read<DomainJobSpec>(operation.Body), Wire.Text(pai.Value.WorkspaceId), operation.Id);
        var answer = await dlc.CreateJobAsync(request, ct);
        return new Sent(answer.JobId, answer.RequestId, []);
    }

    public Task<string?> LookForAsync(OperationEntity operation, CancellationToken ct) =>
        LabelledJobs.FindAsync(dlc, Wire.OperationLabel, operation.Id, operation.RequestedAt, ct);

    public Verdict Judge(OperationEntity operation, Observation seen) =>
        seen.IsGone ? Verdict.Failed("Gone", "The job no longer exists.") : Verdict.When(seen.IsSeen);
}
