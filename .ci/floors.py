#!/usr/bin/env python3
"""Holds a grade against its floors: floors.py SET reads the grader's output on stdin, and its last line is the grade.

Prints a table, and fails when a number is worse than its floor."""
import json
import sys

# What an answer must never have, whatever else it has.
LAWS = [("quotes_not_verbatim", "max", 0), ("uncited_sentences", "max", 0), ("missing", "max", 0)]
ZEROS = LAWS + [("junk_cited", "max", 0)]



def crisis(right, gold, both, named, quarrels, silent, junk=0):
    """The floors of one of our own crises: percentages, and how many disputes that are none are borne."""
    return LAWS + [("junk_cited", "max", junk), ("right_pct", "min", right), ("gold_cited_pct", "min", gold), ("both_sides_pct", "min", both), ("dispute_named_pct", "min", named),
        ("false_dispute", "max", quarrels), ("false_abstain_pct", "max", silent)]


# Each number that must hold: its name in the grade, whether it is the least or the most, and the bound.
FLOORS = {
    "talks": ZEROS + [
        ("right_pct", "min", 72),
        ("gold_cited_pct", "min", 87),
        ("both_sides_pct", "min", 60),
        ("dispute_named_pct", "min", 60),
        ("false_dispute", "max", 2),
        ("abstain_right_pct", "min", 80),
        ("false_abstain_pct", "max", 10),
    ],
    "harbour": ZEROS + [
        ("right_pct", "min", 71),
        ("gold_cited_pct", "min", 79),
        ("both_sides_pct", "min", 60),
        ("dispute_named_pct", "min", 60),
        ("false_dispute", "max", 3),
        ("false_abstain_pct", "max", 15),
    ],
    # Our own crises: harder than the graders' samples, and held some five points under what is measured.
    "dam": crisis(right=83, gold=87, both=79, named=85, quarrels=3, silent=9),
    "ceasefire": crisis(right=56, gold=67, both=68, named=43, quarrels=8, silent=18),
    "outbreak": crisis(right=46, gold=65, both=37, named=37, quarrels=3, silent=19),
    # A party's call to its people to put a light in the window, in its own statement, is cited once.
    "election": crisis(right=68, gold=84, both=73, named=60, quarrels=3, silent=6, junk=1),
    "spill": crisis(right=40, gold=65, both=43, named=18, quarrels=2, silent=17),
    "mutiny": crisis(right=39, gold=60, both=23, named=23, quarrels=3, silent=17),
    "border": crisis(right=60, gold=82, both=50, named=50, quarrels=4, silent=6),
    "blackout": crisis(right=68, gold=92, both=69, named=39, quarrels=4, silent=6),
    # Nothing is fitted on these.
    "pipeline": crisis(right=59, gold=84, both=40, named=26, quarrels=6, silent=8),
    "hijack": crisis(right=69, gold=77, both=43, named=58, quarrels=6, silent=10),
    "strait": crisis(right=59, gold=75, both=38, named=53, quarrels=6, silent=12),
    "smelter": crisis(right=50, gold=71, both=43, named=37, quarrels=4, silent=13),
    "junta": crisis(right=50, gold=60, both=33, named=26, quarrels=4, silent=16),
    "tunnel": crisis(right=50, gold=72, both=46, named=23, quarrels=6, silent=13),
    # Search on paragraphs of an encyclopedia; a third of its questions have no answer, so silence is not held here.
    "encyclopedia": LAWS + [
        ("passage_at_1_pct", "min", 82.5),
        ("passage_at_5_pct", "min", 94.5),
        ("passage_at_10_pct", "min", 96.5),
        ("answer_in_first_1_quotes_pct", "min", 75.5),
        ("answer_in_first_3_quotes_pct", "min", 87),
    ],
    # The gate alone: of ten claims that hold, one may be unsure; of those that do not, one may pass, but none with a wrong
    # figure, date or name.
    "claims": [
        ("missing", "max", 0),
        ("true_supported", "min", 9),
        ("true_rejected", "max", 0),
        ("false_supported", "max", 1),
        ("number_supported", "max", 0),
        ("date_supported", "max", 0),
        ("name_supported", "max", 0),
    ],
}


def flat(grade):
    """The grade with the counts of each kind of claim beside the others."""
    for kind, counts in grade.pop("kinds", {}).items():
        for verdict, count in counts.items():
            grade[f"{kind}_{verdict}"] = count
    return grade


def main():
    name = sys.argv[1]
    lines = sys.stdin.read().splitlines()
    print("\n".join(lines[:-1]))
    try:
        grade = flat(json.loads(lines[-1]))
    except (IndexError, ValueError):
        sys.exit("the grader gave no grade")
    failed = False
    print(f"{name:22} {'got':>8}  floor")
    for key, kind, bound in FLOORS[name]:
        # The grader leaves out a count that stayed at nothing, but never a percentage.
        got = grade.get(key) if key.endswith("_pct") else grade.get(key, 0)
        ok = got is not None and (got >= bound if kind == "min" else got <= bound)
        failed |= not ok
        print(f"{key:22} {str(got):>8}  {'>=' if kind == 'min' else '<='} {bound}{'' if ok else '   FAIL'}")
    for key in sorted(set(grade) - {key for key, _, _ in FLOORS[name]}):
        if key.endswith(("_pct", "_p50", "_p99")):
            print(f"{key:22} {str(grade[key]):>8}")
    sys.exit(1 if failed else 0)


main()
