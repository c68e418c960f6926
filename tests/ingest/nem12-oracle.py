"""Counts the public NEM12 and NEM13 samples without any code of Hashprint.

    python3 tests/ingest/nem12-oracle.py FOLDER > tests/ingest/nem12-oracle.json
    python3 tests/ingest/nem12-oracle.py FOLDER --texts     (the texts of the samples, for the test)

A channel of energy (E or B) counts each interval once: the row with the latest update stamp holds, and values of the
quality N are missing. A file whose 300 rows do not fit the interval length is refused whole.
"""

import datetime as dt
import json
import sys
import zipfile
from fractions import Fraction
from pathlib import Path

KWH = {"WH": Fraction(1, 1000), "KWH": Fraction(1), "MWH": Fraction(1000)}
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


def decimal(value):
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    whole = str(int(value * 10**digits)).rjust(digits + 1, "0")
    return whole if digits == 0 else f"{whole[:-digits]}.{whole[-digits:]}"


def rows(text):
    """Tuples of channel, start, minutes, kWh, quality, stamp; raises ValueError for what does not fit."""
    channel, day = None, None
    days = []
    for line in text.splitlines():
        f = [field.strip() for field in line.split(",")]
        if f[0] == "200":
            unit = KWH.get(f[7].upper())
            channel = (f"{f[1]} {f[4]}", unit, int(f[8])) if unit and f[4][0] in "EB" else None
        elif f[0] == "300" and channel:
            n = 24 * 60 // channel[2]
            values = [Fraction(value) for value in f[2 : 2 + n]]
            if len(values) != n or f[2 + n][0] not in "ASFEVN":
                raise ValueError(line)
            day = {"channel": channel, "date": f[1], "values": values, "flags": [f[2 + n]] * n, "stamp": f[5 + n]}
            days.append(day)
        elif f[0] == "400" and channel:
            for i in range(int(f[1]) - 1, int(f[2])):
                day["flags"][i] = f[3]
        elif f[0] not in ("", "100", "250", "300", "400", "500", "550", "900"):
            raise ValueError(line)
    for day in days:
        name, unit, minutes = day["channel"]
        begin = dt.datetime.strptime(day["date"], "%Y%m%d").replace(tzinfo=AEST)
        for i, (value, flag) in enumerate(zip(day["values"], day["flags"], strict=True)):
            start = begin + dt.timedelta(minutes=i * minutes)
            yield name, start, minutes, value * unit, flag, day["stamp"].ljust(14, "0")


def counted(text):
    latest = {}
    for name, start, minutes, kwh, flag, stamp in rows(text):
        key = (name, minutes, start)
        if key not in latest or stamp > latest[key][2]:
            latest[key] = (kwh, flag, stamp)
    series = {}
    for (name, minutes, start), (kwh, flag, _) in latest.items():
        if flag[0] == "N":
            continue
        end = start + dt.timedelta(minutes=minutes)
        one = series.setdefault((name, minutes), [0, Fraction(0), 0, start, end])
        one[0] += 1
        one[1] += kwh
        one[2] += flag[0] in "SFE"
        one[3], one[4] = min(one[3], start), max(one[4], end)
    return [
        {
            "meter": name,
            "direction": "import" if name.split()[1][0] == "E" else "export",
            "intervals": n,
            "total": decimal(total),
            "estimated": estimated,
            "start": utc(start),
            "end": utc(end),
        }
        for (name, _), (n, total, estimated, start, end) in sorted(series.items())
    ]


def utc(instant):
    return instant.astimezone(dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def expectation(text):
    try:
        return counted(text)
    except ValueError:
        return "refused"


samples = texts(Path(sys.argv[1]))
if "--texts" in sys.argv:
    print(json.dumps(dict(samples)))
else:
    print(json.dumps({name: expectation(text) for name, text in samples}, indent=1))
