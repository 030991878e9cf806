namespace PaiConsole.Web.Security;

/// <summary>The sign-in page: five wrong tokens.</summary>
internal sealed class LoginThrottle(TimeProvider clock) : AttemptThrottle(clock, allowed: 5)
{
    /// <summary>Counts a wrong token.</summary>
    public void Failed(string address) => Count(address, attempt: null);

    /// <summary>Forgets the failures of an address that has now signed in.</summary>
    public void Succeeded(string address) => Forget(address);
}
