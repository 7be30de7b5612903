using System.Text.Json;
using SkOrchestrator.Campaign;
using SkOrchestrator.Commands;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Terminal;

/// <summary>Prints what a manager wants to know at the end of a run.</summary>
internal sealed class ResultPrinter(TextWriter data, OutputSettings output)
{
    public void Print(CampaignContext context, int exitCode)
    {
        if (output.Json)
        {
            data.WriteLine(JsonSerializer.Serialize(ResultDocument.Of(context, exitCode), RunJson.Document));
        }
        else if (output.Quiet)
        {
            data.WriteLine(context.Directory.Path);
        }
        else
        {
            new ResultTable(data, output.NoColor).Print(context, exitCode);
        }
    }
}
