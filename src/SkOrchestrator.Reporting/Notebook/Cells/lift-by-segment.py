show_bars(
    f"Lift of {metric} by segment (exploratory)",
    [
        lift_bar(f"{c['segment']} · {c['arm']}", c)
        for c in analysis["comparisons"]
        if c["segment"] != "all" and c["metric"] == metric and c["arm"] != "any-treatment"
    ],
)
