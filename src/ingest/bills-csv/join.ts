import { type Finding, finding } from '../../model/finding.ts';
import { byKey } from '../by-key.ts';
import { type Extraction, sumRows } from '../input-file.ts';
import { counted, quoted } from '../wording.ts';
import { agreedCost, type ExtractedBill } from './bill.ts';
import { settledCredits } from './credits.ts';
import { placeOf, where } from './place.ts';

/**
 * The bills of all files, each period counted once: identical bills collapse, a credit takes back the bill it names or
 * stands beside it, a corrected invoice takes the place of the one it names, differing bills for one period are set
 * aside; overlaps and gaps are named. In order of meter and time.
 */
export function joinBills(
  extractions: readonly Extraction<ExtractedBill>[],
): Extraction<ExtractedBill> {
  const { read, rejected, duplicate } = sumRows(extractions);
  const all = extractions.flatMap(({ records }) => records).sort(byPlace);
  const unique = withoutRepeated(all);
  const latest = withoutEarlier(unique.bills);
  const settled = settledCredits(latest.bills);
  const isCredit = (bill: ExtractedBill) => settled.credits.has(bill);
  const valid = withoutReplaced(settled.bills, isCredit);
  const agreed = withoutConflicts(valid.bills.filter((bill) => !isCredit(bill)));
  const credits = [...settled.credits].filter((credit) => valid.bills.includes(credit));
  const kept = [...agreed.bills, ...credits].sort(byPeriod);
  const meters = byKey(agreed.bills, ({ meter }) => meter);
  const neighbours = [...meters.values()].flatMap((bills) => [...overlaps(bills), ...gaps(bills)]);
  return {
    records: kept,
    findings: [
      ...extractions.flatMap(({ findings }) => findings),
      ...unique.findings,
      ...latest.findings,
      ...settled.findings,
      ...valid.findings,
      ...agreed.findings,
      ...neighbours,
    ],
    rows: {
      read,
      rejected: rejected + valid.bills.length - kept.length,
      duplicate: duplicate + all.length - unique.bills.length,
    },
  };
}

interface Sifted {
  readonly bills: readonly ExtractedBill[];
  readonly findings: readonly Finding[];
}

function byPlace(a: ExtractedBill, b: ExtractedBill): number {
  return (
    byPeriod(a, b) ||
    compared(a.evidence.file, b.evidence.file) ||
    (a.evidence.at.line ?? 0) - (b.evidence.at.line ?? 0)
  );
}

