using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PaiConsole.Domain.Compute;
using PaiConsole.Web.Resources;

namespace PaiConsole.Web.Shared;

/// <summary>An instance type as a person thinks of it: "4× A10", with the type's own name beside or on hover.</summary>
public sealed partial class SkuText
{
    /// <summary>ECS instance type; null on a quota.</summary>
    [Parameter, EditorRequired] public string? Type { get; set; }
    /// <summary>What is known about the type, or null.</summary>
    [Parameter] public Sku? Sku { get; set; }
    /// <summary>How many machines of it.</summary>
    [Parameter] public long Machines { get; set; } = 1;
    /// <summary>Shows the type's name too.</summary>
    [Parameter] public bool Long { get; set; }

    private string Short => Say(L, Type, Sku, Machines);

    internal static string Say(IStringLocalizer<SharedWords> words, string? type, Sku? known, long machines)
    {
        if (string.IsNullOrEmpty(type))
            return "";
        var one = known switch
        {
            null => type.StartsWith("ecs.", StringComparison.Ordinal) ? type["ecs.".Length..] : type,
            { GpuModel: { } model, GpuCount: > 0 } sku => $"{sku.GpuCount.ToString(CultureInfo.InvariantCulture)}× {model}",
            { GpuModel: { } model } => words["Gpu.Slice", model].Value,
            { Vcpu: { } vcpu } => $"{vcpu.ToString(CultureInfo.InvariantCulture)} vCPU",
            _ => type,
        };
        return machines > 1 ? $"{machines.ToString(CultureInfo.InvariantCulture)} × ({one})" : one;
    }
}
