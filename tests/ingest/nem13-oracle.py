"""Reads the public NEM13 samples without any code of Hashprint.

    python3 tests/ingest/nem13-oracle.py FOLDER > tests/ingest/nem13-oracle.json

A record of energy taken from the grid (direction E) is a bill from the day of its first read to the day before its last;
a forward estimate (quality E64) is none. `differing` are the lines whose quantity is not the difference of the reads.
"""

import datetime as dt
import json
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

KWH = {"WH": Decimal("0.001"), "KWH": Decimal(1), "MWH": Decimal(1000)}
AEST = dt.timezone(dt.timedelta(hours=10))


def texts(folder):
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix.lower() == ".zip":
            with zipfile.ZipFile(path) as archive:
                for member in archive.namelist():
                    yield f"{name}/{member}", archive.read(member).decode("utf-8")
        elif path.suffix.lower() == ".csv":
            yield name, path.read_bytes().decode("utf-8")


def day(stamp):
    return dt.datetime.strptime(stamp.strip()[:8], "%Y%m%d").replace(tzinfo=AEST)


def utc(instant):
    return instant.astimezone(dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def moved(before, after):
    """What a register with so many digits may have counted."""
    digits = max(len(before.split(".")[0]), len(after.split(".")[0]))
    difference = Decimal(after) - Decimal(before)
    return {difference, difference + 10**digits} if difference < 0 else {difference}


def reads(text):
    result = {"bills": [], "differing": [], "forecasts": 0, "given": 0}
    for number, line in enumerate(text.splitlines(), start=1):
        f = [field.strip() for field in line.split(",")]
        if f[0] != "250":
            continue
        if f[7] == "I":
            result["given"] += 1
            continue
        if "E64" in (f[10], f[15]):
            result["forecasts"] += 1
            continue
        first, last = day(f[9]), day(f[14])
        kwh = Decimal(f[18]) * KWH[f[19].upper()]
        if Decimal(f[18]) not in moved(f[8], f[13]):
            result["differing"].append(number)
        result["bills"].append(
            {
                "meter": f"{f[1]} {f[4]}",
                "firstDay": first.date().isoformat(),
                "lastDay": (last - dt.timedelta(days=1)).date().isoformat(),
                "start": utc(first),
                "end": utc(last),
                "kWh": format(kwh.normalize(), "f"),
                "quality": "actual" if f[10][0] == f[15][0] == "A" else "estimated",
            }
        )
    return result


samples = ((name, text) for name, text in texts(Path(sys.argv[1])) if "\n250," in text)
print(json.dumps({name: reads(text) for name, text in samples}, indent=1))
