using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Costs;

namespace PaiConsole.Engine.Reference;

/// <summary>Workspaces, datasets and images of the account: few, rarely changed, held in memory and stored for the next start.</summary>
public sealed class ReferenceData
{
    private readonly PriceDesk _prices;

    internal ReferenceData(PriceDesk prices) => _prices = prices;

    /// <summary>Workspaces.</summary>
    public IReadOnlyList<Workspace> Workspaces { get; internal set; } = [];

    /// <summary>Registered datasets.</summary>
    public IReadOnlyList<Dataset> Datasets { get; internal set; } = [];

    /// <summary>Known images.</summary>
    public IReadOnlyList<ContainerImage> Images { get; internal set; } = [];

    /// <summary>What DLC says of the spot market, by instance type. How often machines are taken back it does not say.</summary>
    public IReadOnlyDictionary<string, SpotMarket> Spot { get; internal set; } = new Dictionary<string, SpotMarket>(StringComparer.Ordinal);

    /// <summary>What checks may know about the world.</summary>
    public PreflightContext Context => new(_prices.Region, _prices.Skus, _prices.Book, Datasets, Images)
    {
        Workspaces = Workspaces,
        Availability = _prices.Availability,
        Spot = Spot,
    };

    /// <summary>The workspace that new objects go to when nobody names one.</summary>
    public string? DefaultWorkspaceId => (Workspaces.FirstOrDefault(workspace => workspace.IsDefault) ?? Workspaces.FirstOrDefault())?.Id;
}
