import type { ProfileInput } from '../../model/documents/workspace.ts';
import type { ExtractedBill } from '../bills-csv/bill.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import * as portfolioManager from '../portfolio-manager/extract.ts';
import * as edi867 from '../edi-867/extract.ts';
import * as pdfBill from '../pdf-bill/extract.ts';
import * as utilityApi from '../utility-api/extract.ts';
import type { Profile, ProfileNotice } from './profile.ts';

/** A reader of a layout that holds bills only. */
interface BillReader {
  readonly identify: (file: InputFile) => Identification;
  readonly extract: (
    file: InputFile,
    input: ProfileInput,
    context: IngestContext,
  ) => Extraction<ExtractedBill>;
  readonly extractUnmapped: (
    file: InputFile,
    timezone: string | undefined,
  ) => Extraction<ExtractedBill>;
}

function bills(
  notice: ProfileNotice & Pick<Profile, 'hasReadTypes'>,
  { identify, extract, extractUnmapped }: BillReader,
): Profile {
  return {
    ...notice,
    identify,
    extract: (...given) => ({ bills: extract(...given) }),
    extractUnmapped: (file, { timezone }) => ({ bills: extractUnmapped(file, timezone) }),
  };
}

/** The named layouts of bills. */
export const BILL_PROFILES: readonly Profile[] = [
  bills(
    {
      id: 'edi-867',
      description:
        'Monthly usage in X12 messages 867 (ESI ID or account, service period, kWh), made from published guides and one public message',
      isProven: false,
      hasReadTypes: true,
    },
    edi867,
  ),
  {
    ...bills(
      {
        id: 'portfolio-manager',
        description:
          'Exports of ENERGY STAR Portfolio Manager (workbook or CSV): Meter Entries and Monthly Usage; grid electricity makes bills, other commodities are shown; reports of yearly figures are refused',
        isProven: true,
        hasReadTypes: false,
      },
      portfolioManager,
    ),
    extractOthers: (file, { timezone }) => portfolioManager.extractOthers(file, timezone),
  },
  bills(
    {
      id: 'pdf-bill',
      description:
        'Bill as a PDF document with text, by a template that says where each value stands; no bill of a utility was at hand, so no template comes with it',
      isProven: false,
      hasReadTypes: false,
    },
    pdfBill,
  ),
  bills(
    {
      id: 'utilityapi',
      description:
        'Bills as UtilityAPI lists them (JSON with a bills list, or its table), made from its published attributes',
      isProven: false,
      hasReadTypes: false,
    },
    utilityApi,
  ),
];
