namespace SkOrchestrator.Statistics;

/// <summary>A posterior at the points of a grid.</summary>
/// <param name="Density">Density of the logit.</param>
/// <param name="Below">Probability of a smaller rate.</param>
/// <param name="Above">Probability of a larger rate.</param>
internal sealed record PosteriorValues(double[] Density, double[] Below, double[] Above);
