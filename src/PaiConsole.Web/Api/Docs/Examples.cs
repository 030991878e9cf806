using System.Text.Json.Nodes;

namespace PaiConsole.Web.Api.Docs;

/// <summary>Example bodies of the commands, by the name of the endpoint.</summary>
internal static class Examples
{
    private const string Manifest =
        """
        apiVersion: kubeflow.org/v1
        kind: PyTorchJob
        metadata: { name: bert-finetune }
        spec:
          pytorchReplicaSpecs:
            Worker:
              replicas: 2
              template:
                spec:
                  containers:
                    - name: pytorch
                      image: dsw-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai/pytorch-training:2.4.0-gpu-py310-cu124-ubuntu22.04
                      command: [torchrun, /mnt/code/train.py]
                      resources: { limits: { nvidia.com/gpu: 1, cpu: 8, memory: 30Gi } }
        """;

    private static readonly Dictionary<string, string> _bodies = new(StringComparer.Ordinal)
    {
        ["submitJob"] =
            """
            { "name": "bert-finetune", "type": "PyTorchJob", "command": "torchrun --nnodes=$WORLD_SIZE --node_rank=$RANK --master_addr=$MASTER_ADDR /mnt/code/train.py --output /mnt/output",
              "image": "dsw-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai/pytorch-training:2.4.0-gpu-py310-cu124-ubuntu22.04",
              "roles": [{ "type": "Worker", "count": 2, "sku": "ecs.gn7i-c8g1.2xlarge" }],
              "data": [{ "uri": "oss://team-data.oss-cn-shanghai-internal.aliyuncs.com/code/", "mountPath": "/mnt/code" }],
              "outputPath": "oss://team-data.oss-cn-shanghai-internal.aliyuncs.com/bert/", "env": { "NCCL_DEBUG": "INFO" }, "maxRunningMinutes": 240, "labels": { "project": "bert" } }
            """,
        ["submitSweep"] =
            """
            { "base": { "name": "bert-tune", "type": "PyTorchJob", "command": "python /mnt/code/train.py --learning_rate=1e-5 --output_dir=/mnt/output/{member}",
                "image": "dsw-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai/pytorch-training:2.4.0-gpu-py310-cu124-ubuntu22.04",
                "roles": [{ "type": "Worker", "count": 1, "sku": "ecs.gn7i-c8g1.2xlarge" }],
                "data": [{ "uri": "oss://team-data.oss-cn-shanghai-internal.aliyuncs.com/code/", "mountPath": "/mnt/code" }],
                "outputPath": "oss://team-data.oss-cn-shanghai-internal.aliyuncs.com/bert/", "maxRunningMinutes": 240 },
              "parameters": [{ "name": "--learning_rate", "values": ["1e-5", "2e-5", "5e-5"] }, { "name": "SEED", "values": ["1", "2"] }] }
            """,
        ["createNotebook"] =
            """
            { "name": "ana_explore", "sku": "ecs.gn6v-c8g1.2xlarge",
              "image": "dsw-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai/pytorch-develop:2.4.0-gpu-py310-cu124-ubuntu22.04",
              "idleRule": { "cpuPercent": 10, "gpuPercent": 5, "minutes": 60 } }
            """,
        ["createService"] =
            """
            { "name": "bert_qa", "image": "eas-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai-eas/vllm:0.6", "command": "vllm serve /mnt/model --port 8000",
              "port": 8000, "model": "oss://team-data.oss-cn-shanghai-internal.aliyuncs.com/models/bert-qa/", "sku": "ecs.gn7i-c8g1.2xlarge", "replicas": 2 }
            """,
        ["setNotebookSku"] = """{ "sku": "ecs.gn7i-c8g1.2xlarge", "restart": true }""",
        ["snoozeAlert"] = """{ "until": "2030-01-31T18:00:00Z" }""",
        ["setIdleRule"] = """{ "cpuPercent": 10, "gpuPercent": 5, "minutes": 60 }""",
        ["setShutdownTimer"] = """{ "dueAt": "2030-01-31T18:00:00Z" }""",
        ["setJobPriority"] = """{ "priority": 7 }""",
        ["scaleService"] = """{ "replicas": 3 }""",
        ["createToken"] = """{ "name": "nightly pipeline", "role": "operator" }""",
    };

    /// <summary>The example, or null where there is none.</summary>
    public static JsonNode? Of(string? operation, string contentType) =>
        operation is null ? null
        : contentType.EndsWith("yaml", StringComparison.Ordinal) ? JsonValue.Create(Manifest)
        : _bodies.TryGetValue(operation, out var body) ? JsonNode.Parse(body) : null;
}
