using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PaiConsole.Domain.Jobs.Sweeps;

namespace PaiConsole.Engine.Jobs.Sweeps;

/// <summary>Ids of sweeps, and the keys under which their jobs are submitted. The database lets each key through once.</summary>
internal static class SweepKey
{
    /// <summary>A new id, or the one that this idempotency key always gives.</summary>
    public static string NewId(string? idempotencyKey) => "sweep-" + (idempotencyKey is null
        ? Guid.NewGuid().ToString("N")[..16]
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey)))[..16]);

    /// <summary>The key of a member.</summary>
    public static string Of(string sweepId, int number) => string.Create(CultureInfo.InvariantCulture, $"sweep/{sweepId}/{number}");

    /// <summary>The keys that its members can have.</summary>
    public static IReadOnlyList<string> All(string sweepId) => [.. Enumerable.Range(1, SweepSpec.MostMembers).Select(number => Of(sweepId, number))];

    /// <summary>The number in a key.</summary>
    public static int Number(string key) => int.Parse(key[(key.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);
}
