namespace SkOrchestrator.Planning;

/// <summary>What mailing the control message costs if the treatment has the lift.</summary>
/// <param name="ControlCustomers">Customers in control.</param>
/// <param name="ExpectedForegone">Successes that are expected to be missed.</param>
/// <param name="PerControlCustomer">The same per customer of control.</param>
/// <param name="PerCustomer">The same per customer of the experiment.</param>
public sealed record ControlCost(long ControlCustomers, double ExpectedForegone, double PerControlCustomer, double PerCustomer);
