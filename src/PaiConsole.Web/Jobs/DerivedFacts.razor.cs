using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs.Runs;

namespace PaiConsole.Web.Jobs;

/// <summary>What follows from a spec, each figure with its arithmetic, or with the input that is missing.</summary>
public sealed partial class DerivedFacts
{
    /// <summary>The facts.</summary>
    [Parameter, EditorRequired] public RunFacts Facts { get; set; } = default!;
}
