namespace SkOrchestrator.Configuration;

/// <summary>What a message asks the reader to do.</summary>
/// <param name="Label">The words of the link.</param>
/// <param name="Url">Its target, always set by code.</param>
public sealed record CallToAction(string Label, string Url);
