"""What the public sample files hold, counted without any code of Hashprint.

    python3 tests/inspect/oracle.py FOLDER > tests/inspect/oracle.json && npx prettier --write tests/inspect/oracle.json

FOLDER is the folder of the samples. The oracles of single formats stand beside their readers in tests/ingest and are not
repeated here. A file is either counted (series, or a number of records) or refused with the reason that a person would
give. Exact decimals; only the Python standard library.
"""

import csv
import fnmatch
import gzip
import json
import re
import sys
import xml.etree.ElementTree as ET
import zipfile
from datetime import datetime, timedelta, timezone
from decimal import Decimal, getcontext
from pathlib import Path
from zoneinfo import ZoneInfo

getcontext().prec = 60
ROOT = Path(sys.argv[1])
HOUR = timedelta(hours=1)
QUARTER = timedelta(minutes=15)


# --- counts ---------------------------------------------------------------------------------------------------------


def iso(instant):
    return instant.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def plain(value):
    written = format(value, "f")
    return (written.rstrip("0").rstrip(".") or "0") if "." in written else written


def counted(rows, direction="import", estimated=(), **more):
    """The counts of one series of (start, end, value) in kWh; `estimated` holds starts."""
    rows = [(start.astimezone(timezone.utc), end.astimezone(timezone.utc), value) for start, end, value in rows]
    distinct = sorted(set(rows))
    assert len({start for start, _, _ in distinct}) == len(distinct), "differing rows for one start"
    slack = HOUR if all(end - start >= 23 * HOUR for start, end, _ in distinct) else timedelta(0)
    gaps = overlaps = 0
    reach = distinct[0][0]
    for i, (start, end, _) in enumerate(distinct):
        gaps += start > reach + slack
        reach = max(reach, end)
        overlaps += sum(1 for later, _, _ in distinct[i + 1 : i + 400] if later < end - slack)
    return {
        **more,
        "direction": direction,
        "unit": "kWh",
        "intervals": len(distinct),
        "start": iso(distinct[0][0]),
        "end": iso(reach),
        "total": plain(sum((value for _, _, value in distinct), Decimal(0))),
        "gaps": gaps,
        "overlaps": overlaps,
        "duplicates": len(rows) - len(distinct),
        "estimated": len(set(estimated)),
    }


def text_of(path):
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    return data.decode("utf-8-sig")


def table(path, delimiter=","):
    return list(csv.reader(text_of(path).splitlines(), delimiter=delimiter))


# --- files that are counted -----------------------------------------------------------------------------------------


def starts_and_values(path):
    return [
        (datetime.fromisoformat(start), None if value == "nan" else Decimal(value))
        for start, value in table(path)[1:]
    ]


def hourly(path):
    return {"series": [counted((start, start + HOUR, value) for start, value in starts_and_values(path))]}


def start_only(path):
    """Each row ends where the next begins; the last one closes the last period."""
    rows = starts_and_values(path)
    assert rows[-1][1] is None
    ends = [start for start, _ in rows[1:]]
    return {"series": [counted((start, end, value) for (start, value), end in zip(rows, ends))]}


def elhub(path):
    oslo = ZoneInfo("Europe/Oslo")
    at = lambda stamp: datetime.strptime(stamp, "%d.%m.%Y %H:%M").replace(tzinfo=oslo)
    rows = [row for row in table(path) if re.match(r"\d\d\.", row[0])]
    estimated = [at(row[0]) for row in rows if row[3] != "Målt"]
    values = [(at(row[0]), at(row[1]), Decimal(row[2].replace(",", "."))) for row in rows]
    return {"series": [counted(values, estimated=estimated)]}


def fingrid(path):
    rows = table(path, ";")[1:]
    at = lambda row: datetime.fromisoformat(row[5].replace("Z", "+00:00"))
    estimated = [at(row) for row in rows if row[7] != "OK"]
    values = [(at(row), at(row) + QUARTER, Decimal(row[6].replace(",", "."))) for row in rows]
    return {"series": [counted(values, estimated=estimated)]}


