using System.Net.Http.Json;
using PaiConsole.Cloud.Dlc;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Storage;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Emulator.World;
using PaiConsole.Engine.Storage;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Storage;

public sealed class StorageTests
{
    private const string Out = "oss://team.oss-cn-shanghai-internal.aliyuncs.com/out/";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mount_shows_its_folders_with_count_size_and_age()
    {
        await using var engine = await StartedAsync();
        await PutAsync(engine, ("out/a/1.bin", 7_000_000_000), ("out/a/2.bin", 1), ("out/readme.txt", 5), ("outside", 9));
        var look = await engine.Get<StorageQueries>().LookAsync(new DataMount(null, Out, "/mnt/out"), Ct);

        Assert.Equal((PlaceState.Seen, 3L, 7_000_000_006, true), (look.State, look.View!.Files, look.View.Size, look.View.IsCounted));
        Assert.Equal([("a/", 2L), ("readme.txt", 1L)], look.View.Entries.Select(entry => (entry.Name, entry.Files!.Value)));
        // The wire has whole seconds, and what the console takes for the cloud's time may be one off.
        Assert.All(look.View.Entries, entry => Assert.InRange((look.At - entry.WrittenAt!.Value).TotalSeconds, -1, 2));
    }

    [Fact]
    public async Task A_place_with_more_than_is_counted_says_at_least_and_stays_within_its_calls()
    {
        await using var engine = await StartedAsync();
        await PutAsync(engine, Enumerable.Range(0, 3500).Select(file => ($"out/{file:00000}", 1L)));
        var look = await engine.Get<StorageQueries>().LookAsync(new DataMount(null, Out, "/mnt/out"), Ct);

        Assert.Equal((3000L, false, true), (look.View!.Files, look.View.IsCounted, look.View.MoreEntries));
        Assert.Equal(4, engine.Calls("ListObjectsV2"));
    }

    [Theory]
    [InlineData("oss://missing-bucket/", PlaceState.NoBucket, "NoSuchBucket")]
    [InlineData("oss://foreign/", PlaceState.Denied, "AccessDenied")]
    [InlineData("oss://team/nothing/", PlaceState.Seen, null)]
    [InlineData("oss://team.evil.example/", PlaceState.Malformed, null)]
    [InlineData("nas://fs/", PlaceState.NotOss, null)]
    [InlineData("d-unknown", PlaceState.NotOss, null)]
    public async Task What_cannot_be_read_says_why(string source, PlaceState state, string? code)
    {
        await using var engine = await StartedAsync();
        var look = await engine.Get<StorageQueries>().LookAsync(EngineUnderTest.Operator, source, Ct);

        Assert.Equal((state, code), (look.State, look.Code));
        Assert.Equal(code is not null, look.RequestId is not null);
        Assert.Equal(state == PlaceState.Seen, look.View?.IsEmpty == true);
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_unreachable_and_not_empty()
    {
        await using var engine = await StartedAsync();
        engine.Emulator.World.Faults.Add(new Fault { Action = "ListObjectsV2", Kind = "error500" });
        var look = await engine.Get<StorageQueries>().LookAsync(new DataMount(null, Out, "/mnt/out"), Ct);
        Assert.Equal((PlaceState.Unreachable, "InternalError", null), (look.State, look.Code, look.View));
    }

    [Fact]
    public async Task A_viewer_looks_at_what_is_mounted_and_not_at_what_they_like()
    {
        await using var engine = await StartedAsync();
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => engine.Get<StorageQueries>().LookAsync(new Actor("vera", Role.Viewer), Out, Ct));
        Assert.Equal(0, engine.Calls("ListObjectsV2"));
    }

    [Fact]
    public async Task A_restart_uses_the_newest_complete_checkpoint_by_number()
    {
        await using var engine = await StartedAsync();
        var id = await JobAsync(engine, "python train.py --output_dir /mnt/out/run");
        foreach (var step in (int[])[9500, 10000, 500])
            await PutAsync(engine, ($"out/run/step-{step}/model.safetensors", 15), ($"out/run/step-{step}/optimizer.pt", 60), ($"out/run/step-{step}/scheduler.pt", 1));
        await PutAsync(engine, ("out/run/step-10500/model.safetensors", 15));
        var found = await engine.Get<CheckpointQueries>().OfJobAsync(id, Ct);

        Assert.Equal("/mnt/out/run", Assert.Single(found!.Places).MountPath);
        Assert.Equal([10500, 10000, 9500, 500], found.Places[0].Checkpoints.Select(checkpoint => checkpoint.Name.Step!.Value));
        Assert.Equal(("step-10000", "step-10500"), (found.Plan.From!.Title, Assert.Single(found.Plan.PassedOver).Title));
    }

