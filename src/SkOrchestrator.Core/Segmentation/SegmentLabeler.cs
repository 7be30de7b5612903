using System.Globalization;

namespace SkOrchestrator.Segmentation;

/// <summary>
/// Names segments with words a marketer would use: the noun of the most telling trait behind the adjective of the next one ("Frequent big spenders").
/// Labels are unique; a taken one gets a further adjective, then a place, and a number only as the last resort.
/// </summary>
public static class SegmentLabeler
{
    /// <summary>One label per segment, in the same order.</summary>
    public static IReadOnlyList<string> Label(IReadOnlyList<LabelSource> segments)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var labels = new List<string>();
        foreach (var segment in segments)
        {
            var label = Candidates(segment, segments.Count == 1).First(taken.Add);
            labels.Add(label);
        }

        return labels;
    }

    /// <summary>Labels that were given, numbered where one comes twice.</summary>
    public static IReadOnlyList<string> Unique(IReadOnlyList<string> labels)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. labels.Select(label => Numbered(label).Prepend(label).First(taken.Add))];
    }

    private static IEnumerable<string> Candidates(LabelSource segment, bool isOnly)
    {
        var traits = TraitOrder.MostTellingFirst(segment.Traits);
        var named = traits.FirstOrDefault(t => t.Words.Noun.Length > 0);
        var fullest = named is null ? new LabelWords(isOnly ? ["all"] : ["typical"], "customers", []) : Start(named);
        var rest = traits.Where(t => t != named).ToList();
        var used = named is null ? [] : new List<SegmentTrait> { named };
        foreach (var wording in Wordings(fullest, rest, used))
        {
            fullest = wording;
            yield return wording.ToString();
        }

        var last = fullest.ToString();
        if (segment.Place is not null)
        {
            last = $"{last} in {segment.Place}";
            yield return last;
        }

        foreach (var numbered in Numbered(last))
        {
            yield return numbered;
        }
    }

    private static IEnumerable<string> Numbered(string label) =>
        Enumerable.Range(2, int.MaxValue - 2).Select(number => string.Create(CultureInfo.InvariantCulture, $"{label} ({number})"));

    /// <summary>The wording with one qualifier, then with two, and so on; the bare noun only when no qualifier fits.</summary>
    private static IEnumerable<LabelWords> Wordings(LabelWords wording, IReadOnlyList<SegmentTrait> rest, List<SegmentTrait> used)
    {
        var isQualified = false;
        foreach (var trait in rest)
        {
            if (Qualify(wording, trait, used) is not { } longer)
            {
                continue;
            }

            used.Add(trait);
            isQualified = true;
            yield return wording = longer;
        }

        if (!isQualified)
        {
            yield return wording;
        }
    }

    private static LabelWords Start(SegmentTrait trait) =>
        trait.With is { } with ? new([], "customers", [with]) : new([], trait.Words.Noun, []);

    private static LabelWords? Qualify(LabelWords wording, SegmentTrait trait, IReadOnlyList<SegmentTrait> used)
    {
        var addition = trait.With ?? trait.Words.Adjective;
        var repeatsFeature = used.Any(u => u.Feature.Feature == trait.Feature.Feature);
        var contradicts = used.SelectMany(u => u.Opposites).Any(o => Same(o.Adjective, addition))
            || trait.Opposites.Any(o => wording.Adjectives.Any(a => Same(a, o.Adjective)) || Same(wording.Noun, o.Noun));
        if (addition.Length == 0 || repeatsFeature || contradicts || (trait.With is null && WordRoots.Share(addition, wording.ToString())))
        {
            return null;
        }

        return trait.With is null
            ? wording with { Adjectives = [.. wording.Adjectives, addition] }
            : wording with { Withs = [.. wording.Withs, addition] };
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
