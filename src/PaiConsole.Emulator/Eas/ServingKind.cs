namespace PaiConsole.Emulator.Eas;

/// <summary>What kind of model a service serves: how long it takes to load, how fast it answers, how much it can take.</summary>
/// <param name="Word">One word.</param>
/// <param name="Path">Path its callers use.</param>
/// <param name="P50Ms">Median latency without load.</param>
/// <param name="Capacity">Requests per second one instance can take.</param>
/// <param name="StartSeconds">World seconds from a pod to a ready server.</param>
internal sealed record ServingKind(string Word, string Path, double P50Ms, double Capacity, double StartSeconds)
{
    public static readonly ServingKind Llm = new("llm", "/v1/chat/completions", 1450, 14, 95);
    public static readonly ServingKind Embedding = new("embedding", "/v1/embeddings", 22, 160, 60);
    public static readonly ServingKind Diffusion = new("diffusion", "/sdapi/v1/txt2img", 4800, 1.2, 110);
    public static readonly ServingKind Triton = new("triton", "/v2/models/ensemble/infer", 9, 400, 70);
    public static readonly ServingKind Processor = new("processor", "/api/predict", 5, 600, 55);
    public static readonly ServingKind Web = new("web", "/predict", 45, 60, 60);

    /// <summary>Reads it from the image, the command and the name.</summary>
    public static ServingKind Of(ServiceDocument document)
    {
        var text = $"{document.Image} {document.Command} {document.Name}".ToLowerInvariant();
        bool Any(params string[] words) => words.Any(w => text.Contains(w, StringComparison.Ordinal));
        if (document.Image is null)
            return Processor;
        if (Any("embed", "bge", "gte", "rerank"))
            return Embedding;
        if (Any("vllm", "sglang", "chat"))
            return Llm;
        if (Any("diffusion", "comfyui", "sdxl", "flux"))
            return Diffusion;
        return Any("triton") ? Triton : Web;
    }
}
