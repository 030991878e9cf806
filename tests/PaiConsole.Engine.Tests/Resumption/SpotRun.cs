using System.Net.Http.Json;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Resumption;

/// <summary>A training of 3,000 steps in 6,000 seconds on a spot machine, which saves every 500 steps and can go on from there.</summary>
internal static class SpotRun
{
    private const int Stride = 300;

    public static JobSpec Spec(int? resumes = 3, string resume = "--resume_from_checkpoint latest") => new()
    {
        Name = "sft",
        Command = $"torchrun --nproc_per_node=1 --nnodes=1 train_sft.py --output_dir /mnt/out/sft --max_steps 3000 --save_steps 500 {resume}".TrimEnd(),
        Image = Sample.Image,
        Roles = [new JobRoleSpec("Worker", 1, Sample.Sku)],
        Data = [new DataMount(null, "oss://runs/", "/mnt/out")],
        Env = new Dictionary<string, string>(StringComparer.Ordinal) { ["PAI_EMULATOR_RUN_SECONDS"] = "6000" },
        Spot = new SpotTerms(0.9m, null),
        Resume = resumes is { } times ? new ResumePolicy(times) : null,
    };

    /// <summary>Submits it and gives its JobId.</summary>
    public static async Task<string> SubmitAsync(EngineUnderTest engine, JobSpec? spec = null)
    {
        var outcome = await engine.Get<JobCommands>().SubmitAsync(EngineUnderTest.Operator, spec ?? Spec(), null, null, CancellationToken.None);
        Assert.True(outcome.Operation is not null, string.Join("; ", outcome.Findings.Select(finding => finding.Message)));
        await engine.WorkAsync();
        await engine.LookAtAllAsync();
        return (await engine.OperationAsync(outcome))!.TargetId!;
    }

    /// <summary>Lets world time pass some minutes at a time, as the console looks at it.</summary>
    public static async Task PassAsync(EngineUnderTest engine, int seconds)
    {
        for (var left = seconds; left > 0; left -= Stride)
        {
            engine.Advance(Math.Min(Stride, left));
            await engine.LookAtAllAsync();
            await engine.WorkAsync(rounds: 3);
        }
        await engine.LookAtAllAsync();
    }

    /// <summary>The machines go after so many seconds of running, five minutes after a notice; nothing in the cloud restarts the job.</summary>
    public static async Task ReclaimAsync(EngineUnderTest engine, string jobId, params int[] atRunSeconds)
    {
        using var client = new HttpClient();
        using var answer = await client.PostAsJsonAsync(
            new Uri($"{engine.Emulator.Url}/_emulator/jobs/{jobId}/reclaim"), new { atRunSeconds, warnSeconds = 300 }, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The jobs of the run in the order in which they were made.</summary>
    public static async Task<IReadOnlyList<string>> JobsAsync(EngineUnderTest engine, string root)
    {
        var run = await engine.Get<PaiConsole.Engine.Resumption.RunQueries>().OfAsync(root, CancellationToken.None);
        return [.. run!.Jobs.Select(job => job.Row.Id)];
    }
}
