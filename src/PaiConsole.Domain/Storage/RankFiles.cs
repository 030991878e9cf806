using System.Globalization;
using System.Text.RegularExpressions;

namespace PaiConsole.Domain.Storage;

/// <summary>DeepSpeed's files, one per rank: the model's states (with the schedule) and the optimizer's.</summary>
internal sealed partial class RankFiles
{
    private readonly HashSet<int> _model = [];
    private readonly HashSet<int> _optimizer = [];
    private bool _modelByRank;

    public bool HasModel => _model.Count > 0;

    public bool HasOptimizer => _optimizer.Count > 0;

    public bool HasAny => HasModel || HasOptimizer;

    public static RankFiles Read(IEnumerable<StoredFile> files)
    {
        RankFiles ranks = new();
        foreach (var file in files)
        {
            if (Name().Match(file.Path[(file.Path.LastIndexOf('/') + 1)..]) is not { Success: true } match)
                continue;
            var isPartitioned = match.Groups["data"].Success;
            var rank = int.Parse((isPartitioned ? match.Groups["data"] : match.Groups["model"]).ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            if (match.Groups["what"].Value == "optim")
                ranks._optimizer.Add(rank);
            else
                (_, ranks._modelByRank) = (ranks._model.Add(rank), ranks._modelByRank || isPartitioned);
        }

        return ranks;
    }

    /// <summary>What is missing. How many ranks there were is known from the highest one that wrote anything.</summary>
    /// <param name="hasLatest">The file <c>latest</c> is where loading looks for it.</param>
    public IEnumerable<CheckpointFault> Faults(bool hasLatest)
    {
        if (!HasModel)
            yield return new(CheckpointFaultKind.NoWeights);
        if (!HasOptimizer)
            yield return new(CheckpointFaultKind.NoOptimizer);
        var count = (_modelByRank ? _optimizer.Concat(_model) : _optimizer).DefaultIfEmpty(-1).Max() + 1;
        var missing = Math.Max(count - _optimizer.Count, _modelByRank ? count - _model.Count : 0);
        if (HasModel && HasOptimizer && missing > 0)
            yield return new(CheckpointFaultKind.MissingRanks, string.Create(CultureInfo.InvariantCulture, $"{missing}/{count}"));
        if (!hasLatest)
            yield return new(CheckpointFaultKind.NoLatest);
    }

    [GeneratedRegex(@"^(bf16_|fp16_)?(zero_pp_rank_(?<data>\d{1,6})_)?mp_rank_(?<model>\d{1,6})_(?<what>model|optim)_states\.pt$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
