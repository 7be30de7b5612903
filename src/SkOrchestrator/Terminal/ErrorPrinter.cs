using System.Globalization;
using System.Text;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Terminal;

/// <summary>Prints problems as <c>error CODE: what happened</c> with the place, what was found and expected, then <c>fix: what to do</c>.</summary>
internal sealed class ErrorPrinter(TextWriter output)
{
    public void Print(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Print(diagnostic);
        }
    }

    private void Print(Diagnostic diagnostic)
    {
        var text = new StringBuilder($"error {diagnostic.Code}: ");
        if (diagnostic.File is { } file)
        {
            text.Append(file);
            if (diagnostic.Line is { } line)
            {
                text.Append(CultureInfo.InvariantCulture, $":{line}");
                if (diagnostic.Column is { } column)
                {
                    text.Append(CultureInfo.InvariantCulture, $":{column}");
                }
            }

            text.Append(": ");
        }

        text.Append(diagnostic.Message);
        output.WriteLine(PlainText.Of(text.ToString()));
        foreach (var (name, value) in new[] { ("found", diagnostic.Found), ("expected", diagnostic.Expected), ("fix", diagnostic.Fix) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                output.WriteLine(PlainText.Of(name == "fix" ? $"fix: {value}" : $"  {name}: {value}"));
            }
        }
    }
}
