def lift_bar(label, c):
    lift = c["relativeLiftPercent"] or {}
    return label, lift.get("estimate"), lift.get("ciLow"), lift.get("ciHigh")


show_bars(
    f"Lift of {metric} by variant",
    [lift_bar(c["arm"], c) for c in analysis["comparisons"] if c["segment"] == "all" and c["metric"] == metric],
)
