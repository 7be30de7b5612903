using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SkOrchestrator.Reporting.Tests.Fixtures;

/// <summary>The notebook of a report: read back, and executed in plain Python.</summary>
internal static class NotebookFile
{
    public static JsonObject Read(RunFolder folder) => JsonNode.Parse(folder.Bytes("report/report.ipynb"))!.AsObject();

    public static List<JsonObject> Cells(JsonObject notebook) => [.. notebook["cells"]!.AsArray().Select(c => c!.AsObject())];

    public static string Source(JsonObject cell) => string.Concat(cell["source"]!.AsArray().Select(line => (string)line!));

    public static string Code(List<JsonObject> cells) => string.Join("\n\n", cells.Where(c => (string?)c["cell_type"] == "code").Select(Source));

    public static string Markdown(RunFolder folder) =>
        string.Join('\n', Cells(Read(folder)).Where(c => (string?)c["cell_type"] == "markdown").Select(Source));

    /// <summary>Runs all code cells from the folder of the notebook.</summary>
    public static (int ExitCode, string Output) Run(RunFolder folder)
    {
        var script = folder.Path("cells.py");
        File.WriteAllText(script, Code(Cells(Read(folder))));
        var start = new ProcessStartInfo("python3", ["-X", "utf8", script])
        {
            WorkingDirectory = folder.Path("report"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not installed");
            throw;
        }

        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
    }
}
