using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Notebooks;

namespace PaiConsole.Web.Api.Views;

/// <summary>A notebook (DSW instance) in a list.</summary>
public record NotebookView : ResourceView
{
    internal NotebookView(NotebookRow row, DateTimeOffset now, DateTimeOffset? asOf) : base(row, now, asOf)
    {
        (HasGpu, IdleMinutes, IdleRuleMinutes, ShutdownDueAt) = (row.HasGpu, row.IdleMinutes, row.IdleRuleMinutes, row.ShutdownDueAt);
        (IdleSince, IsIdleKnown, CpuPercent, GpuPercent) = (row.IdleSince, row.IsIdleKnown(now), row.Idle.Cpu, row.Idle.Gpu);
        (Wasted, Policies) = (MoneyView.From(row.Wasted(now)), row.Policies);
    }

    /// <summary>It holds a GPU while it runs.</summary>
    public bool HasGpu { get; }
    /// <summary>Minutes of the current idle run, where an idle rule measures it.</summary>
    public int? IdleMinutes { get; }
    /// <summary>Minutes after which the idle rule stops it; null without a rule.</summary>
    public int? IdleRuleMinutes { get; }
    /// <summary>When the shutdown timer stops it.</summary>
    public DateTimeOffset? ShutdownDueAt { get; }
    /// <summary>Since when nobody uses it, as judged from its figures; null while it is used, or where nothing is known.</summary>
    public DateTimeOffset? IdleSince { get; }
    /// <summary>Its figures are recent enough to say whether it idles.</summary>
    public bool IsIdleKnown { get; }
    /// <summary>Percent of the CPU at the last figure.</summary>
    public double? CpuPercent { get; }
    /// <summary>Percent of the GPU cores at the last figure.</summary>
    public double? GpuPercent { get; }
    /// <summary>What the present idle run has cost; zero while it is used, null where the price or the use is unknown.</summary>
    public MoneyView? Wasted { get; }
    /// <summary>What else stops it by itself (DSW QueryAutoShutdownPolicies).</summary>
    public IReadOnlyList<AutoStop> Policies { get; }
}

/// <summary>Everything known of one notebook.</summary>
public sealed record NotebookDetailView : NotebookView
{
    internal NotebookDetailView(NotebookDetail detail, DateTimeOffset now) : base(detail.Row, now, detail.Look.AsOf)
    {
        var notebook = detail.Notebook;
        (Reason, WorkspaceName, Image, IdleRule) = (ReasonView.From(notebook.Reason), notebook.WorkspaceName, notebook.Image, notebook.IdleRule);
        (PaymentType, Accessibility, ModifiedAt) = (notebook.PaymentType, notebook.Accessibility, notebook.ModifiedAt);
        (Mounts, Labels) = (notebook.Mounts, notebook.Labels);
        (Timeline, Operations) = (StateView.Of(detail.Timeline), [.. detail.Operations.Select(OperationView.From)]);
        Price = detail.Basis is { } basis ? PriceView.From(basis) : null;
    }

    /// <summary>Why it is in its state, where the cloud says.</summary>
    public ReasonView? Reason { get; }
    /// <summary>Name of the workspace.</summary>
    public string? WorkspaceName { get; }
    /// <summary>Name, URI or id of the image.</summary>
    public string? Image { get; }
    /// <summary>The idle stop rule, or null.</summary>
    public IdleRule? IdleRule { get; }
    /// <summary>PayAsYouGo or Subscription.</summary>
    public string? PaymentType { get; }
    /// <summary>PUBLIC or PRIVATE.</summary>
    public string? Accessibility { get; }
    /// <summary>When the cloud last changed it.</summary>
    public DateTimeOffset? ModifiedAt { get; }
    /// <summary>Mounted data.</summary>
    public IReadOnlyList<DataMount> Mounts { get; }
    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; }
    /// <summary>How it got here, oldest first.</summary>
    public IReadOnlyList<StateView> Timeline { get; }
    /// <summary>Commands for it, newest first.</summary>
    public IReadOnlyList<OperationView> Operations { get; }
    /// <summary>The price behind the rate, or null where unknown.</summary>
    public PriceView? Price { get; }
}
