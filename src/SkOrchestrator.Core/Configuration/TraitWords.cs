namespace SkOrchestrator.Configuration;

/// <summary>Words for one direction of one feature ("orders a year: high"), used in labels, queries and openings.</summary>
/// <param name="Adjective">Goes in front of another trait's noun: <c>frequent</c>.</param>
/// <param name="Noun">Names the people: <c>frequent buyers</c>.</param>
/// <param name="Hook">The opening of the phrase book that fits, or null.</param>
/// <param name="Terms">Words for the content query.</param>
public sealed record TraitWords(string Adjective, string Noun, string? Hook, IReadOnlyList<string> Terms);
