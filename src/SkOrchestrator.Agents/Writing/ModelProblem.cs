using SkOrchestrator.Agents.Invocation;
using SkOrchestrator.Messages;

namespace SkOrchestrator.Agents.Writing;

/// <summary>Puts a failed model call into the words of a draft's problems.</summary>
internal static class ModelProblem
{
    public static DraftProblem Of(PromptFailure failure)
    {
        var (rule, fix) = failure.Kind switch
        {
            PromptFailureKind.ContentFilter => ("CONTENT-FILTER", "nothing is written again after a content filter; look at the content and the prompt"),
            PromptFailureKind.Refused => ("MODEL-REFUSED", "write the message from the snippets only"),
            PromptFailureKind.Cut => ("MODEL-CUT", "write a shorter answer"),
            PromptFailureKind.Empty => ("MODEL-EMPTY", "answer with the JSON object"),
            PromptFailureKind.Unfinished => ("MODEL-UNFINISHED", "answer with the whole JSON object"),
            _ => ("MODEL-ERROR", "check the provider and its limits"),
        };
        return new DraftProblem(rule, ProblemSeverity.Error, $"{failure.Message}.", fix);
    }
}
