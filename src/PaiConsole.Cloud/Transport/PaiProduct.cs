namespace PaiConsole.Cloud.Transport;

/// <summary>A product of the cloud: how it is called, which version is spoken, where it lives.</summary>
/// <param name="Code">Name in settings, errors and telemetry.</param>
/// <param name="Version">API version.</param>
/// <param name="Host">First label of its public host.</param>
/// <param name="VpcHost">First label of its host inside a VPC.</param>
internal sealed record PaiProduct(string Code, string Version, string Host, string VpcHost)
{
    internal static readonly PaiProduct Dsw = new("dsw", "2022-01-01", "pai-dsw", "pai-dsw-vpc");
    internal static readonly PaiProduct Dlc = new("dlc", "2020-12-03", "pai-dlc", "pai-dlc-vpc");
    internal static readonly PaiProduct Eas = new("eas", "2021-07-01", "pai-eas", "pai-eas-manage-vpc");
    internal static readonly PaiProduct AiWorkspace = new("aiworkspace", "2021-02-04", "aiworkspace", "aiworkspace-vpc");
    internal static readonly PaiProduct Ecs = new("ecs", "2014-05-26", "ecs", "ecs-vpc");
    internal static readonly PaiProduct PaiStudio = new("paistudio", "2022-01-12", "pai", "pai-vpc");

    /// <summary>Not one of <see cref="All"/>: another signature, and an endpoint per region and bucket.</summary>
    internal static readonly PaiProduct Oss = new("oss", "2019-05-17", "oss", "oss");

    internal static readonly IReadOnlyList<PaiProduct> All = [Dsw, Dlc, Eas, AiWorkspace, Ecs, PaiStudio];
}
