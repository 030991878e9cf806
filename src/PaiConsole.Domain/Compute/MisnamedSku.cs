namespace PaiConsole.Domain.Compute;

/// <summary>A name that is found in texts as if it were an instance type, and is none.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Why">What is wrong with it, to follow a colon.</param>
/// <param name="Instead">The types that were meant, the nearest first.</param>
public sealed record MisnamedSku(string Name, string Why, IReadOnlyList<string> Instead)
{
    /// <summary>The names that are known to be wrong.</summary>
    public static IReadOnlyList<MisnamedSku> All { get; } =
    [
        new("ecs.gn7e-c12g1.3xlarge", "the A100 with 40 GB and 12 vCPU is of the family gn7, and gn7e has 80 GB cards from 16 vCPU up", ["ecs.gn7-c12g1.3xlarge"]),
        new("ecs.gn8v-c8g1.2xlarge", "gn8v begins at 16 vCPU, and its cards have 96 GB", ["ecs.gn8v.4xlarge", "ecs.gn7e-c16g1.4xlarge"]),
    ];

    /// <summary>What is known about a wrong name, or null.</summary>
    public static MisnamedSku? Find(string name) => All.FirstOrDefault(known => known.Name == name);
}
