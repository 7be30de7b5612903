using SkOrchestrator.Identity;

namespace SkOrchestrator.Experiment;

/// <summary>Two numbers per customer in one arm of one segment, such as a metric and its covariate, or the two sides of a ratio. Sums are centred.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Arm">The arm.</param>
/// <param name="First">The metric, or the numerator.</param>
/// <param name="Second">The covariate, or the denominator.</param>
/// <param name="Count">Assigned customers.</param>
/// <param name="MeanFirst">Mean of the first number.</param>
/// <param name="MeanSecond">Mean of the second number.</param>
/// <param name="SquaresFirst">Sum of squared deviations of the first.</param>
/// <param name="SquaresSecond">Sum of squared deviations of the second.</param>
/// <param name="Products">Sum of the products of the deviations.</param>
public sealed record PairedCell(
    SegmentId SegmentId,
    ArmId Arm,
    string First,
    string Second,
    long Count,
    double MeanFirst,
    double MeanSecond,
    double SquaresFirst,
    double SquaresSecond,
    double Products);
