splits = 0
ratio = analysis["sampleRatio"]
for split in ratio["segments"]:
    if split["chiSquare"] is not None and ratio["stage"] == "assigned":  # later stages are tested for unequal loss
        expected = {arm: count for arm, count in split["expected"].items() if count > 0}
        found = sum((split["observed"].get(arm, 0) - count) ** 2 / count for arm, count in expected.items())
        assert abs(found - split["chiSquare"]) <= 1e-9 * max(1, abs(found)), split["segment"]
        splits += 1
print(f"{splits} splits compared with the plan again: chi-square as in analysis.json")
