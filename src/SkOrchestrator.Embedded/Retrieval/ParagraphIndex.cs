using System.Text.Json;
using Microsoft.Data.Sqlite;
using SkOrchestrator.Content;
using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Embedded.Retrieval;

/// <summary>A full-text index of the paragraphs of approved documents, in memory. Not safe for concurrent use; its owner locks.</summary>
internal sealed class ParagraphIndex : IDisposable
{
    private const string Schema =
        """
        CREATE TABLE paragraphs (id INTEGER PRIMARY KEY, document INTEGER NOT NULL, position INTEGER NOT NULL);
        CREATE VIRTUAL TABLE words USING fts5(
            title, section, keywords, category, text, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
        """;

    /// <summary>
    /// Weights of bm25: title 4, section 2, keywords 4, category 1, text 2. Documents are numbered in the order of their ids.
    /// </summary>
    private const string Query =
        """
        WITH hits AS MATERIALIZED (
            SELECT p.id, p.document, p.position, -bm25(words, 4.0, 2.0, 4.0, 1.0, 2.0) AS score
            FROM words JOIN paragraphs p ON p.id = words.rowid
            WHERE words MATCH $expression AND p.document IN (SELECT value FROM json_each($allowed))
        ), ranked AS (
            SELECT *, row_number() OVER (PARTITION BY document ORDER BY score DESC, position) AS place
            FROM hits
        )
        SELECT id, document, position, score
        FROM ranked
        WHERE place <= $perDocument
        ORDER BY score DESC, document, position
        LIMIT $top
        """;

    /// <summary>The part that one word has in the scores; bm25 adds up over words.</summary>
    private const string WordQuery =
        """
        SELECT rowid, -bm25(words, 4.0, 2.0, 4.0, 1.0, 2.0)
        FROM words
        WHERE words MATCH $word AND rowid IN (SELECT value FROM json_each($ids))
        """;

    private readonly SqliteConnection _connection;

    private ParagraphIndex(IReadOnlyList<ContentDocument> documents)
    {
        Documents = documents;
        _connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        _connection.Open();
    }

    /// <summary>The documents, ordered by id; their position is their number in the index.</summary>
    public IReadOnlyList<ContentDocument> Documents { get; }

    /// <summary>How many paragraphs can be found.</summary>
    public int Paragraphs { get; private set; }

    /// <summary>Makes an index of documents that are ordered by id.</summary>
    public static ParagraphIndex Build(IReadOnlyList<ContentDocument> documents, CancellationToken cancellationToken)
    {
        var index = new ParagraphIndex(documents);
        try
        {
            index.Fill(cancellationToken);
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <summary>All paragraphs of a document as snippets without score.</summary>
    public static IEnumerable<Snippet> SnippetsOf(ContentDocument document) =>
        from section in document.Sections
        from block in section.Blocks
        select new Snippet
        {
            DocumentId = document.Id,
            Title = document.Title,
            Section = section.Title,
            ParagraphIndex = block.ParagraphIndex,
            Text = block.Text,
            Score = 0,
            Category = document.Category,
            CtaUrl = document.CtaUrl,
            LegalText = document.LegalText,
            Offer = document.Offer,
        };

    /// <summary>The best paragraphs that hold any of the words, best first.</summary>
    /// <param name="words">Quoted FTS5 strings; none match nothing.</param>
    /// <param name="allowed">Numbers of the documents that may be found.</param>
    /// <param name="perDocument">How many of one document at most.</param>
    /// <param name="top">How many at most.</param>
    public IReadOnlyList<Hit> Search(IReadOnlyList<string> words, IEnumerable<int> allowed, int perDocument, int top)
    {
        if (words.Count == 0)
        {
            return [];
        }

        var hits = new List<(long Id, Snippet Snippet)>();
        using (var command = _connection.CreateCommand())
        {
            command.CommandText = Query;
            command.Parameters.AddWithValue("$expression", SearchExpression.AnyOf(words));
            command.Parameters.AddWithValue("$allowed", JsonSerializer.Serialize(allowed));
            command.Parameters.AddWithValue("$perDocument", perDocument);
            command.Parameters.AddWithValue("$top", top);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var snippet = SnippetsOf(Documents[reader.GetInt32(1)]).ElementAt(reader.GetInt32(2));
                hits.Add((reader.GetInt64(0), snippet with { Score = reader.GetDouble(3) }));
            }
        }

        var ids = hits.Select(h => h.Id).ToList();
        var scores = words.Select(word => Scores(word, ids)).ToList();
        return [.. hits.Select(h => new Hit(h.Snippet, [.. scores.Select(s => s.GetValueOrDefault(h.Id))]))];
    }

    private Dictionary<long, double> Scores(string word, IReadOnlyList<long> ids)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = WordQuery;
        command.Parameters.AddWithValue("$word", word);
        command.Parameters.AddWithValue("$ids", JsonSerializer.Serialize(ids));
        using var reader = command.ExecuteReader();
        var scores = new Dictionary<long, double>();
        while (reader.Read())
        {
            scores[reader.GetInt64(0)] = reader.GetDouble(1);
        }

        return scores;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private void Fill(CancellationToken cancellationToken)
    {
        using (var schema = _connection.CreateCommand())
        {
            schema.CommandText = Schema;
            schema.ExecuteNonQuery();
        }

        using var transaction = _connection.BeginTransaction();
        using var row = Prepare("INSERT INTO paragraphs VALUES ($id, $document, $position)", "$id", "$document", "$position");
        using var words = Prepare(
            "INSERT INTO words (rowid, title, section, keywords, category, text) VALUES ($id, $title, $section, $keywords, $category, $text)",
            "$id",
            "$title",
            "$section",
            "$keywords",
            "$category",
            "$text");
        foreach (var (number, document) in Documents.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var keywords = string.Join(' ', document.Keywords);
            foreach (var (position, snippet) in SnippetsOf(document).Index())
            {
                Insert(row, Paragraphs, number, position);
                Insert(words, Paragraphs, snippet.Title, snippet.Section, keywords, snippet.Category, snippet.Text);
                Paragraphs++;
            }
        }

        transaction.Commit();
    }

    private SqliteCommand Prepare(string sql, params string[] names)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    private static void Insert(SqliteCommand command, params object[] values)
    {
        foreach (var (index, value) in values.Index())
        {
            command.Parameters[index].Value = value;
        }

        command.ExecuteNonQuery();
    }
}
