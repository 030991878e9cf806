namespace PaiConsole.Emulator.Transport;

/// <summary>The emulated products, by the product code of their specification.</summary>
internal static class Product
{
    public const string Dlc = "pai-dlc";
    public const string Dsw = "pai-dsw";
    public const string Eas = "eas";
    public const string AiWorkspace = "AIWorkSpace";
    public const string Ecs = "Ecs";
    public const string PaiStudio = "PaiStudio";

    /// <summary>Specification file of each product, without extension.</summary>
    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Dlc] = "pai-dlc-2020-12-03",
        [Dsw] = "pai-dsw-2022-01-01",
        [Eas] = "eas-2021-07-01",
        [AiWorkspace] = "aiworkspace-2021-02-04",
        [Ecs] = "ecs-2014-05-26",
        [PaiStudio] = "paistudio-2022-01-12",
    };
}
