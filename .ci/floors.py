#!/usr/bin/env python3
"""Holds a grade against its floors: floors.py SET reads the grader's output on stdin, and its last line is the grade.

Prints a table, and fails when a number is worse than its floor."""
import json
import sys

ZEROS = [("quotes_not_verbatim", "max", 0), ("uncited_sentences", "max", 0), ("junk_cited", "max", 0), ("missing", "max", 0)]
FLOORS = {
    "talks": ZEROS + [
        ("right_pct", "min", 45), ("gold_cited_pct", "min", 70),
        ("abstain_right_pct", "min", 60), ("false_abstain_pct", "max", 15),
    ],
    "harbour": ZEROS + [("right_pct", "min", 40)],
}


def main():
    name = sys.argv[1]
    lines = sys.stdin.read().splitlines()
    print("\n".join(lines))
    grade = json.loads(lines[-1])
    failed = False
    print(f"\n{name:24} {'got':>8}  floor")
    for key, kind, bound in FLOORS[name]:
        # The grader leaves out a count that stayed at nothing, but never a percentage.
        got = grade.get(key) if key.endswith("_pct") else grade.get(key, 0)
        ok = got is not None and (got >= bound if kind == "min" else got <= bound)
        failed |= not ok
        print(f"{key:24} {str(got):>8}  {'>=' if kind == 'min' else '<='} {bound}{'' if ok else '   FAIL'}")
    sys.exit(1 if failed else 0)


main()
