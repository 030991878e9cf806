using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Dsw;

/// <summary>What tests of notebooks do again and again.</summary>
internal static class NotebookCloud
{
    /// <summary>A notebook that has just reached Running.</summary>
    public static async Task<string> Running(this TestCloud cloud, string name = "exp_nlp", string sku = Examples.Sku, string workspace = "268")
    {
        var body = Examples.Notebook(name, sku);
        body["WorkspaceId"] = workspace;
        var id = (await cloud.Dsw("CreateInstance", body: body)).Text("InstanceId")!;
        cloud.Pass(90);
        return id;
    }

    public static async Task<string> Status(this TestCloud cloud, string id) => (await cloud.Dsw("GetInstance", new { InstanceId = id })).Text("Status")!;

    public static Task<Answer> Load(this TestCloud cloud, string id, double cpu, double gpu) =>
        cloud.Control(HttpMethod.Post, $"notebooks/{id}/load", new { cpuPercent = cpu, gpuPercent = gpu });

    public static Task<Answer> Cull(this TestCloud cloud, string id, int minutes) =>
        cloud.Dsw("CreateIdleInstanceCuller", new { InstanceId = id }, new { CpuPercentThreshold = 20, GpuPercentThreshold = 10, MaxIdleTimeInMinutes = minutes });
}
