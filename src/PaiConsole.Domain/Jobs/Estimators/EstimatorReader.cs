using System.Globalization;
using System.Text.RegularExpressions;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Domain.Jobs.Estimators;

/// <summary>Reads an <c>Estimator(...)</c> call out of Python text. Nothing is run.</summary>
public static partial class EstimatorReader
{
    private const int Longest = 64 * 1024;

    /// <summary>The call, or null where there is none to be read, with every fault at its line.</summary>
    public static (EstimatorCall? Call, IReadOnlyList<Finding> Findings) Read(string text)
    {
        if (text.Length > Longest)
            return (null, [EstimatorKinds.TooLong.At(null, null, ("size", text.Length), ("limit", Longest))]);
        if (Start().Match(text) is not { Success: true } start)
            return (null, [EstimatorKinds.NoCall.At(null, null)]);
        var findings = new List<Finding>();
        var call = Take(new EstimatorCall(), text, start.Index + start.Length, findings);
        // The real SDK takes the channels where the training is started.
        if (Fit().Match(text, start.Index) is { Success: true } fit)
            call = Take(call, text, fit.Index + fit.Length, findings);
        return (call, findings);
    }

    private static EstimatorCall Take(EstimatorCall call, string text, int at, List<Finding> findings)
    {
        var reader = new PythonLiterals(text, at);
        try
        {
            foreach (var (name, value, line) in reader.Arguments())
                call = Set(call, name, value, Where(line), findings);
        }
        catch (FormatException fault)
        {
            findings.Add(EstimatorKinds.Syntax.At(null, Where(reader.Line), ("what", fault.Message)));
        }
        return call;
    }

    private static EstimatorCall Set(EstimatorCall call, string name, object? value, string where, List<Finding> findings)
    {
        switch (name)
        {
            case "image_uri": return call with { ImageUri = Text() };
            case "command": return call with { Command = value is List<object?> words ? string.Join(' ', words.Select(word => ShellWords.Quote(Say(word)))) : Text() };
            case "instance_type": return call with { InstanceType = Text() };
            case "instance_count": return call with { InstanceCount = value is PythonLiterals.Number number && long.TryParse(number.Text, CultureInfo.InvariantCulture, out var count) ? count : Wrong(1L, "a whole number") };
            case "source_dir": return call with { SourceDir = Text() };
            case "base_job_name": return call with { Name = Text() };
            case "hyperparameters": return call with { Hyperparameters = Map() };
            case "input_channels" or "inputs": return call with { InputChannels = Map() };
            case "output_path": return call with { OutputPath = Text() };
            case "spot_instance": return call with { Spot = value is bool spot ? spot : Wrong(false, "True or False") };
            default:
                findings.Add(EstimatorKinds.Ignored.At(null, where, ("name", name)));
                return call;
        }

        string Text() => value is string text ? text : value is null ? "" : Wrong("", "a text");

        IReadOnlyList<KeyValuePair<string, string>> Map() => value is List<KeyValuePair<string, object?>> entries
            ? [.. entries.Where(entry => entry.Value is not null).Select(entry => KeyValuePair.Create(entry.Key, Say(entry.Value)))]
            : value is null ? [] : Wrong<IReadOnlyList<KeyValuePair<string, string>>>([], "a dictionary");

        T Wrong<T>(T instead, string expected)
        {
            findings.Add(EstimatorKinds.Shape.At(null, where, ("name", name), ("expected", expected)));
            return instead;
        }
    }

    private static string Say(object? value) => value switch
    {
        bool yes => yes ? "true" : "false",
        PythonLiterals.Number number => number.Text,
        List<object?> items => string.Join(',', items.Select(Say)),
        _ => value?.ToString() ?? "",
    };

    private static string Where(int line) => string.Create(CultureInfo.InvariantCulture, $"line {line}");

    [GeneratedRegex(@"\bEstimator\s*\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Start();

    [GeneratedRegex(@"\.fit\s*\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fit();
}
