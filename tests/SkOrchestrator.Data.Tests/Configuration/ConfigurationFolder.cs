using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tests.Configuration;

/// <summary>A folder with a small valid configuration that a test changes before it loads it.</summary>
internal sealed class ConfigurationFolder : IDisposable
{
    private const string Experiment =
        """
        id: spring
        arms:
          - { id: treatment-1, tone: urgent }
          - { id: treatment-2, tone: informational }
          - { id: treatment-3, tone: friendly }
        simulation:
          base: { open_rate: 0.30, click_rate: 0.08, conversion_rate: 0.03 }
        """;

    private const string Brand =
        """
        name: Alder & Wren
        sender: { name: Alder & Wren, address: hello@alderandwren.example }
        reply_to: care@alderandwren.example
        postal_address: 14 Mill Lane
        unsubscribe_url: https://alderandwren.example/unsubscribe
        allowed_hosts: [alderandwren.example]
        default_cta: { label: Visit the shop, url: "https://alderandwren.example/" }
        legal_footer: You asked for news.
        sign_off: The team
        """;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("configuration");

    public ConfigurationFolder(bool isComplete = true)
    {
        if (isComplete)
        {
            Write("experiment_config.yaml", Experiment);
            Write("segmentation_config.yaml", "strategy: clustering");
            Write("safety_thresholds.yaml", "hate: { block_at: 6, review_at: 2 }");
            Write("brand_config.yaml", Brand);
        }
    }

    public string Path => _directory.FullName;

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    public ConfigurationFolder Write(string file, string text)
    {
        File.WriteAllText(PathOf(file), text);
        return this;
    }

    /// <summary>Adds keys to a file.</summary>
    public ConfigurationFolder Append(string file, string text) => Write(file, File.ReadAllText(PathOf(file)) + "\n" + text);

    /// <summary>Replaces a part of a file that must be there.</summary>
    public ConfigurationFolder Replace(string file, string old, string replacement)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Contains(old, text);
        return Write(file, text.Replace(old, replacement));
    }

    public CampaignConfiguration Load(params string[] laterFolders) => ConfigurationLoader.Load([Path, .. laterFolders]);

    /// <summary>The problems that loading ends in.</summary>
    public IReadOnlyList<Diagnostic> Problems(params string[] laterFolders) =>
        Assert.Throws<InvalidInputException>(() => Load(laterFolders)).Diagnostics;

    public void Dispose() => _directory.Delete(recursive: true);
}
