namespace SkOrchestrator.Data.Segmentation;

/// <summary>The kinds of pieces of a SQL condition.</summary>
internal enum SqlTokenKind
{
    /// <summary>A keyword, function or column without quotes.</summary>
    Word,

    /// <summary>A name in double quotes.</summary>
    Name,

    /// <summary>A text in single quotes.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Anything else: an operator, a bracket, a comma.</summary>
    Symbol,
}