def sce(path):
    zone = ZoneInfo("America/Los_Angeles")
    at = lambda stamp: datetime.strptime(stamp, "%Y-%m-%d %H:%M:%S").replace(tzinfo=zone)
    values = []
    for row in table(path):
        stamps = re.findall(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", row[0].replace("\u00a0", " ")) if row else []
        if len(stamps) == 2:
            values.append((at(stamps[0]), at(stamps[1]), Decimal(row[1])))
    # the column of the quality is empty: no reading is known to be actual
    return {"series": [counted(values, estimated=[start for start, _, _ in values])]}


def smart_meter_texas(path):
    zone = ZoneInfo("America/Chicago")
    values, estimated = [], []
    for row in table(path)[1:]:
        start = datetime.strptime(f"{row[1]} {row[3]}", "%m/%d/%Y %H:%M").replace(tzinfo=zone)
        values.append((start, start + QUARTER, Decimal(row[5])))
        if row[6] != "A":
            estimated.append(start)
    return {"series": [counted(values, estimated=estimated)]}


def watt_hours(form, zone=timezone.utc):
    """Rows of an EnergyTag registry: start, end and energy in watt-hours."""

    def series(path):
        at = lambda text: datetime.strptime(text, form).replace(tzinfo=zone)
        rows = table(path)[1:]
        return {"series": [counted(((at(a), at(b), Decimal(wh) / 1000) for a, b, wh, _ in rows), "generation")]}

    return series


def lines_below(path):
    return {"records": len(table(path)) - 1}


def sheet_rows(path):
    """The first sheet of a workbook as texts and numbers by column letters."""
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(path) as book:
        shared = [
            "".join(t.text or "" for t in item.iter(main + "t"))
            for item in ET.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))
    for row in sheet.iter(main + "row"):
        cells = {}
        for cell in row:
            value = cell.findtext(main + "v")
            if value is not None:
                cells[re.match("[A-Z]+", cell.get("r"))[0]] = shared[int(value)] if cell.get("t") == "s" else value
        yield cells


def banes_workbook(path):
    """The British day rows of a supplier; dates are day numbers of 1900."""
    head, *rows = [row for row in sheet_rows(path) if row]
    at = {name: column for column, name in head.items()}
    labels = [f"[{h:02}:{m}]" for h in range(24) for m in ("00", "30")][1:] + ["[24:00]"]
    meters = {}
    for row in rows:
        day = datetime(1899, 12, 30, tzinfo=timezone.utc) + timedelta(days=int(Decimal(row[at["Date"]])))
        values = [Decimal(row[at[label]]) for label in labels]
        # the workbook holds sums of binary fractions: they agree with the total to a millionth
        assert abs(sum(values) - Decimal(row[at["Total Units"]])) < Decimal("0.000001")
        half = timedelta(minutes=30)
        own = meters.setdefault(str(int(Decimal(row[at["M1_Code1"]]))), [])
        own += [(day + i * half, day + (i + 1) * half, value) for i, value in enumerate(values)]
    return {"series": [counted(own, meter=meter) for meter, own in meters.items()]}


SERIES = {
    "certs/energytag_gc_registry/dev_test_measurements_ddmmyyyy.csv": watt_hours("%d/%m/%Y %H:%M"),
    "certs/energytag_gc_registry/meter_readings_template.csv": watt_hours("%Y-%m-%dT%H:%M:%SZ"),
    "certs/energytag_gc_registry/storage_readings_template.csv": lines_below,
    "meter_csv/energysparks/amr_upload_data_files/banes-example-file.xlsx": banes_workbook,
    "meter_csv/eemeter_il-electricity-cdd-hdd-billing_monthly.csv.gz": start_only,
    "meter_csv/eemeter_il-electricity-cdd-hdd-daily.csv.gz": start_only,
    "meter_csv/eemeter_il-electricity-cdd-hdd-hourly.csv.gz": hourly,
    "meter_csv/eemeter_uk-electricity-hdd-only-hourly-sample-0.csv.gz": hourly,
    "shapes/elhub_csv_shape.txt": elhub,
    "shapes/fingrid_datahub_excerpt.csv": fingrid,
    "shapes/sce_greenbutton_csv_shape.txt": sce,
    "shapes/smart_meter_texas_shape.csv": smart_meter_texas,
}

# --- files that are refused -----------------------------------------------------------------------------------------

