def inert(text):
    """A name as a spreadsheet may read it, the way results.csv writes it."""
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


stored = {(inert(c["segment"]), inert(c["arm"]), inert(c["metric"])): c for c in analysis["comparisons"]}
results = read_rows("results.csv")
for row in results:
    lift = (stored[row["segment"], row["arm"], row["metric"]]["relativeLiftPercent"] or {}).get("estimate")
    assert close(float(row["lift_percent"]) if row["lift_percent"] else None, lift), row
print(f"{len(results)} rows of results.csv agree with analysis.json")

show_table(
    ["arm", "metric", "control", "treatment", "lift", "interval", "p corrected", "significant"],
    [
        [
            row["arm"],
            row["metric"],
            " / ".join(x for x in (row["control_successes"], row["control_trials"]) if x),
            " / ".join(x for x in (row["successes"], row["trials"]) if x),
            percent(float(row["lift_percent"]), 1) if row["lift_percent"] else row["not_estimable"] or "–",
            " to ".join(percent(float(row[k]), 1) if row[k] else "open" for k in ("lift_low", "lift_high")),
            p_value(row["p_value_adjusted"]),
            row["significant"],
        ]
        for row in results
        if row["segment"] == "all"
    ],
)
