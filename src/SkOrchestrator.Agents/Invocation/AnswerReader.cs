using Microsoft.Extensions.AI;
using SkOrchestrator.Messages;

namespace SkOrchestrator.Agents.Invocation;

/// <summary>Reads a model's answer; everything that is not a finished text is a failure.</summary>
internal static class AnswerReader
{
    public static PromptOutcome Read(ChatResponse? response)
    {
        var usage = new ModelUsage(response?.Usage?.InputTokenCount ?? 0, response?.Usage?.OutputTokenCount ?? 0, 0, 0);
        var failure = FindFailure(response);
        return new PromptOutcome { Text = failure is null ? response!.Text.Trim() : null, Failure = failure, Model = response?.ModelId, Usage = usage };
    }

    private static PromptFailure? FindFailure(ChatResponse? response)
    {
        if (response is null)
        {
            return new PromptFailure(PromptFailureKind.Empty, "the provider returned no answer");
        }

        if (response.FinishReason == ChatFinishReason.ContentFilter)
        {
            return new PromptFailure(PromptFailureKind.ContentFilter, "the provider's content filter stopped the answer");
        }

        if (response.Messages.SelectMany(m => m.Contents).Any(c => c is ErrorContent))
        {
            return new PromptFailure(PromptFailureKind.Refused, "the model refused to answer");
        }

        if (response.FinishReason == ChatFinishReason.Length)
        {
            return new PromptFailure(PromptFailureKind.Cut, "the answer was cut at the token limit");
        }

        return response.FinishReason != ChatFinishReason.Stop ? new PromptFailure(PromptFailureKind.Unfinished, "the answer does not say that it is finished")
            : string.IsNullOrWhiteSpace(response.Text) ? new PromptFailure(PromptFailureKind.Empty, "the answer is empty")
            : null;
    }
}
