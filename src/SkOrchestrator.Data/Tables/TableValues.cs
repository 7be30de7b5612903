namespace SkOrchestrator.Data.Tables;

/// <summary>The values of one customer; the same object is filled again for each row.</summary>
internal sealed class TableValues(TableShape shape)
{
    /// <summary>1 or 0 for each rate; null where it is not known.</summary>
    public double?[] Rates { get; } = new double?[shape.Rates.Count];

    /// <summary>A number for each numeric metric, capped ones included; null where it is not known.</summary>
    public double?[] Numbers { get; } = new double?[shape.Numbers.Count];

    /// <summary>A number for each covariate; null where it is not known.</summary>
    public double?[] Covariates { get; } = new double?[shape.Covariates.Count];
}
