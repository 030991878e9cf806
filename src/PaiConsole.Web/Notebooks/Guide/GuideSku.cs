using PaiConsole.Domain.Compute;

namespace PaiConsole.Web.Notebooks.Guide;

/// <summary>A row of the guide's table: what is often written about a machine, and what is true.</summary>
/// <param name="Written">The name as it is often written.</param>
/// <param name="Word">Key of the sentences about it.</param>
/// <param name="Take">The types to take, the best first.</param>
public sealed record GuideSku(string Written, string Word, IReadOnlyList<string> Take)
{
    /// <summary>The name is a real one.</summary>
    public bool IsReal => MisnamedSku.Find(Written) is null;

    /// <summary>The rows, as a person meets them: one card, a bigger one, the biggest, several, none.</summary>
    public static IReadOnlyList<GuideSku> All { get; } =
    [
        new("ecs.gn7i-c8g1.2xlarge", "A10", ["ecs.gn7i-c8g1.2xlarge"]),
        Misnamed("ecs.gn7e-c12g1.3xlarge", "A100"),
        Misnamed("ecs.gn8v-c8g1.2xlarge", "Gn8v"),
        new("ecs.gn7i-c16g1.4xlarge", "FourA10", ["ecs.gn7i-4x.8xlarge", "ecs.gn7i-4x.16xlarge", "ecs.gn7i-c32g1.32xlarge"]),
        new("ecs.g7.xlarge", "Cpu", ["ecs.g7.xlarge"]),
    ];

    private static GuideSku Misnamed(string name, string word) => new(name, word, MisnamedSku.Find(name)!.Instead);
}
