using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>PUT /api/v2/instances/{InstanceId}/labels: adds labels and changes those there are; the others stay. Inferred: in every status.</summary>
internal sealed class UpdateInstanceLabels : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(UpdateInstanceLabels);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        var labels = notebook.Spec.Labels;
        foreach (var label in call.Body.Field("Labels")?.EnumerateArray().ToArray() ?? [])
        {
            var key = label.Text("Key");
            if (string.IsNullOrEmpty(key))
                throw WireError.Invalid(Product, "A label needs a Key.");
            labels[key] = label.Text("Value") ?? "";
        }

        notebook.Spec.Labels = labels;
        notebook.Modified = call.Now;
        return new { };
    }
}

/// <summary>DELETE /api/v2/instances/{InstanceId}/labels?LabelKeys=a,b. Inferred: a key that is not there is no fault.</summary>
internal sealed class DeleteInstanceLabels : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(DeleteInstanceLabels);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        var labels = notebook.Spec.Labels;
        foreach (var key in call.Query.List("LabelKeys"))
            labels.Remove(key);
        notebook.Spec.Labels = labels;
        notebook.Modified = call.Now;
        return new { };
    }
}
