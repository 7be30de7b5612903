using SkOrchestrator.Safety;

namespace SkOrchestrator.Reporting.Notebook;

/// <summary>What the notebook's checks compare files with.</summary>
/// <param name="FileHashes">Lower-case hex SHA-256 of the files that the report was made from, by name.</param>
/// <param name="AuditHead">Length and last hash of the safety audit; null without a run.</param>
/// <param name="Windows">How long after sending an event counts, by metric; null where no events lie beside the report.</param>
internal sealed record NotebookFacts(
    IReadOnlyDictionary<string, string> FileHashes, AuditHead? AuditHead, IReadOnlyDictionary<string, TimeSpan>? Windows);
