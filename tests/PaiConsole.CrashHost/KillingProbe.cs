using System.Diagnostics;
using PaiConsole.Engine.Operations;

namespace PaiConsole.CrashHost;

/// <summary>Kills this process at one step, as nothing in it could prevent: no handler runs, no buffer is written.</summary>
internal sealed class KillingProbe(OperationStep step) : IOperationProbe
{
    public void At(OperationStep reached, string operationId)
    {
        if (reached == step)
            Process.GetCurrentProcess().Kill();
    }
}
