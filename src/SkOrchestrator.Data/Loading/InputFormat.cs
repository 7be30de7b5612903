namespace SkOrchestrator.Data.Loading;

/// <summary>The file types that can be read.</summary>
internal enum InputFormat
{
    /// <summary>Text with a header line.</summary>
    Csv,

    /// <summary>The same, compressed.</summary>
    GzippedCsv,

    /// <summary>Apache Parquet.</summary>
    Parquet,
}
