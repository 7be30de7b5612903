namespace SkOrchestrator.Data.Events;

/// <summary>The counts of one file while it is read.</summary>
internal sealed class EventTally(string path, int number)
{
    private const int MostTypes = 50;

    public string Path { get; } = path;

    public string File { get; } = System.IO.Path.GetFileName(path);

    /// <summary>The file's number, over all imports.</summary>
    public int Number { get; } = number;

    public EventProblems Problems { get; } = new(System.IO.Path.GetFileName(path));

    public string? Format { get; set; }

    public bool IsProvider { get; set; }

    public bool IsEmpty { get; set; }

    public long FirstLine { get; set; } = 1;

    public long Records { get; set; }

    public long Unusable { get; set; }

    public SortedDictionary<string, long> Unused { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, long> Unknown { get; } = new(StringComparer.Ordinal);

    public static void Add(SortedDictionary<string, long> types, string name)
    {
        var key = types.ContainsKey(name) || types.Count < MostTypes ? name : "(other)";
        types[key] = types.GetValueOrDefault(key) + 1;
    }
}
