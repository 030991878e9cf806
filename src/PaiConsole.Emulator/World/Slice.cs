using System.Collections;

namespace PaiConsole.Emulator.World;

/// <summary>A run of a list, without copying it.</summary>
internal sealed class Slice<T>(IReadOnlyList<T> list, int first, int count) : IReadOnlyList<T>
{
    public int Count => count;

    public T this[int index] => list[first + index];

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
            yield return list[first + i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
