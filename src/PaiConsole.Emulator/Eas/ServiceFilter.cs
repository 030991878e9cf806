using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>The filters of ListServices; all that are given must hold.</summary>
internal static class ServiceFilter
{
    public static Func<ModelService, bool> Of(WireCall call)
    {
        List<Func<ModelService, bool>> all = [];
        void Equal(string parameter, Func<ModelService, string?> value)
        {
            if (call.Text(parameter) is { } wanted)
                all.Add(s => string.Equals(value(s), wanted, StringComparison.OrdinalIgnoreCase));
        }

        void Flag(string parameter, Func<ModelService, bool> value)
        {
            if (call.Flag(parameter) is { } wanted)
                all.Add(s => value(s) == wanted);
        }

        Equal("ServiceName", s => s.Name);
        Equal("ServiceUid", s => s.Uid);
        Equal("ServiceStatus", s => s.Status);
        Equal("ServiceType", s => s.Document.Type);
        Equal("GroupName", s => s.Document.Group);
        Equal("TrafficState", s => s.TrafficState);
        Equal("WorkspaceId", s => s.WorkspaceId);
        Equal("CallerUid", s => s.UserId);
        Equal("Role", s => s.Document.Text("metadata.role") ?? "");
        Equal("QuotaId", s => s.Document.Text("metadata.quota_id"));
        Equal("ResourceId", s => s.Document.Text("metadata.resource"));
        Equal("ResourceName", s => s.Document.Text("metadata.resource"));
        Equal("ResourceAliasName", _ => null);
        Equal("ParentServiceUid", _ => null);
        Equal("ResourceType", ResourceType);
        Equal("Gateway", s => s.Document.Text("networking.gateway"));
        Equal("Accessibility", _ => "PUBLIC");
        Flag("AutoscalerEnabled", s => s.Autoscaler.IsSet);
        Flag("CronscalerEnabled", _ => false);
        Flag("ResourceBurstable", s => s.Document.Flag("metadata.resource_burstable"));
        if (call.Text("Filter") is { } part)
            all.Add(s => s.Name.Contains(part, StringComparison.OrdinalIgnoreCase));
        foreach (var (key, value) in call.Query.Map("Label"))
            all.Add(s => s.Document.Labels.TryGetValue(key, out var known) && (value.Length == 0 || known == value));
        return s => all.TrueForAll(holds => holds(s));
    }

    public static string ResourceType(ModelService service) =>
        service.Document.Text("metadata.quota_id") is not null ? "Lingjun"
        : service.Document.Text("metadata.resource") is not null ? "DedicatedResource"
        : "PublicResource";
}
