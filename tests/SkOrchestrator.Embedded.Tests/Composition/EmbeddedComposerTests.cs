using Microsoft.Extensions.AI;
using SkOrchestrator.Embedded.Composition;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Composition;

/// <summary>The composer behaves like any other chat client.</summary>
public sealed class EmbeddedComposerTests
{
    [Fact]
    public async Task It_answers_like_a_model_and_says_what_it_is()
    {
        using var composer = new EmbeddedComposer();
        var response = await composer.GetResponseAsync([], Options(TaskName.WriteMessage, Some.WriteTask()), TestContext.Current.CancellationToken);

        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal("embedded composer", response.ModelId);
        Assert.Equal(0, response.Usage?.TotalTokenCount);
        var metadata = Assert.IsType<ChatClientMetadata>(composer.GetService(typeof(ChatClientMetadata)));
        Assert.Equal(("embedded", "embedded composer"), (metadata.ProviderName, metadata.DefaultModelId));
        Assert.Same(composer, composer.GetService(typeof(IChatClient)));
        Assert.Null(composer.GetService(typeof(string)));
    }

    [Fact]
    public async Task Streaming_gives_the_same_text_once()
    {
        using var composer = new EmbeddedComposer();
        var options = Options(TaskName.WriteMessage, Some.WriteTask());
        var whole = await composer.GetResponseAsync([], options, TestContext.Current.CancellationToken);
        var updates = await composer.GetStreamingResponseAsync([], options, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        var update = Assert.Single(updates);
        Assert.Equal(whole.Text, update.Text);
        Assert.Equal(ChatFinishReason.Stop, update.FinishReason);
    }

    [Fact]
    public async Task A_call_without_a_task_an_unknown_task_or_the_wrong_arguments_is_refused_in_words()
    {
        using var composer = new EmbeddedComposer();

        var none = await Assert.ThrowsAsync<InvalidOperationException>(() => composer.GetResponseAsync([], new ChatOptions(), TestContext.Current.CancellationToken));
        var unknown = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            composer.GetResponseAsync([], Options("writer.sing", Some.WriteTask()), TestContext.Current.CancellationToken));
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            composer.GetResponseAsync([], Options(TaskName.NarrateResult, Some.WriteTask()), TestContext.Current.CancellationToken));

        Assert.Contains(TaskName.SettingKey, none.Message, StringComparison.Ordinal);
        Assert.Contains("writer.sing", unknown.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(WriteMessageArguments), wrong.Message, StringComparison.Ordinal);
    }

    private static ChatOptions Options(string task, object arguments) =>
        new() { AdditionalProperties = new() { [TaskName.SettingKey] = task, [TaskName.ArgumentsKey] = arguments } };
}
