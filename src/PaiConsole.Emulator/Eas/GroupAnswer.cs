using System.Text.Json;
using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Eas;

/// <summary>A group as DescribeGroup and ListGroups give it; the token comes only with <paramref name="detail"/>.</summary>
internal sealed class GroupAnswer(World.World world, ServiceGroup group, bool detail)
{
    public string Name { get; } = group.Name;
    public string ClusterId { get; } = world.Options.Region;
    public string TrafficMode { get; } = group.TrafficMode;
    public string CallerUid { get; } = group.UserId;
    public string ParentUid { get; } = People.KeyOwner;
    public string InternetEndpoint { get; } = Endpoints.Internet(world, group.Name);
    public string IntranetEndpoint { get; } = Endpoints.Intranet(world, group.Name);
    public string? AccessToken { get; } = detail ? group.Token : null;
    public string QueueService { get; } = "";
    public JsonElement? Network { get; } = group.Network;
    public object[] Labels { get; } = [.. group.Labels.Select(l => (object)new { LabelKey = l.Key, LabelValue = l.Value })];
    public string CreateTime { get; } = WireJson.Iso(group.Created);
    public string UpdateTime { get; } = WireJson.Iso(group.Updated);
}
