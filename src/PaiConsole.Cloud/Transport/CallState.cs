namespace PaiConsole.Cloud.Transport;

/// <summary>What the attempts of one call have come to so far.</summary>
internal sealed class CallState(PaiCall call, Pacing pacing)
{
    internal PaiCall Call { get; } = call;

    internal Pacing Pacing { get; } = pacing;

    internal int Attempts { get; set; }

    /// <summary>Some attempt may have taken effect, whatever the last one was answered.</summary>
    internal bool MayHaveHappened { get; set; }

    /// <summary>Credentials were refused once already and read anew.</summary>
    internal bool Renewed { get; set; }

    /// <summary>The last fault came with credentials that have been read anew since.</summary>
    internal bool RenewedNow { get; set; }
}
