using System.Globalization;
using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight;

/// <summary>Every button that repairs a job's spec, and the changes that several rules make.</summary>
public static class RepairKinds
{
    internal static readonly RepairKind Option = new("set-option", "Set --{option}={value}");
    internal static readonly RepairKind Drop = new("drop-option", "Take --{option} out");
    internal static readonly RepairKind Switch = new("drop-value", "Write --{option} without a value");
    internal static readonly RepairKind Sku = new("take-sku", "Take {sku}: {price}");
    internal static readonly RepairKind Path = new("set-path", "Use {path}");
    internal static readonly RepairKind Mount = new("set-mount", "Mount at {path}");
    internal static readonly RepairKind Env = new("drop-env", "Take {name} out");
    internal static readonly RepairKind Minutes = new("set-minutes", "Stop after {minutes} minutes at the latest");
    internal static readonly RepairKind Priority = new("set-priority", "Set priority {priority}");
    internal static readonly RepairKind Count = new("set-count", "Set {role} to {count}");
    internal static readonly RepairKind Policy = new("set-policy", "Set {policy}");
    internal static readonly RepairKind Type = new("set-type", "Make it a {type}");
    internal static readonly RepairKind Discount = new("set-discount", "Pay at most {percent} % of the list price");
    internal static readonly RepairKind PerMinute = new("set-per-minute", "Set {limit} CNY per minute");
    internal static readonly RepairKind Times = new("set-times", "Submit again at most {times} times");
    internal static readonly RepairKind NoResume = new("drop-resume", "Do not submit it again");
    internal static readonly RepairKind Launcher = new("add-launcher", "Start it with torchrun");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RepairKind> All { get; } =
        [Option, Drop, Switch, Sku, Path, Mount, Env, Minutes, Priority, Count, Policy, Type, Discount, PerMinute, Times, NoResume, Launcher];

    internal static JobRepair SetOption(JobSpec spec, string option, string value, bool ofLauncher) =>
        Option.Of(spec with { Command = CommandEdit.Set(spec.Command, option, value, ofLauncher) }, ("option", option), ("value", value));

    internal static JobRepair WithoutEnv(JobSpec spec, string name) => Env.Of(
        spec with { Env = spec.Env.Where(pair => pair.Key != name).ToDictionary(StringComparer.Ordinal) }, ("name", name));

    /// <summary>The cheapest type in stock that the test takes, in every role that has this one now.</summary>
    internal static JobRepair? TakeSku(JobSpec spec, Sku now, PreflightContext context, Func<Sku, bool> takes)
    {
        var best = context.Skus.All.Where(sku => sku.Type != now.Type && takes(sku) && context.Availability.GetValueOrDefault(sku.Type, true))
            .Select(sku => (Sku: sku, Price: context.Prices.Find(sku.Type, context.Region)))
            .Where(entry => entry.Price is not null).OrderBy(entry => entry.Price!.PerHour.Amount).ThenBy(entry => entry.Sku.Vcpu).ThenBy(entry => entry.Sku.Type, StringComparer.Ordinal).FirstOrDefault();
        return best.Sku is null ? null : Sku.Of(
            spec with { Roles = [.. spec.Roles.Select(role => role.Sku == now.Type ? role with { Sku = best.Sku.Type } : role)] },
            ("sku", best.Sku.Type), ("price", $"{best.Price!.PerHour}/h"));
    }

    /// <summary>Another path wherever the command names this one as a word or as an option's value.</summary>
    internal static JobSpec Replaced(JobSpec spec, string path, string other)
    {
        var pattern = $@"(?<=^|[\s=""']){System.Text.RegularExpressions.Regex.Escape(path)}(?=$|[\s""';&|])";
        return spec with
        {
            Command = System.Text.RegularExpressions.Regex.Replace(
                spec.Command, pattern, other.Replace("$", "$$", StringComparison.Ordinal), System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)),
        };
    }

    internal static JobSpec WithRole(this JobSpec spec, int at, JobRoleSpec role) =>
        spec with { Roles = [.. spec.Roles.Select((old, index) => index == at ? role : old)] };

    internal static int RoleOf(Finding finding) => IndexOf(finding, "roles");

    /// <summary>The number in a field such as <c>roles[1].sku</c>, or -1.</summary>
    internal static int IndexOf(Finding finding, string list)
    {
        if (finding.Field is not { } field || !field.StartsWith(list + "[", StringComparison.Ordinal))
            return -1;
        var close = field.IndexOf(']', StringComparison.Ordinal);
        return int.TryParse(field[(list.Length + 1)..close], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : -1;
    }
}
