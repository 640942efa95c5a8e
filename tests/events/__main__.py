"""Show what the cases give: `python -m tests.events [TOPIC …]`; every complaint, and every gap that has closed."""

import sys

from tests.events.case import GAPS, cases, complaints, entities, read, shown


def main() -> None:
    wrong = 0
    chosen = [c for c in cases() if not sys.argv[1:] or c.topic in sys.argv[1:]]
    for case in chosen:
        record = read(case)
        found = complaints(case, record)
        if (case.topic == GAPS) == bool(found):
            continue
        wrong += 1
        print(f"\n[{case.topic}] {case.text.strip()}", *(found or ["closed"]), sep="\n  ")
        print(*(f"    got {shown(event, record)}  ({'; '.join(event.why)})" for event in record.events), sep="\n")
        print("    saw", *(e.name for e in entities(record)), sep=" / ")
    print(f"\n{len(chosen)} cases, {wrong} not as they should be")


if __name__ == "__main__":
    main()
