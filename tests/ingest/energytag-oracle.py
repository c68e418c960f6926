"""Counts the public EnergyTag samples without any code of Hashprint.

    python3 tests/ingest/energytag-oracle.py FOLDER > tests/ingest/energytag-oracle.json

Stamps without offset are taken as UTC. Energy is in watt-hours; of storage, negative flows are charge.
"""

import csv
import datetime as dt
import json
import sys
from pathlib import Path


def instant(text):
    if text.endswith("Z"):
        stamp = dt.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
    else:
        stamp = dt.datetime.strptime(text, "%d/%m/%Y %H:%M")
    return stamp.replace(tzinfo=dt.timezone.utc)


def summed(rows, start, end, energy):
    flows = [int(row[energy]) for row in rows]
    return {
        "rows": len(rows),
        "start": min(instant(row[start]) for row in rows).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "end": max(instant(row[end]) for row in rows).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "in": sum(flow for flow in flows if flow > 0),
        "out": sum(flow for flow in flows if flow < 0),
    }


def main(folder):
    counts = {}
    for path in sorted(Path(folder).glob("*.csv")):
        with open(path, newline="", encoding="utf-8-sig") as file:
            rows = list(csv.DictReader(file))
        if "interval_usage" in rows[0]:
            counts[path.name] = summed(rows, "interval_start_datetime", "interval_end_datetime", "interval_usage")
        elif "flow_energy" in rows[0]:
            counts[path.name] = summed(rows, "flow_start_datetime", "flow_end_datetime", "flow_energy")
    json.dump(counts, sys.stdout, indent=2)
    print()


main(sys.argv[1])
