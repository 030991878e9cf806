using PaiConsole.Emulator.Oss;

namespace PaiConsole.Emulator.Control;

/// <summary><c>POST buckets {name, region?, owner?}</c>: makes a bucket; with an owner it belongs to another account and may not be read.</summary>
internal sealed class PutBucket : IControlAction
{
    public string Method => "POST";

    public string Path => "buckets";

    public object Handle(ControlCall call)
    {
        var wanted = call.Body<Wanted>();
        if (!BucketNames.IsValid(wanted.Name ?? ""))
            throw new ControlException($"'{wanted.Name}' cannot be the name of a bucket.");
        var bucket = call.World.Buckets.Create(wanted.Name!, region: wanted.Region, owner: wanted.Owner);
        return new { bucket.Name, bucket.Region, bucket.Owner };
    }

    private sealed record Wanted(string? Name, string? Region, string? Owner);
}

/// <summary><c>POST objects {objects: [{uri, size | text}]}</c>: writes objects of any size, or small ones with their text.</summary>
internal sealed class PutObjects : IControlAction
{
    public string Method => "POST";

    public string Path => "objects";

    public object Handle(ControlCall call)
    {
        var wanted = call.Body<Wanted>().Objects ?? [];
        foreach (var one in wanted)
        {
            if (!OssPlace.TryParse(one.Uri, out var place) || place.Key.Length == 0)
                throw new ControlException($"'{one.Uri}' names no object in OSS.");
            var written = one.Text is { } text ? call.World.Buckets.Put(one.Uri!, text) : call.World.Buckets.Put(one.Uri!, Math.Max(0, one.Size));
            if (written is null)
                throw new ControlException($"There is no bucket {place.Bucket}.", 404);
        }

        return new { written = wanted.Count };
    }

    private sealed record Wanted(IReadOnlyList<One>? Objects);

    private sealed record One(string? Uri, long Size, string? Text);
}