function byPeriod(a: ExtractedBill, b: ExtractedBill): number {
  return compared(a.meter, b.meter) || a.start - b.start || a.end - b.end;
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Bills that another file repeats word for word. */
function withoutRepeated(all: readonly ExtractedBill[]): Sifted {
  const findings: Finding[] = [];
  const bills: ExtractedBill[] = [];
  for (const same of byKey(all, identityOf).values()) {
    const [first, ...others] = same;
    if (first) {
      const dropped = others.reduce((sum, { duplicates }) => sum + duplicates + 1, 0);
      const { cost: _, ...bill } = first;
      const cost = agreedCost(same.map((one) => one.cost));
      const duplicates = first.duplicates + dropped;
      bills.push({ ...bill, ...(cost && { cost }), duplicates });
    }
    for (const other of others) {
      const message = `The bill of ${other.meter} in ${where(other.evidence)} repeats ${first ? where(first.evidence) : ''} and counts once.`;
      findings.push(finding('IN-DUPLICATE', 'info', message, placeOf(other)));
    }
  }
  return { bills, findings };
}

function identityOf(bill: ExtractedBill): string {
  const { meter, firstDay, lastDay, energyKwh, quality, invoice, replaces, peakDemandKw } = bill;
  const amounts = [energyKwh.toFraction(), peakDemandKw?.toFraction() ?? ''];
  return [meter, firstDay, lastDay, ...amounts, quality, invoice ?? '', replaces ?? ''].join('\0');
}

/** Of one invoice, what its source said last. */
function withoutEarlier(all: readonly ExtractedBill[]): Sifted {
  const revisions = byKey(
    all.filter(({ invoice, revised }) => invoice !== undefined && revised !== undefined),
    ({ meter, invoice }) => `${meter} ${invoice ?? ''}`,
  );
  const latestOf = (bill: ExtractedBill) => {
    const own = revisions.get(`${bill.meter} ${bill.invoice ?? ''}`) ?? [];
    return own.reduce((last, one) => ((one.revised ?? 0) > (last.revised ?? 0) ? one : last), bill);
  };
  const findings = all.flatMap((bill) => {
    const latest = latestOf(bill);
    if (bill.revised === undefined || latest === bill) return [];
    const message = `Invoice ${quoted(bill.invoice ?? '')} of ${bill.meter} (${where(bill.evidence)}) was revised later (${where(latest.evidence)}), and the later one is counted.`;
    return [finding('IN-SUPERSEDED', 'info', message, placeOf(bill))];
  });
  const isKept = (bill: ExtractedBill) => bill.revised === undefined || latestOf(bill) === bill;
  return { bills: all.filter(isKept), findings };
}

/** The bills but for those whose invoice a correction names, and credits on these. */
function withoutReplaced(
  all: readonly ExtractedBill[],
  isCredit: (bill: ExtractedBill) => boolean,
): Sifted {
  const corrections = new Map(
    all.flatMap((bill) =>
      bill.replaces === undefined || bill.replaces === bill.invoice || isCredit(bill)
        ? []
        : [[`${bill.meter} ${bill.replaces}`, bill] as const],
    ),
  );
  const correctionOf = (bill: ExtractedBill) => {
    const invoice = isCredit(bill) ? bill.replaces : bill.invoice;
    return invoice === undefined ? undefined : corrections.get(`${bill.meter} ${invoice}`);
  };
  const findings = all.flatMap((bill) => {
    const by = correctionOf(bill);
    if (!by) return [];
    const message = `Invoice ${quoted(bill.invoice ?? '')} of ${bill.meter} (${where(bill.evidence)}) was replaced by ${quoted(by.invoice ?? '')} (${where(by.evidence)}) and is not counted.`;
    return [finding('IN-SUPERSEDED', 'info', message, placeOf(bill))];
  });
  return { bills: all.filter((bill) => !correctionOf(bill)), findings };
}

/** Bills that differ for one and the same period. */
function withoutConflicts(all: readonly ExtractedBill[]): Sifted {
  const periods = byKey(all, (bill) => `${bill.meter} ${bill.firstDay} ${bill.lastDay}`);
  const conflicts = [...periods.values()].filter((bills) => bills.length > 1);
  const withdrawn = new Set(conflicts.flat());
  const findings = conflicts.flatMap((bills) => {
    const [first] = bills;
    if (!first) return [];
    const places = bills.map(({ evidence }) => where(evidence)).join(' and ');
    const message = `${first.meter} has differing bills for ${first.firstDay} to ${first.lastDay} in ${places}, and none names the other as replaced. None is counted; map.replaces or a removed row settles it.`;
    return [finding('IN-CONFLICT', 'critical', message, placeOf(first))];
  });
  return { bills: all.filter((bill) => !withdrawn.has(bill)), findings };
}

/** Every pair of bills of one meter that share days; the bills stand in order of start. */
function overlaps(bills: readonly ExtractedBill[]): Finding[] {
  return bills.flatMap((bill, i) => {
    const past = bills.findIndex((later, k) => k > i && later.start >= bill.end);
    return bills.slice(i + 1, past < 0 ? undefined : past).map((later) => {
      const until = later.lastDay < bill.lastDay ? later.lastDay : bill.lastDay;
      const message = `Two bills of ${bill.meter} cover ${later.firstDay} to ${until}: ${where(bill.evidence)} and ${where(later.evidence)}. Correct or remove one.`;
      return finding('IN-OVERLAP', 'critical', message, placeOf(later));
    });
  });
}

/** Days between the first and the last bill of one meter that none covers. */
function gaps(bills: readonly ExtractedBill[]): Finding[] {
  let latest = bills[0];
  return bills.flatMap((bill) => {
    const before = latest;
    if (!before || bill.end > before.end) latest = bill;
    if (!before || bill.start <= before.end) return [];
    const days = Math.round((bill.start - before.end) / 86_400);
    const message = `${bill.meter} has no bill for ${counted(days, 'day')} after ${before.lastDay}: ${where(before.evidence)} ends there and ${where(bill.evidence)} begins on ${bill.firstDay}. Add the bill between.`;
    return [finding('IN-GAP', 'completeness', message, placeOf(bill))];
  });
}
