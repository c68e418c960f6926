"""What the public UK half-hourly samples hold, computed without Hashprint's reader.

    python3 tests/ingest/uk-oracle.py FOLDER > tests/ingest/uk-oracle.json

Per file and meter: half-hours, first start, last end (London time by the zoneinfo of the system) and kWh as an exact
decimal. A file without a known table of days gives no meter. Only the Python standard library.
"""

import csv
import json
import pathlib
import re
import sys
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
START = [f"{h:02}:{m}" for h in range(24) for m in ("00", "30")]
END = [f"[{t}]" for t in START[1:] + ["24:00"]]
PLACE = [f"kWh_{i}" for i in range(1, 49)]
TABLES = [
    ("Meter Number", "Reading Date", ["%d/%m/%y"], START),
    ("M1_Code1", "Date", ["%b %d %Y %I:%M%p"], END),
    ("MPAN", "ConsumptionDate", ["%d/%m/%Y"], PLACE),
    ("MPAN", "Date", ["%d/%m/%y"], START[1:] + ["00:00"]),
]
HALF_HOUR = timedelta(minutes=30)


def rows_of(path):
    data = path.read_bytes()
    if b"\0" in data:
        return []
    return [row for row in csv.reader(data.decode("utf-8-sig").splitlines()) if any(c.strip() for c in row)]


def day_of(text, forms):
    for form in forms:
        try:
            return datetime.strptime(text.strip(), form)
        except ValueError:
            pass
    return None


def utc(day):
    return day.replace(tzinfo=LONDON).astimezone(timezone.utc)


def values_of(row, head, columns):
    """The 48 cells of a sound row, None elsewhere."""
    if len(row) != len(head):
        return None
    cells = [row[head.index(column)].strip() for column in columns]
    values = [Decimal(cell) if cell else None for cell in cells]
    if "Total Units" in head and None not in values:
        if sum(values) != Decimal(row[head.index("Total Units")]):
            return None
    return values


def reading_rows(head, rows):
    """A half-hour a row. The stamps are ends where some meter has every half-hour from 00:30 to a later 00:00."""
    stamps = {}
    for row in rows:
        meter, text, value = (row[head.index(column)] for column in ("MPR", "ReadDatetime", "kWh"))
        stamps.setdefault(meter, {})[datetime.strptime(text, "%d %b %Y %H:%M:%S")] = Decimal(value)
    shown = set()
    for found in stamps.values():
        first, last = min(found), max(found)
        if len(found) == (last - first) / HALF_HOUR + 1:
            shown.add((f"{first:%H:%M}", f"{last:%H:%M}"))
    ends, starts = ("00:30", "00:00") in shown, ("00:00", "23:30") in shown
    if ends == starts:
        return {}
    shift = HALF_HOUR if ends else timedelta()
    return {m: {utc(stamp) - shift: value for stamp, value in found.items()} for m, found in stamps.items()}


def meters_of(rows):
    if rows and rows[0][0].startswith("sep="):
        rows = rows[1:]
    if rows and "ReadDatetime" in rows[0]:
        return reading_rows(rows[0], rows[1:])
    names = [i for i, row in enumerate(rows) if "MPAN" in row and "Est" in row]
    rows = rows[names[0] :] if names else rows
    head = rows[0] if rows else []
    table = next((t for t in TABLES if t[0] in head and t[1] in head and set(t[3]) <= set(head)), None)
    if table is None or "" in head:
        return {}
    meter_column, date_column, forms, columns = table
    found = {}
    for row in rows[1:]:
        values = values_of(row, head, columns)
        if values is None:
            continue
        meter, day = row[head.index(meter_column)], day_of(row[head.index(date_column)], forms)
        if not meter or re.search(r"E\+", meter) or day is None:
            continue
        first, after = utc(day), utc(day + timedelta(days=1))
        if after - first != timedelta(hours=24):
            continue
        for i, value in enumerate(values):
            if value is not None:
                found.setdefault(meter, {})[first + i * timedelta(minutes=30)] = value
    return found


def summary(meter, half_hours):
    form = "%Y-%m-%dT%H:%M:%SZ"
    return {
        "meter": meter,
        "intervals": len(half_hours),
        "start": min(half_hours).strftime(form),
        "end": (max(half_hours) + timedelta(minutes=30)).strftime(form),
        "kWh": format(sum(half_hours.values()).normalize(), "f"),
    }


folder = pathlib.Path(sys.argv[1])
files = sorted(folder.rglob("*.csv"))
result = {
    path.relative_to(folder).as_posix(): [summary(m, h) for m, h in meters_of(rows_of(path)).items()]
    for path in files
}
print(json.dumps(result, indent=2))
