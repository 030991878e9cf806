using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shell;

/// <summary>What a person sees instead of a page that is not there, or that failed.</summary>
public sealed partial class SorryPage
{
    [SupplyParameterFromQuery(Name = "code")] private int Code { get; set; }
}
