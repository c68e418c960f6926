"""What the public Green Button samples hold, computed without Hashprint's reader.

    python3 tests/ingest/green-button-oracle.py FOLDER > tests/ingest/green-button-oracle.json

Own parse by ElementTree, own joins by link paths, exact decimals. Only the Python standard library.
"""

import json
import pathlib
import sys
import xml.etree.ElementTree as ET
from datetime import datetime, timezone
from decimal import Decimal, getcontext

getcontext().prec = 50
ATOM = "{http://www.w3.org/2005/Atom}"
ESPI = "{http://naesb.org/espi}"
SERVICE = {"0": "electricity", "1": "natural-gas"}
UNIT = {"72": "kWh", "169": "therm", "31": "J", "132": "Btu"}
FLOW = {"1": "import", "19": "export", "4": "net", None: "import"}


def text(element, path):
    found = None if element is None else element.findtext(path)
    return found.strip() if found and found.strip() else None


def entries(root):
    for entry in root.iter(ATOM + "entry"):
        links = {"self": [], "up": [], "related": []}
        for link in entry.findall(ATOM + "link"):
            links.setdefault(link.get("rel"), []).append(link.get("href").rstrip("/"))
        content = entry.find(ATOM + "content")
        for part in list(content) if content is not None else []:
            yield part.tag.replace(ESPI, ""), part, links


def owner_of(links, candidates):
    """The candidate that relates to the entry's own link, or to the collection in which it stands."""
    wanted = set(links["self"] + links["up"])
    owners = [one for one in candidates if wanted & set(one[1]["related"])]
    assert len(owners) < 2, "a part with two owners"
    return owners[0] if owners else None


def iso(seconds):
    return datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def plain(value):
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def continuity(intervals):
    """Gaps and overlapping pairs; periods of days may miss each other by the hour of a change of time."""
    slack = 3600 if all(length >= 82800 for _, length, _ in intervals) else 0
    gaps = overlaps = 0
    reach = None
    for i, (start, length, _) in enumerate(intervals):
        if reach is not None and start - reach > slack:
            gaps += 1
        reach = max(reach or 0, start + length)
        overlaps += sum(1 for later in intervals[i + 1 :] if later[0] < start + length - slack)
    return gaps, overlaps


def series_of(path):
    parts = {}
    for name, part, links in entries(ET.parse(path).getroot()):
        parts.setdefault(name, []).append((part, links))
    readings = parts.get("MeterReading", [])
    points = parts.get("UsagePoint", [])
    types = {link: part for part, links in parts.get("ReadingType", []) for link in links["self"]}
    blocks = {}
    for block, links in parts.get("IntervalBlock", []):
        owner = owner_of(links, readings)
        blocks.setdefault(id(owner), (owner, []))[1].append(block)
    found = []
    for owner, own in blocks.values():
        links = owner[1]
        kind = text((owner_of(links, points) or [None])[0], f"{ESPI}ServiceCategory/{ESPI}kind")
        kinds = [types[link] for link in links["related"] if link in types]
        assert len(kinds) == 1
        uom = text(kinds[0], ESPI + "uom")
        power = text(kinds[0], ESPI + "powerOfTenMultiplier")
        if kind not in SERVICE or uom not in UNIT or power is None:
            continue
        assert (SERVICE[kind] == "electricity") == (uom == "72")
        raw = []
        for block in own:
            for one in block.findall(ESPI + "IntervalReading"):
                start = int(text(one, f"{ESPI}timePeriod/{ESPI}start"))
                length = int(text(one, f"{ESPI}timePeriod/{ESPI}duration"))
                raw.append((start, length, Decimal(text(one, ESPI + "value"))))
        distinct = sorted(set(raw))
        assert len({(start, length) for start, length, _ in distinct}) == len(distinct)
        factor = Decimal(10) ** int(power) / (1000 if uom == "72" else 1)
        gaps, overlaps = continuity(distinct)
        found.append(
            {
                "commodity": SERVICE[kind],
                "direction": FLOW[text(kinds[0], ESPI + "flowDirection")],
                "unit": UNIT[uom],
                "intervals": len(distinct),
                "start": iso(distinct[0][0]),
                "end": iso(max(start + length for start, length, _ in distinct)),
                "total": plain(sum(value for _, _, value in distinct) * factor),
                "gaps": gaps,
                "overlaps": overlaps,
                "duplicates": len(raw) - len(distinct),
                "estimated": 0,
            }
        )
    return found


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    result = {path.name: series_of(path) for path in sorted(folder.glob("*.xml"))}
    print(json.dumps(result, indent=2))
