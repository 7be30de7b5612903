windows = {{windows}}  # seconds after sending, by metric
events_of = {"open_rate": "opened", "click_rate": "clicked", "conversion_rate": "converted"}


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


assignments = read_rows("assignments.csv")
events = read_rows("events.csv")
assigned = {}
for row in assignments:
    for segment in (row["segment_id"], "all"):
        assigned[segment, row["arm"]] = assigned.get((segment, row["arm"]), 0) + 1
for arm in analysis["arms"]:
    if assignments and (arm["segment"], arm["arm"]) in assigned:
        assert assigned[arm["segment"], arm["arm"]] == arm["assigned"], (arm["segment"], arm["arm"])

sent = {}
for row in events:
    if row["event"] == "sent":
        at = moment(row["timestamp"])
        sent[row["customer_id"]] = min(at, sent.get(row["customer_id"], at))
first_mail = min(sent.values(), default=None)
for row in assignments:  # a control that was mailed nothing is observed from the first mail of the others on
    sent.setdefault(row["customer_id"], first_mail)

counts = 0
if first_mail is not None:
    for name, event in events_of.items():
        if name not in windows:
            continue
        window = timedelta(seconds=windows[name])
        did = {
            row["customer_id"]
            for row in events
            if row["event"] == event and row["machine"].lower() != "true" and row["customer_id"] in sent
            and timedelta(0) <= moment(row["timestamp"]) - sent[row["customer_id"]] <= window
        }
        for arm in analysis["arms"]:
            stored = arm["metrics"].get(name)
            if stored is None or stored["successes"] is None or arm["arm"] == "any-treatment":
                continue
            found = sum(
                1 for row in assignments
                if row["customer_id"] in did and row["arm"] == arm["arm"] and arm["segment"] in ("all", row["segment_id"])
            )
            assert found == stored["successes"], (arm["segment"], arm["arm"], name, found, stored["successes"])
            counts += 1
print(f"{len(assignments)} assignments and {len(events)} events read; {counts} counts equal to analysis.json")
