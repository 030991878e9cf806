using System.Globalization;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>POST /api/v2/instances/{InstanceId}/shutdowntimer: exactly one of DueTime and RemainingTimeInMs.</summary>
internal sealed class CreateInstanceShutdownTimer : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(CreateInstanceShutdownTimer);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        var text = call.Body.Text("DueTime");
        var remaining = call.Body.Long("RemainingTimeInMs");
        if (text is null == remaining is null)
            throw WireError.Invalid(Product, "Give either DueTime or RemainingTimeInMs.");
        DateTimeOffset due;
        if (remaining is { } ms)
            due = call.Now + TimeSpan.FromMilliseconds(ms);
        else if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out due))
            throw WireError.Invalid(Product, $"DueTime '{text}' is not a time.");
        if (due <= call.Now)
            throw WireError.Invalid(Product, "The shutdown must lie in the future.");
        if (notebook.Status is "Stopped" or "Stopping" or "Failed" or "Deleting")
            throw WireError.Conflict(Product, $"Instance {notebook.Id} is {notebook.Status}: there is nothing to shut down.");
        notebook.Timer.Set(due);
        return new { InstanceId = notebook.Id };
    }
}

/// <summary>GET: when the instance will be stopped.</summary>
internal sealed class GetInstanceShutdownTimer : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(GetInstanceShutdownTimer);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        var due = notebook.Timer.DueTime ?? throw WireError.NotFound(Product, "shutdown timer of", notebook.Id);
        return new
        {
            InstanceId = notebook.Id,
            DueTime = WireJson.Iso(due),
            RemainingTimeInMs = (long)(due - call.Now).TotalMilliseconds,
            GmtCreateTime = WireJson.Iso(notebook.Timer.Created),
            GmtModifiedTime = WireJson.Iso(notebook.Timer.Modified),
        };
    }
}

/// <summary>DELETE: the instance keeps running.</summary>
internal sealed class DeleteInstanceShutdownTimer : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(DeleteInstanceShutdownTimer);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        if (notebook.Timer.DueTime is null)
            throw WireError.NotFound(Product, "shutdown timer of", notebook.Id);
        notebook.Timer.Remove();
        return new { InstanceId = notebook.Id };
    }
}
