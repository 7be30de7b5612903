using SkOrchestrator.Experiment;

namespace SkOrchestrator.Data.Eligibility;

/// <summary>Who is left.</summary>
/// <param name="Funnel">Where the customers went; nobody is assigned yet.</param>
/// <param name="Notes">What could not be checked or was decided by default, in sentences.</param>
public sealed record EligibilityResult(Funnel Funnel, IReadOnlyList<string> Notes);
