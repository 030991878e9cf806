using PaiConsole.Emulator.Spec;

namespace PaiConsole.Emulator.Transport;

/// <summary>The operations that are implemented, by product and name.</summary>
internal sealed class OperationCatalogue(IEnumerable<IWireOperation> operations)
{
    private readonly Dictionary<(string, string), IWireOperation> _all = operations.ToDictionary(o => (SpecLibrary.Get(o.Product, o.Name).Product, o.Name));

    /// <summary>Every implemented operation with its documentation.</summary>
    public IEnumerable<OperationSpec> Specs => _all.Values.Select(o => SpecLibrary.Get(o.Product, o.Name));

    public IWireOperation? Find(OperationSpec spec) => _all.GetValueOrDefault((spec.Product, spec.Name));
}
