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
