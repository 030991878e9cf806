using Microsoft.EntityFrameworkCore;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Persistence;

public sealed class RowWriterTests
{
    [Fact]
    public async Task Every_column_of_every_table_comes_back_as_it_was_written()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await RoundTripsAsync(engine);
    }

    internal static async Task RoundTripsAsync(EngineUnderTest engine)
    {
        await RoundTripAsync<NotebookEntity>(engine);
        await RoundTripAsync<JobEntity>(engine);
        await RoundTripAsync<ServiceEntity>(engine);
        await RoundTripAsync<StateInterval>(engine);
        await RoundTripAsync<OperationEntity>(engine);
        await RoundTripAsync<AuditEntity>(engine);
        await RoundTripAsync<TokenEntity>(engine);
        await RoundTripAsync<SyncStateEntity>(engine);
        await RoundTripAsync<ReferenceEntity>(engine);
    }

    private static async Task RoundTripAsync<T>(EngineUnderTest engine) where T : class, new()
    {
        await using var db = engine.OpenDatabase();
        var properties = db.Model.FindEntityType(typeof(T))!.GetProperties().ToList();
        // Full, changed under the same key, and with everything empty that may be.
        foreach (var round in new[] { 1, 2, 0 })
        {
            var row = new T();
            for (var i = 0; i < properties.Count; i++)
            {
                var property = properties[i];
                var value = round == 0 && property.IsNullable ? null : Value(property.ClrType, property.IsPrimaryKey() ? 7 : i + round * 100);
                property.PropertyInfo!.SetValue(row, value);
            }
            await using (var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None))
            {
                await using (var writer = await RowWriter<T>.CreateAsync(db, CancellationToken.None))
                    await writer.WriteAsync(row, CancellationToken.None);
                await transaction.CommitAsync(CancellationToken.None);
            }
            var stored = Assert.Single(await db.Set<T>().AsNoTracking().ToListAsync(CancellationToken.None));
            foreach (var property in properties)
                Assert.True(Equals(property.PropertyInfo!.GetValue(row), property.PropertyInfo.GetValue(stored)), $"{typeof(T).Name}.{property.Name}, round {round}");
        }
    }

    private static object Value(Type type, int seed)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => $"Grün 'quoted' 文本 {seed}",
            _ when type == typeof(int) => seed,
            _ when type == typeof(long) => long.MaxValue - seed,
            _ when type == typeof(bool) => seed % 2 == 0,
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_123 + seed),
            { IsEnum: true } => Enum.GetValues(type).GetValue(seed % Enum.GetValues(type).Length)!,
            _ => throw new NotSupportedException(type.Name),
        };
    }
}
