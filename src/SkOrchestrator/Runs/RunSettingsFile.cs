using System.Text.Json;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Runs;

/// <summary>Writes and reads <c>experiment.json</c>.</summary>
internal static class RunSettingsFile
{
    public const string Name = "experiment.json";

    public static void Write(string runDirectory, RunSettings settings) =>
        File.WriteAllText(Path.Combine(runDirectory, Name), JsonSerializer.Serialize(settings, RunJson.Document) + "\n");

    /// <exception cref="InvalidInputException">There is no such file, or it is damaged.</exception>
    public static RunSettings Read(string runDirectory)
    {
        var path = Path.Combine(runDirectory, Name);
        try
        {
            return JsonSerializer.Deserialize<RunSettings>(File.ReadAllText(path), RunJson.Document) ?? throw new JsonException("the file holds nothing");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(new Diagnostic(
                "RUN005", "this is no finished run", path, Found: "no readable experiment.json", Expected: "the directory of a run that reached assignment", Fix: "give the path that the run printed"));
        }
        catch (JsonException exception)
        {
            throw new InvalidInputException(new Diagnostic(
                "RUN006", "the settings of the run are damaged", path, Line: exception.LineNumber + 1, Found: "no readable JSON", Expected: "the file as the run wrote it", Fix: "restore the file, or run the campaign again"));
        }
    }
}
