namespace SkOrchestrator.Data.Configuration.Yaml;

/// <summary>A single value: text, number, yes or no, or nothing.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Text">The value as written, without quotes.</param>
/// <param name="IsQuoted">Whether it stood in quotes or in a text block, so that it is text and nothing else.</param>
internal sealed record YamlText(YamlPlace Place, string Text, bool IsQuoted) : YamlElement(Place)
{
    /// <inheritdoc/>
    public override string Kind => IsNull ? "nothing" : Text;

    /// <summary>Whether nothing is given.</summary>
    public bool IsNull => !IsQuoted && Text is ("" or "~" or "null" or "Null" or "NULL");
}
