namespace PaiConsole.Emulator.World.Demo;

/// <summary>A model service of the team.</summary>
/// <param name="Name">Name.</param>
/// <param name="Owner">Login name, which goes into the label <c>owner</c>: EAS itself names nobody.</param>
/// <param name="Runs">Image after the registry, or the name of a built-in processor.</param>
/// <param name="Script">Command in the container; for a processor, the model it loads.</param>
/// <param name="Sku">Instance type.</param>
/// <param name="Instances">Instances; the lowest number where it scales by itself.</param>
/// <param name="Days">Created so many days ago.</param>
internal sealed record ServicePlan(string Name, string Owner, string Runs, string Script, string Sku, int Instances, double Days)
{
    public const string CanaryGroup = "qwen3_chat";
    private const string A10 = "ecs.gn7i-c8g1.2xlarge";
    private const string EightA10 = "ecs.gn7i-8x.32xlarge";
    private const string A100 = "ecs.gn7-c12g1.3xlarge";
    private const string T4 = "ecs.gn6i-c4g1.xlarge";
    private const string Cpu = "ecs.c7.2xlarge";
    private const string SmallCpu = "ecs.c7.xlarge";
    private const string Vllm = "pai-eas/vllm:0.14.0-gpu";
    private const string Sglang = "pai-eas/sglang:v0.5.17";
    private const string Triton = "pai-eas/tritonserver:25.03-py3";
    private const string Diffusion = "pai-eas/stable-diffusion-webui:4.1";
    private const string TritonServer = "tritonserver --model-repository=/model_dir --http-port=8000";

    /// <summary>Model directory in the team's bucket.</summary>
    public string Model { get; init; } = "";

    /// <summary>Running, Stopped, Failed or Updating.</summary>
    public string Status { get; init; } = "Running";

    /// <summary>Most instances; 0 where the number is set by hand.</summary>
    public int Most { get; init; }

    /// <summary>Requests per second that one instance is meant to take.</summary>
    public double PerInstance { get; init; }

    /// <summary>Requests per second at the busiest time; null for the usual of its kind.</summary>
    public double? Peak { get; init; }

    /// <summary>CNY per hour up to which it runs on spot capacity; null for pay-as-you-go.</summary>
    public double? SpotLimit { get; init; }

    /// <summary>Weight in <see cref="CanaryGroup"/>; 0 for a service on its own.</summary>
    public int Weight { get; init; }

    public int Version { get; init; } = 1;

    public bool IsProcessor => !Runs.Contains(':', StringComparison.Ordinal);

