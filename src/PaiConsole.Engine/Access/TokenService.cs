using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Auditing;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Access;

/// <summary>An API token as it is listed: never its secret.</summary>
public sealed record TokenRow(string Id, string Name, Role Role, string CreatedBy, DateTimeOffset CreatedAt);

/// <summary>API tokens: each has a name and a role. Only an admin makes, lists or revokes them.</summary>
public sealed class TokenService
{
    private const string Prefix = "pct_";

    private readonly IDbContextFactory<PaiConsoleDb> _databases;
    private readonly AuditLog _audit;
    private readonly TimeProvider _time;

    internal TokenService(IDbContextFactory<PaiConsoleDb> databases, AuditLog audit, TimeProvider time) =>
        (_databases, _audit, _time) = (databases, audit, time);

    /// <summary>Makes a token. The secret is returned once and kept only as a hash.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor is not an admin.</exception>
    /// <exception cref="ArgumentException">The name is empty or longer than 100 characters.</exception>
    public async Task<(TokenRow Row, string Secret)> CreateAsync(Actor actor, string name, Role role, CancellationToken ct)
    {
        await DemandAdminAsync(actor, "token.create", name, ct);
        if (string.IsNullOrWhiteSpace(name) || name.Length > 100)
            throw new ArgumentException("A token needs a name of at most 100 characters.", nameof(name));
        var secret = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = _time.GetUtcNow();
        var token = new TokenEntity
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            Name = name.Trim(),
            Role = role,
            SecretHash = Hash(secret),
            CreatedBy = actor.Name,
            CreatedAt = now,
        };
        await using var db = await _databases.CreateDbContextAsync(ct);
        db.Tokens.Add(token);
        await _audit.SaveWithAsync(db, actor, new AuditLine("token.create", $"{token.Name} ({token.Id})", "Accepted", role.ToString()), now, ct);
        return (Row(token), secret);
    }

    /// <summary>The tokens that are not revoked.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor is not an admin.</exception>
    public async Task<IReadOnlyList<TokenRow>> ListAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Role != Role.Admin)
            throw new UnauthorizedAccessException("Only an admin sees tokens.");
        await using var db = await _databases.CreateDbContextAsync(ct);
        return [.. (await db.Tokens.AsNoTracking().Where(token => token.RevokedAt == null).OrderBy(token => token.Id).ToListAsync(ct)).Select(Row)];
    }

    /// <summary>Revokes a token at once. False when there is none.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor is not an admin.</exception>
    public async Task<bool> RevokeAsync(Actor actor, string id, CancellationToken ct)
    {
        await DemandAdminAsync(actor, "token.revoke", id, ct);
        await using var db = await _databases.CreateDbContextAsync(ct);
        var token = await db.Tokens.SingleOrDefaultAsync(row => row.Id == id && row.RevokedAt == null, ct);
        if (token is null)
            return false;
        token.RevokedAt = _time.GetUtcNow();
        await _audit.SaveWithAsync(db, actor, new AuditLine("token.revoke", $"{token.Name} ({token.Id})", "Accepted", ""), _time.GetUtcNow(), ct);
        return true;
    }

    /// <summary>Who holds this secret, or null.</summary>
    public async Task<Actor?> VerifyAsync(string secret, CancellationToken ct) =>
        await IdentifyAsync(secret, ct) is { } token ? new Actor(token.Name, token.Role) : null;

    /// <summary>The token with this secret, or null; its id lets a session end with the token.</summary>
    public async Task<TokenRow?> IdentifyAsync(string secret, CancellationToken ct)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal) || secret.Length > 200)
            return null;
        // The lookup is by hash: how long it takes tells nothing about the secret.
        var hash = Hash(secret);
        await using var db = await _databases.CreateDbContextAsync(ct);
        var token = await db.Tokens.AsNoTracking().SingleOrDefaultAsync(row => row.SecretHash == hash && row.RevokedAt == null, ct);
        return token is null ? null : Row(token);
    }

    /// <summary>The role of a token that is not revoked, or null.</summary>
    public async Task<Role?> RoleOfAsync(string id, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await db.Tokens.AsNoTracking().Where(row => row.Id == id && row.RevokedAt == null).Select(row => (Role?)row.Role).SingleOrDefaultAsync(ct);
    }

    private async Task DemandAdminAsync(Actor actor, string action, string target, CancellationToken ct)
    {
        if (actor.Role == Role.Admin)
            return;
        await using var db = await _databases.CreateDbContextAsync(ct);
        await _audit.SaveWithAsync(db, actor, new AuditLine(action, target, nameof(Refusal.Forbidden), ""), _time.GetUtcNow(), ct);
        throw new UnauthorizedAccessException("Only an admin may do this.");
    }

    private static TokenRow Row(TokenEntity token) => new(token.Id, token.Name, token.Role, token.CreatedBy, token.CreatedAt);

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
