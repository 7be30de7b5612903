head = {{head}}
previous = "0" * 64
rows = 0
if os.path.exists(path("safety_audit.csv")):
    with open(path("safety_audit.csv"), encoding="utf-8-sig", newline="") as file:
        lines = [line.rstrip("\r") for line in file.read().split("\n") if line.strip()]
    for number, line in enumerate(lines[1:], 2):
        text, digest = line.rsplit(",", 1)
        assert text.rsplit(",", 1)[1] == previous, f"safety_audit.csv, line {number}: the chain breaks"
        assert hashlib.sha256(text.encode("utf-8")).hexdigest() == digest, f"safety_audit.csv, line {number}: the row was changed"
        previous, rows = digest, rows + 1
    assert (rows, previous) == (head["rows"], head["hash"]), "safety_audit.csv does not end where the run ended"
print(f"{rows} audit rows: the chain holds")
