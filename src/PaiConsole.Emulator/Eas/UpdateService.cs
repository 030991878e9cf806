using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>PUT one service: merges the body into its document, or replaces it. Every change makes a version, which rolls out beside the old one.</summary>
internal sealed class UpdateService : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(UpdateService);

    public object Handle(WireCall call)
    {
        var service = call.World.Services.Need(call);
        var document = call.Text("UpdateType") == "replace" ? new ServiceDocument(call.Body) : service.Document.Merge(call.Body);
        if (document.Name is null)
            document = document.With("name", service.Name);
        if (document.Name != service.Name)
            throw WireError.Invalid(Product, $"A service cannot be renamed: the document says {document.Name}, the service is {service.Name}.");
        if (document.Group != service.Document.Group)
            throw WireError.Invalid(Product, "metadata.group cannot be changed after creation.");
        ServiceRules.Check(document);
        service.Update(document);
        return new { Message = $"Service [{service.Name}] in region [{call.World.Options.Region}] is updating" };
    }
}
