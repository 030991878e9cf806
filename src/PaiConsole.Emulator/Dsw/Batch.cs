using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>
/// Does to many instances what a single operation does to one. The documented answer lists the instances it was done to beside one code and one message, so
/// (inferred) each instance stands for itself: those that can are changed and listed, Code and Message tell of the others; where none can, the call is refused.
/// </summary>
internal static class Batch
{
    public static object Handle(WireCall call, string operation)
    {
        var ids = BatchBody.InstanceIds(call).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
            throw WireError.Invalid(call.Spec.Product, "InstanceIds must name at least one instance.");

        List<string> done = [];
        List<WireException> refused = [];
        foreach (var id in ids)
        {
            try
            {
                call.World.Notebooks.Need(id).Ask(operation);
                done.Add(id);
            }
            catch (WireException refusal)
            {
                refused.Add(refusal);
            }
        }

        var message = string.Join(" ", refused.Select(r => r.Message));
        if (done.Count == 0)
            throw new WireException(refused.Exists(r => r.Status != 404) ? 400 : 404, refused[0].Code, message);
        return new
        {
            InstanceIds = done.ToArray(),
            Code = refused.Count > 0 ? refused[0].Code : null,
            Message = refused.Count > 0 ? message : null,
        };
    }
}
