by, segments = breakdowns[{{breakdown}}]
show_bars(
    f"Lift of {metric} by {by} (exploratory)",
    [
        lift_bar(f"{c['segment']} · {c['arm']}", c)
        for c in analysis["comparisons"]
        if c["segment"] in segments and c["metric"] == metric and c["arm"] != "any-treatment"
    ],
)
