using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shared;

/// <summary>A person as initials, with the name.</summary>
public sealed partial class OwnerAvatar
{
    /// <summary>The person's name, or empty.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    /// <summary>Only the initials; the name is on hover.</summary>
    [Parameter] public bool Bare { get; set; }

    /// <summary>"ana.silva" gives AS, "王伟" gives 伟: a Chinese given name says more than the family name.</summary>
    internal static string Initials(string name)
    {
        var parts = name.Split(['.', ' ', '-', '_', '@'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return "";
        if (parts[0][0] >= 0x2E80)
            return parts[0][^1..];
        var number = parts[0].TrimStart([.. parts[0].Where(char.IsLetter)]);
        if (parts.Length == 1 && number.Length is > 0 and < 3)
            return $"{char.ToUpperInvariant(parts[0][0])}{number}";
        var letters = parts.Length > 1 ? $"{parts[0][0]}{parts[1][0]}" : parts[0][..Math.Min(2, parts[0].Length)];
        return letters.ToUpperInvariant();
    }
}
