def summaries(segment, arm, name):
    """What is stored of an arm of a segment, or of all its treatments."""
    arms = [a for s, a in cells if s == segment and a not in (control, "any-treatment")] if arm == "any-treatment" else [arm]
    return [cells[segment, a][name] for a in arms if (segment, a) in cells and name in cells[segment, a]]


def total(segment, arm, name):
    """(successes, trials) of an arm of a segment, or of all its treatments together."""
    found = summaries(segment, arm, name)
    return sum(s["successes"] or 0 for s in found), sum(s["trials"] or 0 for s in found)


def stratified(segments, arm, name):
    """Mantel-Haenszel difference and lift in percent; with one segment the plain ones."""
    difference = weight = treated = untreated = 0.0
    for segment in segments:
        x1, n1 = total(segment, control, name)
        x2, n2 = total(segment, arm, name)
        if n1 and n2:
            difference += (x2 * n1 - x1 * n2) / (n1 + n2)
            weight += n1 * n2 / (n1 + n2)
            treated += x2 * n1 / (n1 + n2)
            untreated += x1 * n2 / (n1 + n2)
    return (difference / weight if weight else None, (treated / untreated - 1) * 100 if untreated else None)


def mean(segment, arm, name):
    """The mean of an arm, or of all treatments together."""
    found = [s for s in summaries(segment, arm, name) if s["mean"] is not None]
    customers = sum(s["n"] for s in found)
    return sum(s["n"] * s["mean"] for s in found) / customers if customers else None


lifts = means = 0
for c in analysis["comparisons"]:
    summary = cells.get((c["segment"], control), {}).get(c["metric"])
    if summary is None:
        continue
    included = [s for s in c["segmentsIncluded"] if (s, control) in cells]
    segments = included or ["all"] if c["segment"] == "all" else [c["segment"]]
    where = (c["segment"], c["arm"], c["metric"])
    stored = (c["absoluteDifference"] or {}).get("estimate")
    if summary["trials"] is None:
        if len(segments) == 1 and stored is not None:  # over several segments a mean is weighted in the analysis only
            untreated, treated = mean(segments[0], control, c["metric"]), mean(segments[0], c["arm"], c["metric"])
            assert abs(treated - untreated - stored) <= 1e-9 * max(1, abs(treated), abs(untreated)), where
            means += 1
        continue
    difference, lift = stratified(segments, c["arm"], c["metric"])
    if stored is not None:
        assert close(difference, stored), where
    if c["relativeLiftPercent"] and c["relativeLiftPercent"]["estimate"] is not None:
        assert abs(lift - c["relativeLiftPercent"]["estimate"]) <= 1e-9 * max(1, abs(lift)), where
        lifts += 1
print(f"{lifts} lifts recomputed from the counts, {means} differences from the means: all equal to analysis.json")
