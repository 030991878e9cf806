using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>POST /api/v2/instances/{InstanceId}/idleinstanceculler: sets the rule, or replaces it (there is no update).</summary>
internal sealed class CreateIdleInstanceCuller : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(CreateIdleInstanceCuller);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        var cpu = Percent(call, "CpuPercentThreshold");
        var gpu = Percent(call, "GpuPercentThreshold");
        var minutes = (int)(call.Body.Long("MaxIdleTimeInMinutes") ?? 0);
        if (minutes < 1)
            throw WireError.Invalid(Product, "MaxIdleTimeInMinutes must be at least 1.");
        notebook.Culler.Set(new IdleRule(cpu, gpu, minutes));
        return new { InstanceId = notebook.Id };
    }

    private int Percent(WireCall call, string field)
    {
        var value = call.Body.Long(field) ?? 1;
        return value is >= 1 and <= 100
            ? (int)value
            : throw WireError.Invalid(Product, FormattableString.Invariant($"{field} must be between 1 and 100, not {value}."));
    }
}

/// <summary>GET: the rule, and how long the instance has been idle now.</summary>
internal sealed class GetIdleInstanceCuller : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(GetIdleInstanceCuller);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        var rule = notebook.Culler.Rule ?? throw WireError.NotFound(Product, "idle instance culler of", notebook.Id);
        return new
        {
            InstanceId = notebook.Id,
            CpuPercentThreshold = rule.Cpu,
            GpuPercentThreshold = rule.Gpu,
            MaxIdleTimeInMinutes = rule.Minutes,
            IdleTimeInMinutes = notebook.Culler.IdleMinutes,
        };
    }
}

/// <summary>DELETE: the instance is no longer stopped when idle.</summary>
internal sealed class DeleteIdleInstanceCuller : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(DeleteIdleInstanceCuller);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        if (notebook.Culler.Rule is null)
            throw WireError.NotFound(Product, "idle instance culler of", notebook.Id);
        notebook.Culler.Remove();
        return new { InstanceId = notebook.Id };
    }
}
