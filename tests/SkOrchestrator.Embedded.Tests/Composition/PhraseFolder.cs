using SkOrchestrator.Tasks;
using YamlDotNet.RepresentationModel;

namespace SkOrchestrator.Composition;

/// <summary>The phrases of the prompts folder, under the keys the composer asks for.</summary>
internal static class PhraseFolder
{
    public static PhraseBook Book { get; } = Load();

    /// <summary>The book with one entry replaced.</summary>
    public static PhraseBook With(string key, params string[] alternatives) =>
        new(new Dictionary<string, IReadOnlyList<string>>(Book.Phrases) { [key] = alternatives });

    private static PhraseBook Load()
    {
        var phrases = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "prompts"), "*.yaml", SearchOption.AllDirectories))
        {
            var yaml = new YamlStream();
            using var reader = new StreamReader(file);
            yaml.Load(reader);
            Flatten(Path.GetFileName(Path.GetDirectoryName(file)!), yaml.Documents[0].RootNode, phrases);
        }

        return new PhraseBook(phrases);
    }

    private static void Flatten(string path, YamlNode node, Dictionary<string, IReadOnlyList<string>> phrases)
    {
        if (node is YamlMappingNode map)
        {
            foreach (var (key, value) in map)
            {
                Flatten($"{path}.{key}", value, phrases);
            }
        }
        else
        {
            phrases.Add(path, [.. ((YamlSequenceNode)node).Select(item => ((YamlScalarNode)item).Value!)]);
        }
    }
}
