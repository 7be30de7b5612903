namespace SkOrchestrator.Data.Configuration.Yaml;

/// <summary>What can be wrong in a file of keys and values; the number is the number of the code (<c>CFG002</c>, <c>CNT002</c>).</summary>
internal enum ProblemKind
{
    /// <summary>A file or folder is missing.</summary>
    Missing = 1,

    /// <summary>The file can't be read as UTF-8, YAML or JSON.</summary>
    Syntax = 2,

    /// <summary>Aliases, tags, several documents, too deep nesting, or no mapping at the top.</summary>
    Structure = 3,

    /// <summary>A key or a value that must be unique stands twice.</summary>
    Duplicate = 4,

    /// <summary>A key that means nothing here.</summary>
    UnknownKey = 5,

    /// <summary>Text where a number is expected, and the like.</summary>
    WrongType = 6,

    /// <summary>A required key is missing or empty.</summary>
    MissingKey = 7,

    /// <summary>A number or a length outside its range.</summary>
    OutOfRange = 8,

    /// <summary>A name that is not one of the known ones.</summary>
    UnknownValue = 9,

    /// <summary>Two settings that don't go together.</summary>
    Contradiction = 10,

    /// <summary>A secret stands in a file.</summary>
    Secret = 11,

    /// <summary>A malformed or disallowed address, host, URL, name or date.</summary>
    Format = 12,
}
