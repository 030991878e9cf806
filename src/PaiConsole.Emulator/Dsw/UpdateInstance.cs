using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>PUT /api/v2/instances/{InstanceId}. Name, visibility and priority change at any time; everything else needs an instance at rest.</summary>
internal sealed class UpdateInstance : IWireOperation
{
    private static readonly string[] AnyTime = ["InstanceName", "Accessibility", "Priority"];

    /// <summary>Switches of the request, and the field each of them takes away.</summary>
    private static readonly Dictionary<string, string> Disassociate = new(StringComparer.Ordinal)
    {
        ["DisassociateAssignNode"] = "AssignNodeSpec",
        ["DisassociateCredential"] = "CredentialConfig",
        ["DisassociateDatasets"] = "Datasets",
        ["DisassociateDriver"] = "Driver",
        ["DisassociateEnvironmentVariables"] = "EnvironmentVariables",
        ["DisassociateMigrationOptions"] = "MigrationOptions",
        ["DisassociateSpot"] = "SpotSpec",
        ["DisassociateUserCommand"] = "UserCommand",
        ["DisassociateVpc"] = "UserVpc",
    };

    public string Product => Transport.Product.Dsw;

    public string Name => nameof(UpdateInstance);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        NotebookRules.Check(call.Body, creating: false);
        var light = call.Body.EnumerateObject().All(p => AnyTime.Contains(p.Name, StringComparer.Ordinal));
        if (!light)
            notebook.BeginUpdate(call.Body.Flag("StartInstance") == true);

        notebook.Spec.Merge(call.Body);
        foreach (var (flag, field) in Disassociate)
            if (call.Body.Flag(flag) == true)
                notebook.Spec.Remove(field);
        notebook.Modified = call.Now;
        return new { InstanceId = notebook.Id };
    }
}
