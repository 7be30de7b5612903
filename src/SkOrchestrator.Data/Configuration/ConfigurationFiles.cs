using System.Security.Cryptography;
using System.Text;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration.Yaml;

namespace SkOrchestrator.Data.Configuration;

/// <summary>The configuration files of several folders, laid over one another.</summary>
internal sealed class ConfigurationFiles
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly string[] KnownNames =
        ["azure_config.yaml", "brand_config.yaml", "experiment_config.yaml", "safety_thresholds.yaml", "segmentation_config.yaml"];

    private static readonly string[] KnownStems = [.. KnownNames.Select(name => Path.GetFileNameWithoutExtension(name))];

    private readonly List<ConfigurationFile> _files = [];
    private readonly List<string> _folders = [];
    private readonly ProblemList _problems;

    /// <summary>Looks at the folders; one that doesn't exist or holds no configuration is a problem.</summary>
    public ConfigurationFiles(IReadOnlyList<string> folders, ProblemList problems)
    {
        _problems = problems;
        foreach (var folder in folders)
        {
            if (!Directory.Exists(folder))
            {
                problems.Add(ProblemKind.Missing, "a configuration folder does not exist", folder, "an existing folder", "check --config");
            }
            else if (folders.Count > 1 && !KnownNames.Any(name => File.Exists(Path.Combine(folder, name))))
            {
                var expected = $"one of {string.Join(", ", KnownNames)}";
                problems.Add(ProblemKind.Missing, "a configuration folder holds no configuration file", folder, expected, "check --config");
            }
            else
            {
                _folders.Add(folder);
            }
        }
    }

    /// <summary>The files that were read, in the order of reading.</summary>
    public IReadOnlyList<ConfigurationFile> Files => _files;

    /// <summary>Notes files that nobody would read because their name is nearly right.</summary>
    public void RefuseMisnamedFiles()
    {
        foreach (var path in _folders.SelectMany(f => Directory.EnumerateFiles(f).Order(StringComparer.Ordinal)))
        {
            var name = Path.GetFileName(path);
            var isYaml = Path.GetExtension(name) is ".yaml" or ".yml" && !KnownNames.Contains(name);
            if (isYaml && Spelling.Nearest(Path.GetFileNameWithoutExtension(name), KnownStems) is { } meant)
            {
                var fix = $"did you mean {meant}.yaml?";
                _problems.Add(
                    ProblemKind.UnknownValue,
                    new YamlPlace(path),
                    "this file would not be read",
                    name,
                    $"one of {string.Join(", ", KnownNames)}",
                    fix);
            }
        }
    }

    /// <summary>Reads a file from all folders that hold it. Null when it is missing or not readable.</summary>
    /// <typeparam name="T">What the file describes.</typeparam>
    /// <param name="name">The name of the file.</param>
    /// <param name="read">Makes options of the keys.</param>
    /// <param name="isOptional">Whether the file may be missing.</param>
    public T? Read<T>(string name, Func<YamlReader, T> read, bool isOptional = false)
        where T : class
    {
        var layers = _folders.Select(f => Path.Combine(f, name)).Where(File.Exists).ToList();
        if (layers.Count == 0)
        {
            if (!isOptional)
            {
                var searched = string.Join(", ", _folders);
                _problems.Add(
                    ProblemKind.Missing,
                    $"{name} is missing",
                    $"not in {searched}",
                    name,
                    "add the file, or name its folder with --config");
            }

            return null;
        }

        var maps = layers.Select(path => ReadFile(name, path)).ToList();
        if (maps.Contains(null))
        {
            return null;
        }

        var reader = new YamlReader(Overlay(maps!), string.Empty, _problems);
        var options = read(reader);
        reader.RefuseUnknownKeys();
        return options;
    }

    private YamlMap? ReadFile(string name, string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problems.Add(ProblemKind.Missing, new YamlPlace(path), $"the file can't be read: {e.Message}", fix: "check its permissions");
            return null;
        }

        _files.Add(new ConfigurationFile(name, path, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        try
        {
            return YamlTree.ReadMap(StrictUtf8.GetString(bytes).TrimStart('\uFEFF'), path, _problems);
        }
        catch (DecoderFallbackException)
        {
            _problems.Add(
                ProblemKind.Syntax,
                new YamlPlace(path),
                "the file is not UTF-8",
                expected: "UTF-8 text",
                fix: "save it as UTF-8");
            return null;
        }
    }

    private static YamlMap Overlay(List<YamlMap> maps)
    {
        var entries = new List<YamlEntry>(maps[0].Entries);
        foreach (var entry in maps.Skip(1).SelectMany(m => m.Entries))
        {
            var index = entries.FindIndex(e => e.Key.Text == entry.Key.Text);
            if (index < 0)
            {
                entries.Add(entry);
            }
            else
            {
                entries[index] = entry;
            }
        }

        return new YamlMap(maps[^1].Place, entries);
    }
}
