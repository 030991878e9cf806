using System.Reflection;
using Microsoft.EntityFrameworkCore;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Services;
using PaiConsole.Engine.Access;
using PaiConsole.Engine.Auditing;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Access;

public sealed class RoleTests
{
    /// <summary>Every method of every class of commands that answers with an outcome: a new one is tested by being there.</summary>
    private static readonly MethodInfo[] _commands =
    [
        .. typeof(JobCommands).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Commands", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType == typeof(Task<CommandOutcome>)),
    ];

    [Fact]
    public async Task A_viewer_is_refused_every_command_and_each_refusal_is_recorded()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        Assert.True(_commands.Length >= 17, $"Only {_commands.Length} commands were found.");
        foreach (var command in _commands)
        {
            var outcome = await AskAsync(engine, command, EngineUnderTest.Viewer);
            Assert.True(outcome.Refusal == Refusal.Forbidden, $"{command.DeclaringType!.Name}.{command.Name}: {outcome.Refusal}");
        }
        var record = await engine.Get<AuditQueries>().ListAsync(null, 200, CancellationToken.None);
        Assert.Equal(_commands.Length, record.Count);
        Assert.All(record, line => Assert.Equal(("vic", "Viewer", "Forbidden"), (line.Actor, line.Role, line.Outcome)));
        await engine.WorkAsync();
        Assert.Equal(0, engine.Emulator.World.Requests.Total);
    }

    [Fact]
    public async Task A_viewer_who_asks_for_the_impossible_hears_of_the_role_and_of_nothing_else()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        foreach (var command in _commands)
        {
            var outcome = await AskAsync(engine, command, EngineUnderTest.Viewer, Impossible);
            Assert.True(outcome.Refusal == Refusal.Forbidden, $"{command.DeclaringType!.Name}.{command.Name}: {outcome.Refusal}");
            Assert.Empty(outcome.Findings);
        }
        Assert.Equal(_commands.Length, (await engine.Get<AuditQueries>().ListAsync(null, 200, CancellationToken.None)).Count);

        // The same arguments are impossible for somebody who may: none of them passes for another reason.
        foreach (var command in _commands)
            Assert.NotEqual(Refusal.None, (await AskAsync(engine, command, EngineUnderTest.Operator, Impossible)).Refusal);
        Assert.Equal(0, engine.Emulator.World.Requests.Total);
    }

    [Fact]
    public async Task A_console_that_only_watches_refuses_even_an_admin()
    {
        await using var engine = await EngineUnderTest.StartAsync(settings: values => values["Pai:AllowCommands"] = "false");
        foreach (var command in _commands)
            Assert.Equal(Refusal.WatchingOnly, (await AskAsync(engine, command, EngineUnderTest.Admin)).Refusal);
        Assert.Equal(0, engine.Emulator.World.Requests.Total);
    }

    [Fact]
    public async Task The_record_holds_together_and_shows_where_it_was_tampered_with()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        for (var i = 0; i < 5; i++)
            await engine.Get<JobCommands>().SubmitAsync(EngineUnderTest.Operator, Sample.Job($"job\n{i}"), null, null, CancellationToken.None);
        await engine.Get<JobCommands>().SubmitAsync(EngineUnderTest.Viewer, Sample.Job("name\nForbidden"), null, null, CancellationToken.None);
        for (var i = 0; i < 5; i++)
            await engine.Get<JobCommands>().SubmitAsync(EngineUnderTest.Operator, Sample.Job($"job-{i}"), null, null, CancellationToken.None);
        var audit = engine.Get<AuditQueries>();
        Assert.Null(await audit.FirstBrokenAsync(CancellationToken.None));

        await using var db = engine.OpenDatabase();
        await db.Audit.Where(row => row.Seq == 3).ExecuteUpdateAsync(set => set.SetProperty(row => row.Actor, "mallory"), CancellationToken.None);
        Assert.Equal(3, await audit.FirstBrokenAsync(CancellationToken.None));
        await db.Audit.Where(row => row.Seq == 3).ExecuteUpdateAsync(set => set.SetProperty(row => row.Actor, "ana"), CancellationToken.None);
    }

    [Fact]
    public async Task Lines_cut_off_at_the_end_of_the_record_are_noticed_also_after_it_went_on()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        for (var i = 0; i < 5; i++)
            await engine.Get<JobCommands>().SubmitAsync(EngineUnderTest.Viewer, Sample.Job($"job-{i}"), null, null, CancellationToken.None);
        var audit = engine.Get<AuditQueries>();
        Assert.True(await audit.EndsWhereItEndedAsync(CancellationToken.None));
        await using var db = engine.OpenDatabase();
        await db.Audit.Where(row => row.Seq > 3).ExecuteDeleteAsync(CancellationToken.None);
        Assert.Equal(4, await audit.FirstBrokenAsync(CancellationToken.None));
        Assert.False(await audit.EndsWhereItEndedAsync(CancellationToken.None));

        await engine.Get<JobCommands>().SubmitAsync(EngineUnderTest.Viewer, Sample.Job("job-5"), null, null, CancellationToken.None);
        Assert.Equal(4, await audit.FirstBrokenAsync(CancellationToken.None));
        await db.Audit.ExecuteDeleteAsync(CancellationToken.None);
        Assert.Equal(1, await audit.FirstBrokenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Text_moved_from_one_field_of_the_record_to_the_next_is_noticed()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await engine.Get<JobCommands>().SubmitAsync(EngineUnderTest.Viewer, Sample.Job("harmless\nAccepted"), null, null, CancellationToken.None);
        await using var db = engine.OpenDatabase();
        await db.Audit.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Target, "harmless").SetProperty(row => row.Outcome, "Accepted\nForbidden"), CancellationToken.None);
        Assert.Equal(1, await engine.Get<AuditQueries>().FirstBrokenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_command_that_cannot_be_recorded_is_not_sent()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await using var db = engine.OpenDatabase();
        await db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER no_audit BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END", CancellationToken.None);
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            engine.Get<JobCommands>().SubmitAsync(EngineUnderTest.Operator, Sample.Job(), null, null, CancellationToken.None));
        await engine.WorkAsync();
        Assert.Equal(0, await db.Operations.CountAsync(CancellationToken.None));
        Assert.Equal(0, engine.Emulator.World.Requests.Total);
    }

    [Fact]
    public async Task Tokens_are_made_used_and_revoked_by_an_admin_only()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var tokens = engine.Get<TokenService>();
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => tokens.CreateAsync(EngineUnderTest.Operator, "ci", Role.Admin, CancellationToken.None));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => tokens.ListAsync(EngineUnderTest.Operator, CancellationToken.None));

        var (row, secret) = await tokens.CreateAsync(EngineUnderTest.Admin, "ci", Role.Viewer, CancellationToken.None);
        Assert.Equal(new Actor("ci", Role.Viewer), await tokens.VerifyAsync(secret, CancellationToken.None));
        Assert.Null(await tokens.VerifyAsync(secret + "0", CancellationToken.None));
        Assert.Null(await tokens.VerifyAsync("", CancellationToken.None));
        await using (var db = engine.OpenDatabase())
            Assert.DoesNotContain(secret, (await db.Tokens.SingleAsync(CancellationToken.None)).SecretHash, StringComparison.Ordinal);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => tokens.RevokeAsync(EngineUnderTest.Operator, row.Id, CancellationToken.None));
        Assert.True(await tokens.RevokeAsync(EngineUnderTest.Admin, row.Id, CancellationToken.None));
        Assert.False(await tokens.RevokeAsync(EngineUnderTest.Admin, row.Id, CancellationToken.None));
        Assert.Null(await tokens.VerifyAsync(secret, CancellationToken.None));
        Assert.Empty(await tokens.ListAsync(EngineUnderTest.Admin, CancellationToken.None));
        var record = await engine.Get<AuditQueries>().ListAsync(null, 200, CancellationToken.None);
        Assert.Equal(
            ["token.revoke Accepted", "token.revoke Forbidden", "token.create Accepted", "token.create Forbidden"],
            record.Select(line => $"{line.Action} {line.Outcome}"));
        Assert.DoesNotContain(record, line => line.Detail.Contains(secret, StringComparison.Ordinal));
    }

    private static async Task<CommandOutcome> AskAsync(
        EngineUnderTest engine, MethodInfo command, Actor actor, Func<ParameterInfo, Actor, object?>? argument = null)
    {
        var commands = typeof(EngineUnderTest).GetMethod(nameof(EngineUnderTest.Get))!.MakeGenericMethod(command.DeclaringType!).Invoke(engine, null);
        var arguments = command.GetParameters().Select(parameter => (argument ?? Argument)(parameter, actor)).ToArray();
        return await (Task<CommandOutcome>)command.Invoke(commands, arguments)!;
    }

    private static object? Impossible(ParameterInfo parameter, Actor actor) => parameter.ParameterType switch
    {
        var type when type == typeof(string) && parameter.Name != "idempotencyKey" => "",
        var type when type == typeof(int) => -1,
        var type when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
        var type when type == typeof(IdleRule) => new IdleRule(-1, 900, 0),
        var type when type == typeof(JobSpec) => new JobSpec(),
        var type when type == typeof(NotebookSpec) => new NotebookSpec(),
        var type when type == typeof(ServiceSpec) => new ServiceSpec(),
        _ => Argument(parameter, actor),
    };

    private static object? Argument(ParameterInfo parameter, Actor actor) => parameter.ParameterType switch
    {
        var type when type == typeof(Actor) => actor,
        var type when type == typeof(CancellationToken) => CancellationToken.None,
        var type when type == typeof(string) => parameter.Name == "idempotencyKey" ? null : parameter.Name == "sku" ? Sample.Sku : "some-id",
        var type when type == typeof(int) => 5,
        var type when type == typeof(DateTimeOffset) => DateTimeOffset.MaxValue,
        var type when type == typeof(IdleRule) => new IdleRule(20, 10, 60),
        var type when type == typeof(JobSpec) => Sample.Job(),
        var type when type == typeof(NotebookSpec) => Sample.Notebook(),
        var type when type == typeof(ServiceSpec) => Sample.Service(),
        _ => null,
    };
}
