show_bars(
    "Rates by arm",
    [
        (f"{name} · {arm['arm']}", s["rate"] * 100, s["ciLow"] and s["ciLow"] * 100, s["ciHigh"] and s["ciHigh"] * 100)
        for arm in analysis["arms"]
        if arm["segment"] == "all"
        for name, s in arm["metrics"].items()
        if s["rate"] is not None
    ],
)
