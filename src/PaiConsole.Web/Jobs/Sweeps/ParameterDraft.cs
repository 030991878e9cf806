using PaiConsole.Domain.Jobs.Sweeps;

namespace PaiConsole.Web.Jobs.Sweeps;

/// <summary>A parameter as it is being typed.</summary>
public sealed class ParameterDraft
{
    /// <summary>Such as <c>--learning_rate</c>.</summary>
    public string Name { get; set; } = "";
    /// <summary>One value a line; a value may hold anything but a line end.</summary>
    public string Values { get; set; } = "";

    /// <summary>Nothing was typed.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Values);

    /// <summary>What would be submitted.</summary>
    public SweepParameter ToParameter() => new(Name.Trim(), Values.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
