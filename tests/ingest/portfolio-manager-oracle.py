"""What the public workbooks of Portfolio Manager hold, computed without Hashprint's reader.

    python3 tests/ingest/portfolio-manager-oracle.py FOLDER > tests/ingest/portfolio-manager-oracle.json

Per file and meter: commodity, entries, first and last day and the total: electricity in kWh as an exact fraction of
1 Btu = 1055.05585262 J, written to 34 digits, other commodities in kBtu. Periods that are stated with two values are
left out. Only the Python standard library.
"""

import json
import pathlib
import re
import sys
import zipfile
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
KWH_PER_KBTU = Fraction("1055055.85262") / 3_600_000
DIGITS = Context(prec=34, rounding=ROUND_HALF_EVEN)
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def text_of(node):
    return "".join(part.text or "" for part in node.iter(f"{MAIN}t"))


def shared_strings(book):
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    root = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    return [text_of(one) for one in root.findall(f"{MAIN}si")]


def rows_of(book, name, strings):
    for row in ElementTree.fromstring(book.read(name)).iter(f"{MAIN}row"):
        cells = {}
        for cell in row.findall(f"{MAIN}c"):
            value = cell.find(f"{MAIN}v")
            text = text_of(cell) if cell.get("t") == "inlineStr" else value.text if value is not None else None
            if text is not None:
                column = re.match("[A-Z]+", cell.get("r")).group()
                cells[column] = strings[int(text)] if cell.get("t") == "s" else text
        if cells:
            yield cells


def day_of(serial, is_1904):
    return (date(1904, 1, 1) if is_1904 else date(1899, 12, 30)) + timedelta(days=int(Decimal(serial)))


def month_of(text):
    name, year = text.split("-")
    first = date(2000 + int(year), MONTHS.index(name) + 1, 1)
    return first, (first + timedelta(days=31)).replace(day=1)


def identifier(text):
    return format(Decimal(text).normalize(), "f") if re.fullmatch(r"[\d.]+E\d+", text) else text


def meter_entries(rows, is_1904):
    head = None
    for cells in rows:
        if "Portfolio Manager Meter ID" in cells.values() and "Usage Units" in cells.values():
            head = {title: column for column, title in reversed(cells.items())}
            continue
        if head is None:
            continue
        cell = {title: cells.get(column) for title, column in head.items()}
        if cell["Usage Units"] != "kBtu (thousand Btu)":
            continue
        kind = {"Electric - Grid": "electricity", "Natural Gas": "natural-gas"}.get(cell["Meter Type"])
        if kind:
            days = (day_of(cell["Start Date"], is_1904), day_of(cell["End Date"], is_1904))
            yield identifier(cell["Portfolio Manager Meter ID"]), kind, days, cell["Usage/Quantity"]


def monthly_usage(rows):
    head = None
    for cells in rows:
        titles = {column: " ".join(text.split()) for column, text in cells.items()}
        if "Month" in titles.values():
            head = titles
            continue
        if head is None:
            continue
        cell = {title: cells.get(column) for column, title in head.items()}
        usage = next(text for title, text in cell.items() if title.startswith("Electricity Use (Grid)"))
        if usage != "Not Available":
            meter = cell.get("Property Id") or cell["Portfolio Manager Property ID"]
            yield meter, "electricity", month_of(cell["Month"]), usage


def entries_of(path):
    with zipfile.ZipFile(path) as book:
        workbook = book.read("xl/workbook.xml").decode()
        is_1904 = re.search(r'date1904="(1|true)"', workbook) is not None
        strings = shared_strings(book)
        for name in sorted(n for n in book.namelist() if n.startswith("xl/worksheets/sheet")):
            rows = list(rows_of(book, name, strings))
            titles = {" ".join(text.split()) for cells in rows for text in cells.values()}
            if "Usage/Quantity" in titles:
                yield from meter_entries(rows, is_1904)
            if "Month" in titles:
                yield from monthly_usage(rows)


def summary(meter, kind, periods):
    agreed = {days: values[0] for days, values in periods.items() if len(set(values)) == 1}
    starts = {start for start, _ in agreed}
    is_inclusive = any(end + timedelta(days=1) in starts for _, end in agreed)
    last = max(end for _, end in agreed)
    total = sum(Fraction(Decimal(value)) for value in agreed.values())
    if kind == "electricity":
        total *= KWH_PER_KBTU
    exact = DIGITS.divide(Decimal(total.numerator), Decimal(total.denominator))
    return {
        "meter": meter,
        "commodity": kind,
        "entries": len(agreed),
        "start": min(starts).isoformat(),
        "end": (last + timedelta(days=1) if is_inclusive else last).isoformat(),
        "total": format(exact.normalize(DIGITS), "f"),
    }


def series_of(path):
    found = {}
    for meter, kind, days, value in entries_of(path):
        found.setdefault((meter, kind), {}).setdefault(days, []).append(value)
    return [summary(meter, kind, periods) for (meter, kind), periods in sorted(found.items())]


folder = pathlib.Path(sys.argv[1])
print(json.dumps({path.name: series_of(path) for path in sorted(folder.glob("*.xlsx"))}, indent=2))
