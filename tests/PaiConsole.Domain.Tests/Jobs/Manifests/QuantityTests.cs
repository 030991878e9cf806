using System.Globalization;
using PaiConsole.Domain.Jobs.Manifests;

namespace PaiConsole.Domain.Tests.Jobs.Manifests;

public class QuantityTests
{
    [Theory]
    [InlineData("32", "32")]
    [InlineData("500m", "0.5")]
    [InlineData("1.5", "1.5")]
    [InlineData("2k", "2000")]
    [InlineData("1e3", "1000")]
    [InlineData("1Ki", "1024")]
    [InlineData("", null)]
    [InlineData("many", null)]
    [InlineData("-1", null)]
    [InlineData("4 GPUs", null)]
    [InlineData("Gi", null)]
    [InlineData("99999999999P", null)]
    [InlineData("1e28", null)]
    public void Reads_plain_and_suffixed_numbers(string text, string? value) =>
        Assert.Equal(value is null ? (decimal?)null : decimal.Parse(value, CultureInfo.InvariantCulture), Quantity.Parse(text));

    [Theory]
    [InlineData("256Gi", 256)]
    [InlineData("1024Mi", 1)]
    [InlineData("1073741824", 1)]
    public void Memory_is_counted_in_GiB(string text, int gib) => Assert.Equal(gib, Quantity.Gib(text));

    [Fact]
    public void Decimal_gigabytes_are_less_than_GiB() => Assert.Equal(238.4m, decimal.Round(Quantity.Gib("256G")!.Value, 1));
}
