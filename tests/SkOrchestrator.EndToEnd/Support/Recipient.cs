namespace SkOrchestrator.EndToEnd.Support;

/// <summary>An assigned customer.</summary>
/// <param name="Id">The customer's id.</param>
/// <param name="Email">The address, as it stands in the customer file.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Number">The place among the customers of this arm in this segment, from 0: what a test lets people do depends on it, so that it is the same in every segment.</param>
internal sealed record Recipient(string Id, string Email, string Segment, string Arm, int Number);
