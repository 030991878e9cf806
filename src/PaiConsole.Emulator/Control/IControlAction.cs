namespace PaiConsole.Emulator.Control;

/// <summary>One action of the control surface <c>/_emulator/</c>: not part of the emulated cloud, not signed, camelCase JSON.</summary>
internal interface IControlAction
{
    /// <summary>HTTP method.</summary>
    string Method { get; }

    /// <summary>Path below <c>/_emulator/</c>, with parameters in braces.</summary>
    string Path { get; }

    /// <summary>Does it under the world's lock; the answer is serialised as camelCase JSON. Null answers 204.</summary>
    /// <exception cref="ControlException">Bad input.</exception>
    object? Handle(ControlCall call);
}
