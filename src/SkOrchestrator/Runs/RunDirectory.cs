using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Runs;

/// <summary>The folder of one run and the names of what is in it.</summary>
internal sealed class RunDirectory
{
    private RunDirectory(string path) => Path = path;

    public string Path { get; }

    public string Manifest => File("run.json");

    public string PlanLock => File("plan.lock.json");

    public string Database => File("campaign.duckdb");

    public string SafetyAudit => File("safety_audit.csv");

    public string Retrieval => File("retrieval.jsonl");

    public string Variants => File("variants.jsonl");

    public string Logs => File("logs");

    public string Transcripts => File("transcripts");

    public string HtmlReport => File("report", "report.html");

    /// <summary>Makes the folder; fails when it is there already, because a run never writes over another one.</summary>
    public static RunDirectory Create(string output, string runId)
    {
        var path = System.IO.Path.Combine(output, runId);
        if (Directory.Exists(path) || System.IO.File.Exists(path))
        {
            throw new UsageException("RUN001", $"the run directory {path} exists already", "choose another --run-id, or leave it out");
        }

        try
        {
            Directory.CreateDirectory(System.IO.Path.Combine(path, "logs"));
            Directory.CreateDirectory(System.IO.Path.Combine(path, "transcripts"));
            return new RunDirectory(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(new Diagnostic(
                "RUN004",
                "no run directory can be made here",
                path,
                Found: System.IO.File.Exists(output) ? "a file" : exception.GetType().Name,
                Expected: "a folder that can be written",
                Fix: "choose another --output"));
        }
    }

    private string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);
}
