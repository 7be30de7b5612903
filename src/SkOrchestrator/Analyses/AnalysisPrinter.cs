using System.Text.Json;
using SkOrchestrator.Commands;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Analyses;

/// <summary>Prints the end of an analysis: a document, a path or a table.</summary>
internal sealed class AnalysisPrinter(TextWriter data, OutputSettings output)
{
    public void Print(AnalysisResult result)
    {
        if (output.Json)
        {
            data.WriteLine(JsonSerializer.Serialize(AnalysisDocument.Of(result), RunJson.Document));
        }
        else if (output.Quiet)
        {
            data.WriteLine(result.Directory.Path);
        }
        else
        {
            new AnalysisScreen(data, output.NoColor).Print(result);
        }
    }
}
