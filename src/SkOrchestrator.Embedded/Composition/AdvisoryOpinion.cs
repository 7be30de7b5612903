using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Answers <see cref="TaskName.SecondOpinion"/>: says honestly that the composer has none.</summary>
internal static class AdvisoryOpinion
{
    /// <summary>One or two sentences.</summary>
    public static string Write(SecondOpinionArguments arguments)
    {
        var variant = arguments.Variant.VariantId.Value;
        var slots = new Dictionary<string, string>(StringComparer.Ordinal) { ["variant"] = variant, ["screen"] = arguments.Verdict.Screen };
        return new Wording(arguments.Phrases, variant).Say([$"safety.opinion.{arguments.Verdict.Status}"], slots, capitalise: false) ?? string.Empty;
    }
}
