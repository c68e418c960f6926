"""What the public samples of EIA-930 hold, computed without Hashprint's reader.

    python3 tests/ingest/grid-oracle.py FOLDER > tests/ingest/grid-oracle.json

Per file and series: points, sum in MW, first start and last end. Stamps are the ends of hours in UTC; a blank is no point.
"""

import csv
import json
import pathlib
import re
import sys
from datetime import datetime, timedelta
from decimal import Decimal

QUANTITY = {"D": "demand", "DF": "demand-forecast", "NG": "net-generation", "TI": "interchange", "ID": "interchange"}


def interchange(rows):
    for row in rows:
        end = datetime.strptime(row["UTC Time at End of Hour"], "%m/%d/%Y %I:%M:%S %p")
        other = row["Directly Interconnected Balancing Authority"]
        yield (row["Balancing Authority"], "interchange", other), end, row["Interchange (MW)"]


def bulk(rows):
    for row in rows:
        end = datetime.fromisoformat(row[""]).replace(tzinfo=None)
        for column, value in row.items():
            match = re.fullmatch(r"EBA\.(\w+)-(\w+)\.(\w+)(?:\.(\w+))?\.H", column)
            if not match or not value:
                continue
            area, other, kind, source = match.groups()
            quantity = "generation" if source else QUANTITY[kind]
            yield (area, quantity, source or ("" if other == "ALL" else other)), end, value


def summary(values):
    series = {}
    for key, end, value in values:
        series.setdefault(key, []).append((end, Decimal(value.replace(",", ""))))
    form = "%Y-%m-%dT%H:%M:%SZ"
    return [
        {
            "series": " ".join(part for part in key if part),
            "points": len(points),
            "sum": format(sum(value for _, value in points).normalize(), "f"),
            "start": (min(end for end, _ in points) - timedelta(hours=1)).strftime(form),
            "end": max(end for end, _ in points).strftime(form),
        }
        for key, points in sorted(series.items())
    ]


folder = pathlib.Path(sys.argv[1])
FILES = {"interchange_file.csv": interchange, "EBA_raw.csv": bulk}
result = {}
for name, values in FILES.items():
    with (folder / name).open(newline="") as file:
        result[name] = summary(values(csv.DictReader(file)))
print(json.dumps(result, indent=1))
