namespace SkOrchestrator.Data.Events;

/// <summary>The counts of one file while it is read.</summary>
internal sealed class EventTally(string path, int number)
{
    private const int MostTypes = 50;

    public string Path { get; } = path;

    /// <summary>What the file is called in texts.</summary>
    public string File { get; } = FileLabel.Name(path, number + 1);

    /// <summary>The path in texts.</summary>
    public string ShownPath { get; } = FileLabel.Whole(path, number + 1);

    /// <summary>The file's number, over all imports.</summary>
    public int Number { get; } = number;

    public EventProblems Problems { get; } = new(FileLabel.Name(path, number + 1));

    public string? Format { get; set; }

    public bool IsProvider { get; set; }

    public bool IsEmpty { get; set; }

    /// <summary>The encoding where it can't be read; null for UTF-8.</summary>
    public string? OtherEncoding { get; set; }

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
