using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Compute;

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

    private string Short
    {
        get
        {
            var one = Sku switch
            {
                null => Type!.StartsWith("ecs.", StringComparison.Ordinal) ? Type["ecs.".Length..] : Type,
                { GpuModel: { } model, GpuCount: > 0 } sku => $"{sku.GpuCount.ToString(CultureInfo.InvariantCulture)}× {model}",
                { GpuModel: { } model } => L["Gpu.Slice", model].Value,
                { Vcpu: { } vcpu } => $"{vcpu.ToString(CultureInfo.InvariantCulture)} vCPU",
                _ => Type!,
            };
            return Machines > 1 ? $"{Machines.ToString(CultureInfo.InvariantCulture)} × ({one})" : one;
        }
    }
}
