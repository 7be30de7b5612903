rates = 0
for arm in analysis["arms"]:
    for name, summary in arm["metrics"].items():
        if summary["rate"] is not None:
            assert close(summary["successes"] / summary["trials"], summary["rate"]), (arm["segment"], arm["arm"], name)
            rates += 1
print(f"{rates} rates recomputed from their counts: all equal to analysis.json")

show_table(
    ["arm", "metric", "count", "rate or mean", "interval"],
    [
        [
            arm["arm"],
            name,
            f"{s['successes']} / {s['trials']}" if s["trials"] is not None else str(s["n"]),
            percent(s["rate"]) if s["trials"] is not None else f"{s['mean']:.2f}" if s["mean"] is not None else "–",
            f"{percent(s['ciLow'])} to {percent(s['ciHigh'])}" if s["trials"] is not None
            else "–" if s["ciLow"] is None else f"{s['ciLow']:.2f} to {s['ciHigh']:.2f}",
        ]
        for arm in analysis["arms"]
        if arm["segment"] == "all"
        for name, s in arm["metrics"].items()
    ],
)
