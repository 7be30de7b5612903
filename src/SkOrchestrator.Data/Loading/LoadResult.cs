namespace SkOrchestrator.Data.Loading;

/// <summary>What loading a customer file came to.</summary>
/// <param name="Table">The loaded table.</param>
/// <param name="Notes">What a reader should know, in sentences: inferred, renamed or missing columns. Free of customer values.</param>
public sealed record LoadResult(LoadedTable Table, IReadOnlyList<string> Notes);
