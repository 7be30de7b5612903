expected = {{expected}}
for name, digest in expected.items():
    with open(path(name), "rb") as file:
        assert hashlib.sha256(file.read()).hexdigest() == digest, f"{name} is not the file that this report was made from"
    print(name, "is unchanged")

with open(path("analysis.json"), encoding="utf-8") as file:
    analysis = json.load(file)
metric = analysis["primaryMetric"]
control = analysis["control"]
cells = {(arm["segment"], arm["arm"]): arm["metrics"] for arm in analysis["arms"]}


def column(segment):
    """What a segment is a part of: the name before '=', or the segments of a run."""
    known = sorted({h["by"] for h in analysis["heterogeneity"]}, key=lambda name: -len(name))
    return next((name for name in known if segment.startswith(name + "=")), segment.split("=")[0] if segment.find("=") > 0 else "segment")


by_column = {}
for segment in dict.fromkeys(s for s, _ in cells if s != "all"):
    by_column.setdefault(column(segment), []).append(segment)
breakdowns = list(by_column.items())
