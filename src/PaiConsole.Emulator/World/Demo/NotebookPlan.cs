namespace PaiConsole.Emulator.World.Demo;

/// <summary>A notebook of the team.</summary>
/// <param name="Name">Name.</param>
/// <param name="Owner">Login name of its owner.</param>
/// <param name="Sku">Instance type.</param>
/// <param name="Hours">Running for so many hours; negative: stopped so many hours ago.</param>
internal sealed record NotebookPlan(string Name, string Owner, string Sku, double Hours)
{
    private const string A10 = "ecs.gn7i-c8g1.2xlarge";
    private const string EightA10 = "ecs.gn7i-8x.32xlarge";
    private const string A100 = "ecs.gn7-c12g1.3xlarge";
    private const string T4 = "ecs.gn6i-c4g1.xlarge";
    private const string Cpu = "ecs.g7.xlarge";
    private const string BigCpu = "ecs.g7.4xlarge";

    /// <summary>Nobody has used it for so many hours; null where somebody works with it.</summary>
    public double? Idle { get; init; }

    /// <summary>Minutes of its idle rule; null where it has none.</summary>
    public int? Rule { get; init; }

    /// <summary>Hours until its shutdown timer; null where it has none.</summary>
    public double? StopsIn { get; init; }

    /// <summary>Its owner starts and stops it now and then.</summary>
    public bool Sociable { get; init; }

    public bool IsSpot { get; init; }

    public static readonly NotebookPlan[] All =
    [
        new("qwen_sft_debug", "zhangwei", A100, 7) { Rule = 120 },
        new("prompt_lab", "liuyang", A10, 74) { Idle = 41 },
        new("dpo_explore", "chenxiaoyu", A100, 53) { Idle = 30 },
        new("bge_eval", "emma.clark", A10, 5) { Rule = 180 },
        new("yolo_multi_gpu", "wangfang", EightA10, 31) { Idle = 14 },
        new("receipt_labels", "sunhao", Cpu, 4) { Sociable = true },
        new("sdxl_playground", "daniel.reed", A10, 26) { Idle = 1, Rule = 240 },
        new("video_tag_dev", "sunhao", A10, 9) { IsSpot = true },
        new("ctr_features", "zhaomin", Cpu, 101) { Idle = 60 },
        new("recall_ann", "huangjie", T4, 10) { Idle = 6 },
        new("click_join", "priya.nair", BigCpu, 2.5) { Rule = 60, Sociable = true },
        new("infra_tools", "xulei", Cpu, 215),
        new("gpu_probe", "tom.becker", A10, 12) { Idle = 11, StopsIn = 5 },
        new("rlhf_notes", "zhangwei", A10, -3) { Sociable = true },
        new("tokenizer_study", "zhangwei", Cpu, -349),
        new("vllm_bench", "zhangwei", A100, -27),
        new("longctx_probe", "liuyang", A100, -71) { Rule = 120 },
        new("rag_prototype", "liuyang", A10, -5) { Rule = 180, Sociable = true },
        new("corpus_dedup", "liuyang", BigCpu, -353),
        new("agent_sandbox", "chenxiaoyu", A10, -19) { Sociable = true },
        new("ner_baseline", "chenxiaoyu", T4, -212),
        new("asr_align", "emma.clark", A10, -96) { IsSpot = true },
        new("call_topics", "emma.clark", Cpu, -14) { Sociable = true },
        new("shelf_detect", "wangfang", A10, -6) { Rule = 120, Sociable = true },
        new("coco_viewer", "wangfang", Cpu, -345),
        new("seg_anything", "wangfang", A100, -44),
        new("ocr_svtr_dev", "sunhao", A10, -22) { Sociable = true },
        new("pose_demo", "sunhao", T4, -190),
        new("flux_trials", "daniel.reed", A100, -8) { Rule = 60 },
        new("receipt_parse", "daniel.reed", A10, -120),
        new("din_ablation", "zhaomin", A10, -30) { Sociable = true },
        new("ab_analysis", "zhaomin", Cpu, -11) { Sociable = true },
        new("dssm_debug", "huangjie", T4, -52),
        new("coldstart", "huangjie", BigCpu, -260),
        new("graph_recall", "priya.nair", A10, -77) { IsSpot = true },
        new("feature_store", "priya.nair", Cpu, -16) { Sociable = true },
        new("eas_loadtest", "xulei", BigCpu, -2) { Sociable = true },
        new("image_builder", "tom.becker", Cpu, -64),
        new("nas_migration", "tom.becker", Cpu, -36),
        new("triton_tuning", "xulei", A100, 0),
    ];
}
