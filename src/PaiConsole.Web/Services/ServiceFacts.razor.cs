using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Services;
using PaiConsole.Engine.Services;

namespace PaiConsole.Web.Services;

/// <summary>What the cloud says of a service, field by field.</summary>
public sealed partial class ServiceFacts
{
    /// <summary>As last observed.</summary>
    [Parameter, EditorRequired] public ModelService Service { get; set; } = default!;

    [Inject] private ServiceQueries Queries { get; set; } = default!;
}
