using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Runs;

[Collection(SampleRunCollection.Name)]
public sealed class PromptEditTests(SampleRun sample)
{
    [Fact]
    [Requirement("8.1")]
    [Requirement("NFR-11")]
    [Requirement("USE-3")]
    public async Task Editing_a_phrase_changes_the_mails_without_a_build()
    {
        using var folder = new TemporaryFolder();
        var prompts = folder.CopyOf("prompts");
        var book = Path.Combine(prompts, "writer", "phrase_book.yaml");
        var before = (string)sample.Run.Variants("approved")[0]["body"]!;
        var opening = before.Split("\n\n")[1].Split(". ")[0].Split(" [Source")[0].TrimEnd('.');
        var text = await File.ReadAllTextAsync(book, TestContext.Current.CancellationToken);
        Assert.Contains(opening, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(book, text.Replace(opening, "Our copy desk changed this opening by hand this morning", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var result = await Orchestrator.RunAsync("run", "--output", folder.Path, "--run-id", "edited", "--prompts", prompts);

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains("Our copy desk changed this opening", new RunFolder(folder["edited"]).Text("variants.jsonl"), StringComparison.Ordinal);
    }
}
