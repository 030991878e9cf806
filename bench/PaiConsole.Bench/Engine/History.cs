using System.Globalization;
using PaiConsole.Domain;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Bench.Engine;

/// <summary>A seeded past: as many jobs as asked for, fifty of them running, six workspaces, forty owners.</summary>
internal static class History
{
    public const string Workspace = "ws-3";
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private const int Running = 50;
    private static readonly string[] Models = ["llama", "qwen", "vit", "bert", "resnet", "whisper", "unet", "t5", "gpt2", "yolo"];
    private static readonly string[] Tasks = ["pretrain", "sft", "dpo", "eval", "ablation", "distill", "finetune"];
    private static readonly string[] Skus = ["ecs.gn7i-c8g1.2xlarge", "ecs.gn6v-c8g1.2xlarge", "ecs.gn6i-c4g1.xlarge", "ecs.g7.4xlarge"];
    private static readonly (string Word, Phase Phase)[] Ends =
        [("Succeeded", Phase.Succeeded), ("Succeeded", Phase.Succeeded), ("Succeeded", Phase.Succeeded), ("Failed", Phase.Failed), ("Stopped", Phase.Stopped)];

    /// <summary>Writes the jobs in one transaction.</summary>
    public static async Task SowAsync(Stage stage, int count, CancellationToken ct)
    {
        await using var db = await stage.DatabaseAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await using (var rows = await RowWriter<JobEntity>.CreateAsync(db, ct))
        {
            foreach (var job in Jobs(count))
                await rows.WriteAsync(job, ct);
        }
        await transaction.CommitAsync(ct);
    }

    /// <summary>The jobs, newest first; the same every time.</summary>
    public static IEnumerable<JobEntity> Jobs(int count)
    {
        var random = new Random(42);
        var created = Now;
        for (var i = 0; i < count; i++)
        {
            created -= TimeSpan.FromSeconds(random.Next(30, 600));
            var isRunning = i < Running;
            var (word, phase) = isRunning ? ("Running", Phase.Running) : Ends[random.Next(Ends.Length)];
            var name = string.Create(CultureInfo.InvariantCulture, $"{Models[random.Next(Models.Length)]}-{Tasks[random.Next(Tasks.Length)]}-{i}");
            var owner = string.Create(CultureInfo.InvariantCulture, $"user{random.Next(40)}");
            var sku = Skus[random.Next(Skus.Length)];
            var id = string.Create(CultureInfo.InvariantCulture, $"dlc{(uint)HashCode.Combine(7, i):x8}{i:x}");
            yield return new JobEntity
            {
                Id = id, Name = name, SearchText = SearchTexts.Of(name, id, owner, sku, "PyTorchJob"), StatusWord = word, Phase = phase,
                StatusSince = created.AddHours(2), OwnerId = owner, OwnerName = owner, WorkspaceId = $"ws-{random.Next(6)}", Sku = sku, Units = 1,
                CreatedAt = created, FirstSeenAt = created, FinishedAt = isRunning ? null : created.AddHours(2), ModifiedAt = created.AddHours(2),
                RateNanos = 10_093_350_000, CostSettledNanos = isRunning ? 0 : 20_186_700_000, BillingSince = isRunning ? created : null,
                IntervalSeq = 3, Revision = 4, Fingerprint = i, Type = "PyTorchJob", IsTerminal = !isRunning, Document = Document,
            };
        }
    }

    // As long as the observation of a small job is.
    private static readonly string Document = $"{{\"command\":\"{new string('x', 900)}\"}}";
}
