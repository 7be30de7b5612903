namespace SkOrchestrator.Messages.Checks;

/// <summary>One rule that a draft must satisfy. Rules are pure: the same draft and context give the same problems.</summary>
internal interface IDraftRule
{
    /// <summary>Returns the problems in the order of the text; each says in its fix what the writer should do.</summary>
    IEnumerable<DraftProblem> Check(MessageDraft draft, DraftContext context);
}
