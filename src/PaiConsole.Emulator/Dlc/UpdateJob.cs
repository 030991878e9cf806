using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc;

/// <summary>PUT /api/v1/jobs/{JobId}: priority, description and visibility.</summary>
internal sealed class UpdateJob : IWireOperation
{
    public string Product => Transport.Product.Dlc;

    public string Name => nameof(UpdateJob);

    public object Handle(WireCall call)
    {
        var job = call.World.Jobs.Need(call.Path("JobId"));
        if (call.Body.Field("JobSpecs") is not null)
            throw WireError.Invalid(Product, "UpdateJob with JobSpecs (elastic scaling) is documented, but this emulator does not implement it.");
        var priority = call.Body.Long("Priority");
        if (priority is < 1 or > 9)
            throw WireError.Invalid(Product, "Priority must be between 1 and 9.");
        if (priority is not null && job.IsFinal)
            throw WireError.Conflict(Product, $"Job {job.Id} is {job.Status}: its priority no longer matters.");
        if (call.Body.Text("Accessibility") is { } seen && seen != job.Accessibility && seen != "PUBLIC")
            throw WireError.Invalid(Product, "Accessibility can only be raised to PUBLIC.");
        job.Priority = (int)(priority ?? job.Priority);
        job.Description = call.Body.Text("Description") ?? job.Description;
        job.Accessibility = call.Body.Text("Accessibility") ?? job.Accessibility;
        return new { JobId = job.Id };
    }
}
