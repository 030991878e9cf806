using PaiConsole.Cloud.Dsw;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Notebooks;

/// <summary>Between the DSW wire and the Domain's words.</summary>
internal static class NotebookTranslator
{
    public static Notebook ToDomain(Instance wire) => new()
    {
        Id = wire.InstanceId ?? "",
        Name = wire.InstanceName ?? wire.InstanceId ?? "",
        Status = NotebookStates.Parse(wire.Status),
        StatusWord = wire.Status ?? "",
        Reason = Wire.Reason(wire.ReasonCode, wire.ReasonMessage),
        Owner = Wire.Owner(wire.UserId, wire.UserName),
        WorkspaceId = wire.WorkspaceId,
        WorkspaceName = wire.WorkspaceName,
        Sku = Wire.Text(wire.EcsSpec),
        HasGpu = string.Equals(wire.AcceleratorType, "GPU", StringComparison.OrdinalIgnoreCase),
        Image = Wire.Text(wire.ImageName) ?? Wire.Text(wire.ImageUrl) ?? Wire.Text(wire.ImageId),
        ImageUri = Wire.Text(wire.ImageUrl),
        PaymentType = wire.PaymentType,
        Accessibility = wire.Accessibility,
        CreatedAt = wire.GmtCreateTime,
        ModifiedAt = wire.GmtModifiedTime,
        Accumulated = TimeSpan.FromMilliseconds(wire.AccumulatedRunningTimeInMs ?? 0),
        IdleRule = wire.IdleInstanceCuller is { MaxIdleTimeInMinutes: { } minutes } culler
            ? // A threshold that is not there does not count, and everything lies below a hundred.
              new IdleRule(culler.CpuPercentThreshold ?? 100, culler.GpuPercentThreshold ?? 100, minutes)
            : null,
        IdleMinutes = wire.IdleInstanceCuller?.IdleTimeInMinutes,
        ShutdownDueAt = wire.InstanceShutdownTimer?.DueTime,
        Mounts = [.. (wire.Datasets ?? []).Select(data => new DataMount(Wire.Text(data.DatasetId), Wire.Text(data.Uri), data.MountPath ?? ""))],
        Labels = Wire.Labels((wire.Labels ?? []).Select(label => (label.Key, label.Value))),
        JupyterUrl = Wire.Text(wire.JupyterlabUrl),
        WebIdeUrl = Wire.Text(wire.WebIDEUrl),
        TerminalUrl = Wire.Text(wire.TerminalUrl),
    };

    /// <summary>A session from GetLifecycle.</summary>
    public static NotebookSession ToSession(IReadOnlyList<LifecycleEntry> wire) => new(
        wire.Select(entry => entry.LifecycleId).FirstOrDefault(id => id is not null),
        [.. wire.OrderBy(entry => entry.GmtCreateTime).Select(entry => new NotebookStep(
            entry.Status ?? "", NotebookStates.Parse(entry.Status).Phase(), entry.GmtCreateTime, entry.GmtEndTime, Wire.Reason(entry.ReasonCode, entry.ReasonMessage)))]);

    /// <summary>A condition that stops an instance; the time that it names is seconds from now.</summary>
    public static AutoStop ToDomain(AutoShutdownCondition wire, DateTimeOffset now) => new(
        wire.Expression ?? "", wire.SourceType ?? "",
        wire.Context?.IdleShutdownRemainingSeconds is > 0 and var seconds ? now.AddSeconds(seconds) : null,
        wire.Context?.EnableSkip == true);

    /// <summary>Running time grows with every look and is left out: it follows from the intervals.</summary>
    public static long FingerprintOf(Notebook notebook)
    {
        var print = new Fingerprint()
            .Add(notebook.Name).Add(notebook.StatusWord).Add(notebook.Reason?.Code).Add(notebook.Reason?.Message)
            .Add(notebook.Owner.Name).Add(notebook.Sku).Add(notebook.Image).Add(notebook.ImageUri).Add(notebook.Accessibility).Add(notebook.ModifiedAt)
            .Add(notebook.IdleRule?.CpuPercent).Add(notebook.IdleRule?.GpuPercent).Add(notebook.IdleRule?.Minutes).Add(notebook.IdleMinutes)
            .Add(notebook.ShutdownDueAt).Add(notebook.Labels).Add(notebook.WorkspaceName).Add(notebook.JupyterUrl);
        foreach (var mount in notebook.Mounts)
            print = print.Add(mount.DatasetId).Add(mount.Uri).Add(mount.MountPath);
        return print.Value;
    }

    public static CreateInstanceRequest ToWire(NotebookSpec spec, string? workspaceId, string operationId) => new()
    {
        InstanceName = spec.Name,
        EcsSpec = spec.Sku,
        // An id is opaque and carries no slash; a registry path always does.
        ImageId = spec.Image.Contains('/') ? null : spec.Image,
        ImageUrl = spec.Image.Contains('/') ? spec.Image : null,
        WorkspaceId = spec.WorkspaceId ?? workspaceId,
        Accessibility = "PRIVATE",
        Datasets = spec.Data.Count == 0
            ? null
            : [.. spec.Data.Select(data => new InstanceDataset { DatasetId = data.DatasetId, Uri = data.Uri, MountPath = data.MountPath })],
        EnvironmentVariables = spec.Env.Count == 0 ? null : spec.Env,
        Labels = [new Label { Key = Wire.OperationLabel, Value = operationId }],
    };
}
