using PaiConsole.Cloud.Transport;

namespace PaiConsole.Cloud.Ecs;

internal sealed class EcsApi(PaiTransport transport) : IEcsApi
{
    private static readonly EcsJson Json = EcsJson.Default;

    public Task<DescribePriceAnswer> DescribePriceAsync(DescribePriceQuery query, CancellationToken cancellationToken) =>
        transport.SendAsync(
            PaiCall.Describe(PaiProduct.Ecs, "DescribePrice", WireQuery.From(query, Json.DescribePriceQuery)), Json.DescribePriceAnswer, cancellationToken);

    public Task<DescribeInstanceTypesAnswer> DescribeInstanceTypesAsync(DescribeInstanceTypesQuery query, CancellationToken cancellationToken) =>
        transport.SendAsync(
            PaiCall.Describe(PaiProduct.Ecs, "DescribeInstanceTypes", WireQuery.From(query, Json.DescribeInstanceTypesQuery)), Json.DescribeInstanceTypesAnswer, cancellationToken);

    public Task<DescribeSpotPriceHistoryAnswer> DescribeSpotPriceHistoryAsync(DescribeSpotPriceHistoryQuery query, CancellationToken cancellationToken) =>
        transport.SendAsync(
            PaiCall.Describe(PaiProduct.Ecs, "DescribeSpotPriceHistory", WireQuery.From(query, Json.DescribeSpotPriceHistoryQuery)), Json.DescribeSpotPriceHistoryAnswer, cancellationToken);
}
