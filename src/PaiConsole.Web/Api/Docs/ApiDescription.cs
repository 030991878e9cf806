using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PaiConsole.Web.Api.Docs;

/// <summary>The OpenAPI document: what the framework cannot see in the endpoints is added here.</summary>
internal static class ApiDescription
{
    private const string Bearer = "bearer";

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context.Description.ActionDescriptor.EndpointMetadata);
            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "PaiConsole",
            Version = "v1",
            Description = "Notebooks, training jobs and model services of Alibaba Cloud PAI. Reads come from the console's database; "
                + "commands answer 202 with an operation, which is Confirmed once the cloud shows its effect. Money is null where it is not known.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            Description = "The bootstrap token, or a token of POST /api/v1/tokens.",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
    }

    private static void Describe(OpenApiOperation operation, IList<object> metadata)
    {
        operation.Parameters ??= [];
        foreach (var parameter in metadata.OfType<QueryParameters>().LastOrDefault()?.All ?? [])
            Add(operation, parameter.Name, ParameterLocation.Query, parameter.Description, parameter.IsNumber ? JsonSchemaType.Integer : JsonSchemaType.String);
        if (metadata.OfType<CommandEndpoint>().LastOrDefault() is { } command)
        {
            Add(operation, "Idempotency-Key", ParameterLocation.Header, "A repeat with the same key is answered with the first operation; with another body, 409.", JsonSchemaType.String);
            if (command.TakesDryRun)
                Add(operation, "dryRun", ParameterLocation.Query, "true: answers 200 with what would be sent, and sends nothing.", JsonSchemaType.Boolean);
        }
        foreach (var (type, content) in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal))
        {
            content.Example = Examples.Of(operation.OperationId, type);
            if (type.EndsWith("yaml", StringComparison.Ordinal))
                content.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "A PyTorchJob manifest." };
        }
    }

    private static void Add(OpenApiOperation operation, string name, ParameterLocation place, string description, JsonSchemaType type) =>
        operation.Parameters!.Add(new OpenApiParameter { Name = name, In = place, Description = description, Schema = new OpenApiSchema { Type = type } });
}
