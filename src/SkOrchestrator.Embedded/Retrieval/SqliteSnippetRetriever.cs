using Microsoft.Extensions.Logging;
using SkOrchestrator.Content;
using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Embedded.Retrieval;

/// <summary>
/// Finds approved content in process, by BM25 over SQLite FTS5 in memory.
/// </summary>
/// <remarks>
/// 1. <see cref="ContentEligibility"/> says which documents may be used; only those are searched.
/// 2. Paragraphs that share a word with the query are ranked; title and keywords count more than text. There is no threshold on the score,
///    because BM25 has no scale. Equal scores are ordered by document id and paragraph index.
/// 3. Of the best sixty those are taken that cover the words of the query between them, earlier words before later ones, at most two of one document.
/// 4. When fewer than three match, general content fills up; when none does, that is the fallback, and it is logged as a warning.
/// Concurrent queries are safe; each sees the index before or after an update, never between.
/// </remarks>
public sealed class SqliteSnippetRetriever : ISnippetRetriever, IContentIndex, IDisposable
{
    private const int FewestSnippets = 3;
    private const int MostSnippets = 5;
    private const int MostPerDocument = 2;
    private const int CandidatesPerDocument = 4;
    private const int Candidates = 60;

    private readonly TimeProvider _time;
    private readonly ILogger<SqliteSnippetRetriever> _logger;
    private readonly Lock _lock = new();
    private ParagraphIndex? _index;

    /// <summary>Makes a retriever with an empty index.</summary>
    /// <param name="time">The clock of the timestamps.</param>
    /// <param name="logger">Receives the fallback warning.</param>
    public SqliteSnippetRetriever(TimeProvider time, ILogger<SqliteSnippetRetriever> logger)
    {
        _time = time;
        _logger = logger;
    }

    /// <inheritdoc/>
    public Task<IndexSummary> UpdateAsync(ContentLibrary library, CancellationToken cancellationToken)
    {
        var approved = library.Documents
            .Where(d => d is { Status: ContentStatus.Approved, ApprovalDate: not null })
            .OrderBy(d => d.Id.Value, StringComparer.Ordinal)
            .ToList();
        var index = ParagraphIndex.Build(approved, cancellationToken);
        lock (_lock)
        {
            (_index, index) = (index, _index);
            index?.Dispose();
            return Task.FromResult(new IndexSummary(approved.Count, _index.Paragraphs, library.Documents.Count - approved.Count));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Nothing was indexed yet.</exception>
    public Task<RetrievalResult> RetrieveAsync(RetrievalQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Top, FewestSnippets);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Top, MostSnippets);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var index = _index ?? throw new InvalidOperationException("the index is empty: call UpdateAsync first");
            var snippets = Search(index, query);
            var isFallback = snippets.Count == 0;
            if (snippets.Count < FewestSnippets)
            {
                snippets.AddRange(GeneralContent(index, query, snippets));
            }

            if (isFallback)
            {
                RetrievalLog.Fallback(_logger, query.SegmentId.Value, snippets.Count);
            }
            else
            {
                RetrievalLog.Retrieved(_logger, query.SegmentId.Value, snippets.Count);
            }

            return Task.FromResult(new RetrievalResult(query, _time.GetUtcNow(), isFallback, snippets));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _index?.Dispose();
            _index = null;
        }
    }

    private static List<Snippet> Search(ParagraphIndex index, RetrievalQuery query)
    {
        var allowed = index.Documents.Index().Where(d => ContentEligibility.IsUsable(d.Item, query.Filters).IsUsable).Select(d => d.Index);
        return Coverage.Pick(index.Search(SearchExpression.Words(query.Text), allowed, CandidatesPerDocument, Candidates), MostPerDocument, query.Top);
    }

    /// <summary>General content that is not there yet: first the opening paragraph of each document, then the second ones.</summary>
    private static List<Snippet> GeneralContent(ParagraphIndex index, RetrievalQuery query, List<Snippet> found)
    {
        var filters = query.Filters with { Category = ContentEligibility.GeneralCategory };
        var wanted = found.Count == 0 ? query.Top : FewestSnippets - found.Count;
        return [.. index.Documents
            .Where(d => ContentEligibility.IsUsable(d, filters).IsUsable)
            .SelectMany(d => ParagraphIndex.SnippetsOf(d)
                .Where(s => !found.Any(f => f.DocumentId == s.DocumentId && f.ParagraphIndex == s.ParagraphIndex))
                .Take(MostPerDocument - found.Count(f => f.DocumentId == d.Id))
                .Index())
            .OrderBy(s => s.Index)
            .Select(s => s.Item)
            .Take(wanted)];
    }
}
