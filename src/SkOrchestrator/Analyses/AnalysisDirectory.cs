using SkOrchestrator.Diagnostics;
using SkOrchestrator.Reporting;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Analyses;

/// <summary>Where an analysis goes. An earlier analysis is written over; a run, or anything else, never is.</summary>
internal sealed class AnalysisDirectory
{
    private const string Report = "report";
    private const string Diagnostics = "diagnostics.csv";

    private AnalysisDirectory(string path) => Path = path;

    public string Path { get; }

    public string AnalysisFile => File(AnalysisFiles.AnalysisName);

    public string ResultsFile => File(AnalysisFiles.ResultsName);

    public string DiagnosticsFile => File(Diagnostics);

    /// <summary>The directory for a file where none is named.</summary>
    public static string NameFor(string file)
    {
        var name = System.IO.Path.GetFileName(file);
        foreach (var extension in new[] { ".gz", ".csv", ".tsv", ".txt", ".parquet" })
        {
            name = name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? name[..^extension.Length] : name;
        }

        return System.IO.Path.Combine("runs", $"analysis-{string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'))}");
    }

    /// <summary>Makes sure that nothing is lost by writing to a directory; writes nothing.</summary>
    /// <exception cref="UsageException">Something else is there.</exception>
    public static AnalysisDirectory At(string path)
    {
        var directory = new AnalysisDirectory(path);
        if (System.IO.File.Exists(path))
        {
            throw new UsageException("ANA001", $"{path} is a file, and the results need a directory", "choose another --output");
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            if (System.IO.File.Exists(directory.File("run.json")))
            {
                throw new UsageException("ANA001", $"{path} is a run, and its own analysis would be lost", "choose another --output");
            }

            if (!System.IO.File.Exists(directory.AnalysisFile))
            {
                throw new UsageException("ANA001", $"{path} holds something else than an analysis", "choose another --output, or an empty directory");
            }
        }

        return directory;
    }

    /// <summary>Makes the directory and takes away what an earlier analysis left.</summary>
    /// <exception cref="InvalidInputException">It can't be written.</exception>
    public void Clear()
    {
        try
        {
            Directory.CreateDirectory(Path);
            foreach (var file in new[] { ResultsFile, DiagnosticsFile })
            {
                System.IO.File.Delete(file);
            }

            if (Directory.Exists(File(Report)))
            {
                Directory.Delete(File(Report), recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(Path, exception);
        }
    }

    /// <summary>Says that results can't go to a place.</summary>
    public static InvalidInputException NotWritable(string path, Exception exception) => new(new Diagnostic(
        "RUN004", "the directory of the analysis can't be written", path, Found: exception.GetType().Name, Expected: "a folder that can be written", Fix: "choose another --output"));

    private string File(string name) => System.IO.Path.Combine(Path, name);
}