    [Fact]
    public async Task How_much_would_be_done_again_follows_the_log()
    {
        await using var engine = await StartedAsync();
        var id = await JobAsync(engine, "python train.py --output_dir /mnt/out --save_strategy no");
        engine.Advance(900);
        await engine.LookAsync(ResourceKind.Job);
        await PutAsync(engine, ("out/checkpoint-10/adapter_model.safetensors", 9), ("out/checkpoint-10/adapter_config.json", 1), ("out/checkpoint-10/optimizer.pt", 2), ("out/checkpoint-10/scheduler.pt", 1));
        var plan = (await engine.Get<CheckpointQueries>().OfJobAsync(id, Ct))!.Plan;

        Assert.True(plan.LoggedStep > 10, $"step {plan.LoggedStep}");
        Assert.Equal(plan.LoggedStep - 10, plan.LostSteps);
    }

    [Fact]
    public async Task DeepSpeeds_mark_is_read()
    {
        await using var engine = await StartedAsync();
        var id = await JobAsync(engine, "deepspeed train.py --save_dir /mnt/out");
        foreach (var step in (int[])[500, 1000])
            await PutAsync(engine, ($"out/global_step{step}/mp_rank_00_model_states.pt", 15), ($"out/global_step{step}/zero_pp_rank_0_mp_rank_00_optim_states.pt", 60));
        await ControlAsync(engine, "objects", new { objects = new[] { new { uri = "oss://team/out/latest", text = "global_step500" } } });
        Assert.Equal("global_step500", (await engine.Get<CheckpointQueries>().OfJobAsync(id, Ct))!.Plan.From!.Title);
    }

    [Fact]
    public async Task Denied_or_absent_places_are_told_and_nothing_is_inferred()
    {
        await using var engine = await StartedAsync();
        var denied = await engine.Get<CheckpointQueries>().OfJobAsync(await JobAsync(engine, "python train.py --output_dir /mnt/out", "oss://foreign/"), Ct);
        Assert.Equal(PlaceState.Denied, Assert.Single(denied!.Places).State);
        Assert.Null(denied.Plan.From);
        Assert.Empty((await engine.Get<CheckpointQueries>().OfJobAsync(await JobAsync(engine, "python train.py", "nas://fs/"), Ct))!.Places);
        Assert.Null(await engine.Get<CheckpointQueries>().OfJobAsync("dlcnone", Ct));
    }

    [Fact]
    public async Task A_sync_never_reads_oss()
    {
        await using var engine = await StartedAsync();
        await JobAsync(engine, "python train.py --output_dir /mnt/out");
        await engine.LookAtAllAsync();
        Assert.Equal(0, engine.Calls("ListObjectsV2"));
    }

    private static async Task<EngineUnderTest> StartedAsync()
    {
        var engine = await EngineUnderTest.StartAsync();
        await ControlAsync(engine, "buckets", new { name = "team" });
        await ControlAsync(engine, "buckets", new { name = "foreign", owner = "1999" });
        return engine;
    }

    private static Task PutAsync(EngineUnderTest engine, params IEnumerable<(string Key, long Size)> objects) =>
        ControlAsync(engine, "objects", new { objects = objects.Select(o => new { uri = "oss://team/" + o.Key, size = o.Size }) });

    private static async Task ControlAsync(EngineUnderTest engine, string path, object body)
    {
        using HttpClient control = new();
        (await control.PostAsJsonAsync($"{engine.Emulator.Url}/_emulator/{path}", body, Ct)).EnsureSuccessStatusCode();
    }

    private static async Task<string> JobAsync(EngineUnderTest engine, string command, string uri = Out)
    {
        var answer = await engine.Get<IDlcApi>().CreateJobAsync(
            new CreateJobRequest
            {
                DisplayName = "run", JobType = "PyTorchJob", UserCommand = command,
                JobSpecs = [new JobSpec { Type = "Worker", PodCount = 1, EcsSpec = Sample.Sku, Image = Sample.Image }],
                DataSources = [new DataSource { Uri = uri, MountPath = "/mnt/out" }],
            },
            Ct);
        await engine.LookAsync(ResourceKind.Job);
        return answer.JobId!;
    }
}
