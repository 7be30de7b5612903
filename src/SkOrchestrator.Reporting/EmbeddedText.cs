using System.Text;

namespace SkOrchestrator.Reporting;

/// <summary>Text files that are part of the program: the style sheet, the notebook's cells, the mail's frame.</summary>
internal static class EmbeddedText
{
    /// <summary>The text of an embedded file with LF line ends.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The file {name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
