namespace SkOrchestrator.Reporting.Model;

/// <summary>The report before it becomes a file: all formats draw the same blocks, so no number can differ between them.</summary>
internal sealed record ReportModel
{
    /// <summary>The heading of the report.</summary>
    public required string Title { get; init; }

    /// <summary>One line below the heading.</summary>
    public required string Subtitle { get; init; }

    /// <summary>The run; null for an analysis without one.</summary>
    public required string? RunId { get; init; }

    /// <summary>The author of the documents: the brand, or the program.</summary>
    public required string Author { get; init; }

    /// <summary>Words that stand on every page and figure, such as <c>SIMULATED ENGAGEMENT</c>; null = none.</summary>
    public required string? Stamp { get; init; }

    /// <summary>What the stamp means, in a sentence; null without a stamp.</summary>
    public required string? StampMeaning { get; init; }

    /// <summary>Creation time written into documents: the run's, never the clock's.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Modification time written into documents.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>Files beside the report's folder that belong to it.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The line below the heading, with the run.</summary>
    public string Byline => RunId is { } run ? $"{Subtitle} · run {run}" : Subtitle;

    /// <summary>The title that a document's properties show.</summary>
    public string DocumentTitle => $"{Title} – {RunId ?? Subtitle}";

    /// <summary>The sections in reading order.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>All figures, in order.</summary>
    public IEnumerable<Figure> Figures => Sections.SelectMany(s => s.Blocks).OfType<Figure>();

    /// <summary>All tables, in order.</summary>
    public IEnumerable<ReportTable> Tables => Sections.SelectMany(s => s.Blocks).OfType<ReportTable>();
}
