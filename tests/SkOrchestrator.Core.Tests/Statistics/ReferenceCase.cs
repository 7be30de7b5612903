using System.Text.Json;

namespace SkOrchestrator.Statistics;

/// <summary>One case of Reference/statistics-cases.json.</summary>
internal sealed record ReferenceCase(string Id, string Family, JsonElement Inputs, JsonElement Expected, JsonElement Tolerance)
{
    public static IReadOnlyList<ReferenceCase> All { get; } = Load();

    public double this[string input] => Inputs.GetProperty(input).GetDouble();

    public double RelativeTolerance(string output) =>
        Tolerance.TryGetProperty("rel_overrides", out JsonElement overrides) && overrides.TryGetProperty(output, out JsonElement value)
            ? value.GetDouble()
            : Tolerance.GetProperty("rel").GetDouble();

    public double AbsoluteTolerance => Tolerance.GetProperty("abs").GetDouble();

    private static List<ReferenceCase> Load()
    {
        using var reader = new StreamReader(typeof(ReferenceCase).Assembly.GetManifestResourceStream("statistics-cases.json")!);

        // remarks about other tools hold bare NaN, which is not JSON
        string text = reader.ReadToEnd().Replace("\nNaN", "\nnull", StringComparison.Ordinal);
        return [.. JsonDocument.Parse(text).RootElement.EnumerateArray().Select(c => new ReferenceCase(
            c.GetProperty("id").GetString()!,
            c.GetProperty("family").GetString()!,
            c.GetProperty("inputs"),
            c.GetProperty("expected"),
            c.GetProperty("tolerance")))];
    }
}
