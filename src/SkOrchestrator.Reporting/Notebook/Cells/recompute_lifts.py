def total(segment, arm, name):
    """(successes, trials) of an arm of a segment, or of all its treatments together."""
    arms = [a for s, a in cells if s == segment and a not in (control, "any-treatment")] if arm == "any-treatment" else [arm]
    found = [cells[segment, a][name] for a in arms if (segment, a) in cells and name in cells[segment, a]]
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


lifts = 0
for c in analysis["comparisons"]:
    summary = cells.get((c["segment"], control), {}).get(c["metric"])
    if summary is None or summary["trials"] is None:
        continue  # means are compared in the analysis only
    segments = (c["segmentsIncluded"] or [s for s, a in cells if a == control and s != "all"]) if c["segment"] == "all" else [c["segment"]]
    difference, lift = stratified(segments, c["arm"], c["metric"])
    where = (c["segment"], c["arm"], c["metric"])
    if c["absoluteDifference"] and c["absoluteDifference"]["estimate"] is not None:
        assert close(difference, c["absoluteDifference"]["estimate"]), where
    if c["relativeLiftPercent"] and c["relativeLiftPercent"]["estimate"] is not None:
        assert close(lift, c["relativeLiftPercent"]["estimate"]), where
        lifts += 1
print(f"{lifts} lifts recomputed from the counts: all equal to analysis.json")
