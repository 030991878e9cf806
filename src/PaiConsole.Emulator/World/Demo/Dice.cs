namespace PaiConsole.Emulator.World.Demo;

/// <summary>A stream of chances of its own, so that what one part of the seed draws does not move the ids and choices of another.</summary>
internal sealed class Dice(World world, int stream)
{
    private readonly Random _random = new(unchecked(world.Options.RandomSeed * 31 + stream));

    public int Next(int past) => _random.Next(past);

    public int Between(int from, int past) => _random.Next(from, past);

    public double Unit() => _random.NextDouble();

    public bool Happens(double chance) => _random.NextDouble() < chance;

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>Seconds around a usual value, with a long tail to both sides: half of all lie between two thirds and one and a half of it.</summary>
    public double Around(double usual)
    {
        var bell = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
        return Math.Round(usual * Math.Exp(0.6 * bell));
    }
}
