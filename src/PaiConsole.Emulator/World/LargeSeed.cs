using System.Globalization;
using System.Text.Json;
using PaiConsole.Emulator.Dlc;
using PaiConsole.Emulator.Dsw;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.World;

/// <summary>Any number of jobs and notebooks with a past: nearly all finished 30 to 400 days ago, about 50 jobs active. Requests are shared between jobs, so that 100,000 stay small.</summary>
internal sealed class LargeSeed(World world)
{
    private const int ActiveJobs = 50;
    private const int Persons = 40;
    private static readonly string[] Skus = ["ecs.gn7i-c8g1.2xlarge", "ecs.gn7i-c32g1.32xlarge", "ecs.gn6v-c8g1.2xlarge", "ecs.gn6i-c4g1.xlarge", "ecs.gn7e-c16g1.4xlarge", "ecs.g7.4xlarge", "ecs.c7.8xlarge"];
    private static readonly string[] Models = ["llama", "qwen", "vit", "bert", "resnet", "whisper", "unet", "t5", "gpt2", "yolo"];
    private static readonly string[] Tasks = ["pretrain", "sft", "dpo", "eval", "ablation", "distill", "finetune"];
    private static readonly JobFailure[] Failures = [JobFailure.OutOfMemory, JobFailure.CommunicationTimeout, JobFailure.DataNotFound, JobFailure.ExitCode];
    private readonly Random _random = world.Random;

    public void Jobs(int count)
    {
        SowPeople();
        var requests = Requests();
        var active = Math.Min(ActiveJobs, count);
        List<Job> jobs = new(count);
        for (var i = 0; i < count; i++)
        {
            var request = requests[_random.Next(requests.Count)];
            jobs.Add(i < active ? Active(request, i) : Finished(request, i));
        }

        world.Jobs.AddMany(jobs);
    }

    public void Notebooks(int count)
    {
        SowPeople();
        for (var i = 0; i < count; i++)
        {
            var body = JsonSerializer.SerializeToElement(new
            {
                InstanceName = string.Create(CultureInfo.InvariantCulture, $"{Pick(Models)}_{Pick(Tasks)}_{i}"),
                WorkspaceId = People.DefaultWorkspace,
                EcsSpec = Pick(Skus),
                ImageUrl = Image(i % 8),
                Accessibility = "PRIVATE",
            }, WireJson.Wire);
            Notebook notebook = new(world, world.NewId("dsw-", 16, "0123456789abcdef"), new NotebookSpec(body), User(_random.Next(Persons)));
            world.Notebooks.Add(notebook);
            var created = Ago(_random.Next(5, 90) * 86400 + _random.Next(86400));
            var running = i % 4 == 0;
            List<(DateTimeOffset, DateTimeOffset?)> sessions = [(created.AddSeconds(90), created.AddSeconds(90 + _random.Next(3600, 9 * 3600)))];
            if (running)
                sessions.Add((Ago(_random.Next(600, 3 * 86400)), null));
            notebook.Remember(created, sessions, running ? "Running" : "Stopped");
        }
    }

    private Job Finished(JobRequest request, int index)
    {
        var age = _random.Next(33) == 0 ? _random.Next(2 * 86400, 30 * 86400) : _random.Next(30 * 86400, 400 * 86400);
        var ran = (int)Math.Min(86400, 300 * Math.Exp(2.2 * _random.NextDouble() * _random.NextDouble() * 2));
        var chance = _random.Next(100);
        var failure = chance < 82 ? JobFailure.None : chance < 94 ? Pick(Failures) : JobFailure.None;
        JobOutcome outcome = new(ran, failure, failure == JobFailure.OutOfMemory ? 137 : failure == JobFailure.None ? 0 : 1);
        var history = Started(Ago(age), _random.Next(5, 900));
        var end = history[^1].Start.AddSeconds(ran);
        switch (chance)
        {
            case < 82:
                history.Add(new("Succeeded", end));
                break;
            case < 94:
                history.Add(new("Failed", end, outcome.ReasonCode, outcome.ReasonMessage));
                break;
            default:
                history.Add(new("Stopping", end));
                history.Add(new("Stopped", end.AddSeconds(10), "JobStoppedByUser", "Job is stopped by user."));
                break;
        }

        return Job(request, index, outcome, history);
    }

    private Job Active(JobRequest request, int index)
    {
        var age = _random.Next(1800, 2 * 86400);
        JobOutcome outcome = new(age + _random.Next(6 * 3600, 72 * 3600), JobFailure.None, 0);
        var history = Started(Ago(age), 20);
        if (index % 6 == 5)
        {
            // Has only just been submitted.
            var now = Ago(_random.Next(3, 15));
            history = [new("Creating", now), new("Queuing", now.AddSeconds(2))];
        }

        return Job(request, index, outcome, history);
    }

    private Job Job(JobRequest request, int index, JobOutcome outcome, List<StatusEntry> history)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Pick(Models)}-{Pick(Tasks)}-{index}");
        Job job = new(world, world.NewId("dlc", 13), name, request, User(_random.Next(Persons)), outcome);
        job.Remember(history);
        return job;
    }

    private static List<StatusEntry> Started(DateTimeOffset created, int queued) => new(6)
    {
        new("Creating", created),
        new("Queuing", created.AddSeconds(2)),
        new("EnvPreparing", created.AddSeconds(2 + queued)),
        new("Running", created.AddSeconds(27 + queued)),
    };

    private List<JobRequest> Requests()
    {
        List<JobRequest> requests = [];
        for (var i = 0; i < 160; i++)
        {
            var spot = i % 5 == 0 ? new { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = 0.5 } : null;
            requests.Add(new(JsonSerializer.SerializeToElement(new
            {
                DisplayName = "seed",
                JobType = "PyTorchJob",
                WorkspaceId = People.DefaultWorkspace,
                UserCommand = string.Create(CultureInfo.InvariantCulture, $"torchrun --nproc_per_node=$GPUS {Pick(Tasks)}.py --model {Pick(Models)} --epochs {1 + i % 9}"),
                Priority = 1 + i % 9,
                JobSpecs = new[] { new { Type = "Worker", Image = Image(i % 8), PodCount = i % 7 == 0 ? 1 + i % 4 * 2 : 1, EcsSpec = Pick(Skus), RestartPolicy = "OnFailure", SpotSpec = spot } },
                Envs = new { NCCL_DEBUG = "INFO" },
                Settings = new { Tags = new { team = i % 3 == 0 ? "nlp" : i % 3 == 1 ? "cv" : "speech" } },
            }, WireJson.Wire)));
        }

        return requests;
    }

    private void SowPeople()
    {
        for (var i = 0; i < Persons; i++)
            world.People.AddUser(User(i), string.Create(CultureInfo.InvariantCulture, $"user{i:00}"));
    }

    private static string User(int index) => string.Create(CultureInfo.InvariantCulture, $"20{index:00}4703270994");

    private static string Image(int index) => string.Create(CultureInfo.InvariantCulture, $"dsw-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai/pytorch:2.{1 + index}.0-gpu-py312-cu126-ubuntu22.04");

    private DateTimeOffset Ago(int seconds) => world.Now.AddSeconds(-seconds);

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];
}
