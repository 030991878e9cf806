using System.Text.Json;
using PaiConsole.Cloud.Eas;

namespace PaiConsole.Emulator.Tests.ConsoleClient;

public sealed class LostTests
{
    [Theory]
    [InlineData("""{"ServiceName":"a","Weight":10,"Labels":[{"LabelKey":"k","LabelValue":""}],"New":1}""", "")]
    [InlineData("""{"ServiceName":"a","Weight":10,"Gateway":"gw-1"}""", ".Gateway is lost: gw-1")]
    [InlineData("""{"Labels":[{"LabelKey":"k","LabelValue":"v"}]}""", ".Labels[0].LabelValue is lost: v")]
    [InlineData("""{"Labels":[{"LabelKey":"k"},{"LabelKey":"l"}]}""", ".Labels has 1 items of 2")]
    public void A_value_that_was_sent_and_not_read_is_noticed(string answer, string expected)
    {
        Service read = new() { ServiceName = "a", Weight = 10, Labels = [new() { LabelKey = "k" }] };
        Assert.Equal(expected, string.Join(';', Lost.In(read, JsonDocument.Parse(answer).RootElement)));
    }
}
