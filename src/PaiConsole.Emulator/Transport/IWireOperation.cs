namespace PaiConsole.Emulator.Transport;

/// <summary>One documented operation that this emulator performs. Method, path and parameters come from the specification by name.</summary>
internal interface IWireOperation
{
    /// <summary>Product code, see <see cref="Transport.Product"/>.</summary>
    string Product { get; }

    /// <summary>Operation name as documented, e.g. <c>ListJobs</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Does the work under the world's lock, with the world advanced to now. The answer is an object whose property names are wire names;
    /// RequestId (and DSW's Success and HttpStatusCode) are added by the transport. It must not hold on to mutable world state:
    /// it is serialised after the lock is released.
    /// </summary>
    /// <exception cref="WireException">The cloud would refuse.</exception>
    object Handle(WireCall call);
}