#: By pattern of the path, first match; what a person would say why nothing is read.
REFUSED = [
    ("README.md", "a text about the samples"),
    ("sources.json", "a list of the samples"),
    ("reserved.bin", "encrypted bytes"),
    ("licences/*", "a licence text"),
    ("ef/*", "published factors and code lists: they enter as factor sets, never as an input of a site"),
    ("disclosures/*", "a disclosure, its taxonomy or its units: not evidence of what was consumed"),
    ("certs/*/bess_plant_activity_*.csv", "what a battery plant did by the minute, in MW: no rows of a registry"),
    ("certs/*/storage_allocation_template.csv", "how releases from storage were allotted, without energy or interval"),
    ("grid/balancing_authority_acronyms.csv", "a code list"),
    ("grid/CO2i_*.csv", "intensities of grids, consumption basis: they enter as factor sets"),
    ("grid/eia_demand_*.csv", "the demand of a grid in MW without its area, under naive hours: no export of EIA-930"),
    ("grid/eia930_columns.csv", "names of series without a value"),
    ("greenbutton_xml/*.xsd", "a schema, not a feed"),
    ("greenbutton_xml/*.txt", "what another reader printed of a feed"),
    ("greenbutton_xml/gba_*.xml", "a feed without readings"),
    ("greenbutton_xml/*-invalid-time-service-kind.xml", "the service is no commodity that is metered as energy"),
    ("greenbutton_xml/vlad_gas_containerized.xml", "its reading type and service are empty: neither unit nor time is known"),
    ("hashrate/pool_metrics.json", "block counts of pools, not hashrate of a site"),
    ("hashrate/pools_enriched.json", "names and addresses of pools"),
    ("*/amr_data/row-per-day/incomplete-row.csv", "its one row ends before the readings"),
    ("*/amr_data/row-per-day/valid-no-header.csv", "no header says what the columns are"),
    ("*/banes-bad-example-date-file.csv", "the date of its one row is no date"),
    ("*/banes-bad-example-missing-and-invalid-mpan-file.csv", "one row contradicts its own total, the others name no meter"),
    ("*/example-bad-sheffield-file.csv", "a column without name among the half-hours shifts every value by one"),
    ("*/with-mixed-line-endings.csv", "no header says what the columns are"),
    ("meter_csv/pjm_gen_by_fuel.csv", "what a grid generated by fuel, in MW: nothing that a site metered"),
    ("portfolio_manager/portfolio-manager-report.xml", "yearly totals of properties: no period of a meter"),
    ("portfolio_manager/portfolio-manager-sample*", "yearly benchmarks of properties: no period of a meter"),
    ("shapes/braiins_pool_shapes.json", "two answers of a pool in one text, beside a note"),
    ("shapes/f2pool_shape.json", "an answer that does not say when it was given"),
    ("shapes/pge_greenbutton_csv_variants.txt", "five files in one text"),
    ("*/date-test.xlsx", "forms of dates without readings"),
    ("*/banes-example-file.xls", "a workbook in the form of before 2007: save it as .xlsx"),
    ("*/not_a_csv.csv", "a picture"),
]

def market_file(path):
    """Why a NEM12 or NEM13 file holds nothing to count; undefined where it holds something."""
    if path.suffix.lower() == ".zip":
        with zipfile.ZipFile(path) as archive:
            text = "".join(archive.read(name).decode("utf-8") for name in archive.namelist())
    else:
        text = path.read_text("utf-8")
    rows = [[field.strip() for field in line.split(",")] for line in text.splitlines()]
    channels = [row for row in rows if row[0] == "200"]
    reads = [row for row in rows if row[0] == "250"]
    if channels and not reads and all(row[7].upper() in ("VARH", "KVARH") for row in channels):
        return {"refused": "reactive energy alone, which is no energy"}
    if reads and not channels and all(row[7] == "I" for row in reads):
        return {"refused": "registers of energy given to the grid alone"}
    if reads and not channels and all(row[15].startswith("E64") for row in reads):
        return {"refused": "forward estimates alone: nothing was metered"}
    return None


def expected(path):
    if path.startswith("nem12/"):
        return market_file(ROOT / path)
    if path in SERIES:
        return SERIES[path](ROOT / path)
    for pattern, reason in REFUSED:
        if fnmatch.fnmatchcase(path, pattern):
            return {"refused": reason}
    return None


if __name__ == "__main__":
    files = sorted(p.relative_to(ROOT).as_posix() for p in ROOT.rglob("*") if p.is_file())
    found = {path: expected(path) for path in files}
    print(json.dumps({path: one for path, one in found.items() if one}, indent=1, ensure_ascii=False))
