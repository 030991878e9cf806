using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shell;

/// <summary>What everything that runs now costs per hour.</summary>
public sealed partial class BurnRate
{
    /// <summary>The sum over all kinds; nothing is shown while it is not known.</summary>
    [Parameter] public Domain.Money? Rate { get; set; }
}
