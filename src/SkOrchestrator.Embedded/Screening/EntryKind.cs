namespace SkOrchestrator.Embedded.Screening;

/// <summary>What an entry of the lexicon does.</summary>
internal enum EntryKind
{
    /// <summary>Gives a severity.</summary>
    Term,

    /// <summary>Lowers what lies inside it.</summary>
    Safe,

    /// <summary>Lowers mentions in the same sentence, because the text offers help.</summary>
    Help,
}
