using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>POST …/autoscaler: the service scales by itself from now on.</summary>
internal sealed class CreateServiceAutoScaler : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(CreateServiceAutoScaler);

    public object Handle(WireCall call)
    {
        var service = call.World.Services.Need(call);
        if (service.Autoscaler.IsSet)
            throw new WireException(409, "AutoscalerAlreadyExists", $"Service [{service.Name}] has an autoscaler already.");
        service.Autoscaler.Set(AutoscalerRule.FromCall(call.Body));
        return new { Message = $"Create autoscaler for service [{service.Name}] successfully" };
    }
}

/// <summary>PUT …/autoscaler: replaces the rule.</summary>
internal sealed class UpdateServiceAutoScaler : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(UpdateServiceAutoScaler);

    public object Handle(WireCall call)
    {
        var service = NeedAutoscaler.Of(call);
        service.Autoscaler.Set(AutoscalerRule.FromCall(call.Body));
        return new { Message = $"Update autoscaler of service [{service.Name}] successfully" };
    }
}

/// <summary>DELETE …/autoscaler: the number of instances stays as it is now.</summary>
internal sealed class DeleteServiceAutoScaler : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(DeleteServiceAutoScaler);

    public object Handle(WireCall call)
    {
        var service = NeedAutoscaler.Of(call);
        service.Autoscaler.Remove();
        return new { Message = $"Delete autoscaler of service [{service.Name}] successfully" };
    }
}

/// <summary>GET …/autoscaler: the rule, and the metrics as they are now. Unlike the requests it spells metrics in capitals.</summary>
internal sealed class DescribeServiceAutoScaler : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(DescribeServiceAutoScaler);

    public object Handle(WireCall call)
    {
        var service = NeedAutoscaler.Of(call);
        var rule = service.Autoscaler.Rule!;
        return new
        {
            ServiceName = service.Name,
            MinReplica = rule.Min,
            MaxReplica = rule.Max,
            ScaleStrategies = rule.Strategies.Select(s => new { metricName = s.Metric.ToUpperInvariant(), threshold = s.Threshold, service = s.Service }).ToArray(),
            CurrentMetrics = rule.Strategies
                .Select(s => new { metricName = s.Metric.ToUpperInvariant(), value = Math.Round(service.Autoscaler.Value(s), 3), service = s.Service }).ToArray(),
            Behavior = new
            {
                scaleUp = new { stabilizationWindowSeconds = rule.UpWindow },
                scaleDown = new { stabilizationWindowSeconds = rule.DownWindow },
                onZero = new { scaleDownGracePeriodSeconds = rule.ZeroGrace, scaleUpActivationReplicas = rule.Activation },
            },
        };
    }
}

/// <summary>The service of a call about its autoscaler.</summary>
internal static class NeedAutoscaler
{
    /// <exception cref="WireException">No such service, or it has none.</exception>
    public static ModelService Of(WireCall call)
    {
        var service = call.World.Services.Need(call);
        return service.Autoscaler.IsSet ? service : throw WireError.NotFound(Product.Eas, "Autoscaler", service.Name);
    }
}
