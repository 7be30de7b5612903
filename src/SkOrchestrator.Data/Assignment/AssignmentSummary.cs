using SkOrchestrator.Experiment;

namespace SkOrchestrator.Data.Assignment;

/// <summary>Who went where.</summary>
/// <param name="Funnel">Where all customers of the file went.</param>
/// <param name="Counts">Customers by segment and arm, ordered by segment and arm.</param>
public sealed record AssignmentSummary(Funnel Funnel, IReadOnlyList<AssignmentCount> Counts);
