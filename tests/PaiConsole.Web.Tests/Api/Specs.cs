namespace PaiConsole.Web.Tests.Api;

/// <summary>Bodies that are right.</summary>
internal static class Specs
{
    public const string Image = "dsw-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai/pytorch-training:2.4.0-gpu-py310-cu124-ubuntu22.04";

    public static string Notebook(string name) =>
        $$"""{ "name": "{{name}}", "sku": "ecs.gn7i-c8g1.2xlarge", "image": "{{Image}}", "idleRule": { "cpuPercent": 10, "gpuPercent": 5, "minutes": 600 } }""";

    public static string Job(string name) =>
        $$"""
        { "name": "{{name}}", "type": "PyTorchJob", "command": "torchrun --nnodes=2 --node_rank=$RANK --master_addr=$MASTER_ADDR /mnt/code/train.py", "image": "{{Image}}",
          "roles": [{ "type": "Worker", "count": 2, "sku": "ecs.gn7i-c8g1.2xlarge" }],
          "data": [{ "uri": "oss://team.oss-cn-shanghai-internal.aliyuncs.com/code/", "mountPath": "/mnt/code" }], "env": { "NCCL_DEBUG": "INFO" } }
        """;

    public static string Service(string name) =>
        $$"""{ "name": "{{name}}", "image": "{{Image}}", "command": "python /serve.py", "port": 8000, "sku": "ecs.gn7i-c8g1.2xlarge", "replicas": 1 }""";

    public static string Manifest(string name, int gpus) =>
        $$"""
        apiVersion: training.pai.alibaba.com/v1
        kind: PyTorchJob
        metadata:
          name: {{name}}
        spec:
          pytorchReplicaSpecs:
            Master:
              replicas: 1
              template:
                spec:
                  containers:
                    - name: pytorch
                      image: {{Image}}
                      command: [python, /opt/train.py]
                      resources:
                        limits:
                          nvidia.com/gpu: {{gpus}}
                          cpu: "8"
                          memory: 16Gi
        """;
}