    public static readonly ServicePlan[] All =
    [
        new("qwen25_7b_chat", "zhangwei", Vllm, "vllm serve /model_dir --served-model-name qwen25-7b --port 8000 --max-model-len 8192", A10, 1, 64) { Model = "Qwen2.5-7B-Instruct", Most = 5, PerInstance = 8, Peak = 33, Version = 6 },
        new("qwen3_chat_stable", "liuyang", Vllm, "vllm serve /model_dir --served-model-name qwen3-8b --port 8000 --enable-prefix-caching", A100, 3, 48) { Model = "Qwen3-8B", Peak = 27, Weight = 90, Version = 4 },
        new("qwen3_chat_canary", "liuyang", Vllm, "vllm serve /model_dir --served-model-name qwen3-8b --port 8000 --enable-prefix-caching", A100, 1, 0.13) { Model = "Qwen3-8B-dpo-0042", Weight = 10 },
        new("qwen25_72b_instruct", "zhangwei", Vllm, "vllm serve /model_dir --tensor-parallel-size 8 --port 8000 --quantization awq", EightA10, 1, 37) { Model = "Qwen2.5-72B-Instruct-AWQ", Peak = 6, Version = 3 },
        new("deepseek_r1_distill_7b", "chenxiaoyu", Sglang, "python -m sglang.launch_server --model-path /model_dir --port 8000", A10, 1, 21) { Model = "DeepSeek-R1-Distill-Qwen-7B", SpotLimit = 6 },
        new("glm4_9b_chat", "emma.clark", Vllm, "vllm serve /model_dir --port 8000", A10, 1, 82) { Model = "glm-4-9b-chat", Status = "Stopped" },
        new("bge_m3_embedding", "emma.clark", Vllm, "vllm serve /model_dir --task embed --port 8000", A10, 1, 90) { Model = "bge-m3", Most = 4, PerInstance = 90, Peak = 300, Version = 5 },
        new("gte_qwen2_embedding", "chenxiaoyu", Vllm, "vllm serve /model_dir --task embed --port 8000", A10, 1, 33) { Model = "gte-Qwen2-1.5B-instruct" },
        new("bge_reranker_v2", "emma.clark", Vllm, "vllm serve /model_dir --task score --port 8000", A10, 2, 58) { Model = "bge-reranker-v2-m3", Peak = 190, Version = 2 },
        new("intent_classifier", "zhangwei", "shop-ai/intent:2.3", "python serve.py --port 8000", SmallCpu, 2, 110) { Model = "intent-macbert", Peak = 70, Version = 9 },
        new("sdxl_poster", "daniel.reed", Diffusion, "./webui.sh --listen --port 8000 --api --xformers", A10, 1, 45) { Model = "sdxl-poster-lora", Most = 6, PerInstance = 0.7, Peak = 3.2, Version = 4 },
        new("flux_schnell", "daniel.reed", Diffusion, "./webui.sh --listen --port 8000 --api", A100, 1, 26) { Model = "FLUX.1-schnell", Status = "Stopped" },
        new("comfyui_studio", "wangfang", "shop-ai/comfyui:0.9", "python main.py --listen --port 8000", A10, 1, 12) { Model = "comfy-models", Peak = 0.4 },
        new("shelf_detector", "wangfang", Triton, TritonServer, T4, 2, 75) { Model = "yolov11-shelf-trt", Peak = 520, Version = 7 },
        new("receipt_ocr", "sunhao", Triton, TritonServer, T4, 1, 66) { Model = "receipt-ocr-ensemble", Peak = 130, Version = 3 },
        new("layout_parser", "sunhao", "shop-ai/layout:1.4-missing", "python serve.py --port 8000", A10, 1, 0.4) { Model = "layoutlmv3", Status = "Failed" },
        new("video_tagger", "sunhao", "shop-ai/videotag:1.1", "python serve.py --port 8000", A10, 1, 19) { Model = "swin-video-tag", SpotLimit = 6 },
        new("whisper_asr", "emma.clark", "shop-ai/whisper:3.0", "python asr_server.py --port 8000", A10, 1, 52) { Model = "whisper-large-v3", Status = "Stopped", Version = 2 },
        new("ctr_ensemble", "zhaomin", Triton, TritonServer, T4, 2, 130) { Model = "din-ctr-ensemble", Most = 8, PerInstance = 250, Peak = 1650, Version = 21 },
        new("xgb_ranker", "huangjie", "xgboost", "xgb_rank/model.bin", Cpu, 2, 140) { Peak = 820, Version = 18 },
        new("churn_sklearn", "priya.nair", "sklearn", "churn/model.pkl", SmallCpu, 1, 88) { Peak = 45, Version = 5 },
        new("fraud_pmml", "huangjie", "pmml", "fraud/lr.pmml", SmallCpu, 2, 205) { Peak = 240, Version = 11 },
        new("item2vec_recall", "priya.nair", "shop-ai/recall:4.2", "python recall_server.py --port 8000", Cpu, 2, 101) { Model = "item2vec", Most = 6, PerInstance = 35, Peak = 160, Version = 8 },
        new("feature_gateway", "tom.becker", "shop-ai/feature-gateway:1.12", "java -jar gateway.jar --server.port=8000", Cpu, 2, 160) { Model = "features", Peak = 95, Status = "Updating", Version = 14 },
        new("cosyvoice_tts", "tom.becker", "shop-ai/cosyvoice:2.0", "python tts_server.py --port 8000", A10, 1, 9) { Model = "CosyVoice2-0.5B", Peak = 12 },
    ];
}
