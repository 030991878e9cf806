using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>POST /api/v2/services: the body is the bare service document. Names are unique per region, so a repeat is refused.</summary>
internal sealed class CreateService : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(CreateService);

    public object Handle(WireCall call)
    {
        ServiceDocument document = new(call.Body);
        if (call.Text("WorkspaceId") is { } workspace && document.Text("metadata.workspace_id") is null)
            document = document.With("workspace_id", workspace);
        foreach (var (key, value) in call.Query.Map("Labels"))
            document = document.WithLabel(key, value);
        if (call.Text("Develop") == "true")
            throw WireError.Invalid(Product, "Develop=true (container development mode) is not emulated.");
        ServiceRules.Check(document);
        var world = call.World;
        if (world.Services.Find(document.Name!) is not null)
            throw new WireException(409, "ServiceAlreadyExists", $"Service [{document.Name}] already exists in region [{world.Options.Region}].");
        ModelService service = new(world, document, World.People.KeyOwner);
        world.Services.Add(service);
        service.Deploy();
        return new
        {
            ServiceId = service.Uid,
            ServiceName = service.Name,
            world.Options.Region,
            service.Status,
            InternetEndpoint = Endpoints.Internet(world, Endpoints.Path(service)),
            IntranetEndpoint = Endpoints.Intranet(world, Endpoints.Path(service)),
        };
    }
}
