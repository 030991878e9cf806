namespace PaiConsole.Cloud.Ecs;

/// <summary>Instance types and their prices: Ecs 2014-05-26. Every method throws <see cref="PaiApiException"/>.</summary>
public interface IEcsApi
{
    /// <summary>Reads the present price of an instance or disk.</summary>
    Task<DescribePriceAnswer> DescribePriceAsync(DescribePriceQuery query, CancellationToken cancellationToken);

    /// <summary>Reads a page of instance types.</summary>
    Task<DescribeInstanceTypesAnswer> DescribeInstanceTypesAsync(DescribeInstanceTypesQuery query, CancellationToken cancellationToken);

    /// <summary>Reads the market's past prices of an instance type.</summary>
    Task<DescribeSpotPriceHistoryAnswer> DescribeSpotPriceHistoryAsync(DescribeSpotPriceHistoryQuery query, CancellationToken cancellationToken);
}
