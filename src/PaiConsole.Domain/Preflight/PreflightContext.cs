using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Preflight;

/// <summary>What checks may know about the world. Lists that were not read are empty, and nothing is concluded from them.</summary>
/// <param name="Region">Region id.</param>
/// <param name="Skus">Known instance types.</param>
/// <param name="Prices">Known prices.</param>
/// <param name="Datasets">Registered datasets.</param>
/// <param name="Images">Registered images.</param>
public sealed record PreflightContext(
    string Region, SkuCatalogue Skus, PriceBook Prices, IReadOnlyList<Dataset> Datasets, IReadOnlyList<ContainerImage> Images)
{
    /// <summary>Known workspaces.</summary>
    public IReadOnlyList<Workspace> Workspaces { get; init; } = [];

    /// <summary>Whether the cloud has machines of a type to give, where it has said so.</summary>
    public IReadOnlyDictionary<string, bool> Availability { get; init; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    /// <summary>What is known of the spot market, by instance type. A type that nothing is known of is absent.</summary>
    public IReadOnlyDictionary<string, SpotMarket> Spot { get; init; } = new Dictionary<string, SpotMarket>(StringComparer.Ordinal);

    /// <summary>Only what is compiled into the console.</summary>
    public static PreflightContext Embedded(string region) => new(region, SkuCatalogue.Embedded, PriceBook.Embedded, [], []);

    /// <summary>What an image holds, as far as its registration or else its name says.</summary>
    internal ImageTraits Traits(string image) =>
        Images.FirstOrDefault(known => known.Uri == image || known.Id == image || known.Name == image) is { } registered
            ? ImageTraits.Of(registered)
            : ImageTraits.Of(image);
}
