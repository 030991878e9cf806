using PaiConsole.Domain.Preflight;
using PaiConsole.Web.Api.Views;

namespace PaiConsole.Web.Api;

/// <summary>Why a request is not answered as asked, on its way to a problem document.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="title">A few words, the same for every such fault.</param>
/// <param name="faults">Every fault, a sentence each.</param>
internal sealed class ApiProblem(int status, string title, params IEnumerable<string> faults) : Exception(title)
{
    private readonly string[] _faults = [.. faults];

    /// <summary>What checks said, when that is the reason.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The cloud's error code, when the cloud refused.</summary>
    public string? Code { get; init; }

    /// <summary>The cloud's request id, where there was an answer.</summary>
    public string? RequestId { get; init; }

    /// <summary>A 400 that lists every fault at once.</summary>
    public static ApiProblem BadRequest(params IEnumerable<string> faults) => new(StatusCodes.Status400BadRequest, "The request is not valid", faults);

    /// <summary>A 404.</summary>
    public static ApiProblem NotFound(string what, string id) => new(StatusCodes.Status404NotFound, "Not found", $"There is no {what} '{id}'.");

    /// <summary>The document: <c>application/problem+json</c> with <c>errors</c>, <c>findings</c> and the cloud's <c>code</c> and <c>requestId</c>.</summary>
    public IResult ToResult()
    {
        string[] errors = [.. _faults, .. Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Message)];
        var more = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors };
        if (Findings.Count > 0)
            more["findings"] = Findings.Select(FindingView.From).ToList();
        if (Code is not null)
            more["code"] = Code;
        if (RequestId is not null)
            more["requestId"] = RequestId;
        return Results.Problem(detail: string.Join(' ', errors), statusCode: status, title: Message, extensions: more);
    }
}
