passed = 0
for guardrail in analysis["guardrails"]:
    where = (guardrail["metric"], guardrail["arm"])
    assert guardrail["passed"] == (guardrail["outcome"] == "passed"), where
    if guardrail["passed"]:
        assert guardrail["ciHigh"] is not None and guardrail["ciHigh"] < guardrail["margin"], where
        passed += 1
print(f"{passed} of {len(analysis['guardrails'])} guardrails passed: upper bound below the margin")
