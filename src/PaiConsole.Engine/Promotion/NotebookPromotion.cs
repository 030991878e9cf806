using PaiConsole.Domain.Jobs;

namespace PaiConsole.Engine.Promotion;

/// <summary>A job with what a notebook has: its image, machine and mounts. The command is nowhere to be read, and is left to the person.</summary>
/// <param name="NotebookId">InstanceId.</param>
/// <param name="NotebookName">What people call it.</param>
/// <param name="Spec">The job; without a command, and without an image where <paramref name="IsImageKnown"/> is false.</param>
/// <param name="Image">The notebook's image as the cloud names it.</param>
/// <param name="IsImageKnown">The image has a URI that a job can pull.</param>
public sealed record NotebookPromotion(string NotebookId, string NotebookName, JobSpec Spec, string? Image, bool IsImageKnown);
