import { type Finding, messageFor, type Report, type ReportedSubject } from '../engine/report.js'
import { acceptanceOf, STAYS_A_FAILURE } from './acceptance.js'
import { csvCell } from './escape.js'
import type { Reporter } from './reporter.js'

type Cell = string | number | undefined

/** What a row tells of one subject of one finding, by the heads of the columns. */
const COLUMNS: Readonly<
  Record<string, (finding: Finding, subject: ReportedSubject, report: Report) => Cell>
> = {
  severity: ({ severity }) => severity,
  outcome: ({ outcome }) => outcome,
  rule: ({ rule }) => rule,
  title: ({ title }) => title,
  citation: ({ ground }) => ground.citation,
  basis: ({ ground }) => ground.basis,
  subject: (_, { label }) => label,
  'subject kind': (_, { kind }) => kind,
  'subject id': (_, { id }) => id,
  environment: (_, { environment }) => environment,
  count: (_, { count }) => count,
  fact: (_, { path }) => path,
  found: (_, { found }) => found ?? 'not stated',
  claim: (_, { rank }) => rank,
  'reached by ePHI': (_, { reach }) => reach,
  file: (_, { place }) => place?.file,
  line: (_, { place }) => place?.line,
  column: (_, { place }) => place?.column,
  message: messageFor,
  'what to do': ({ fix }) => fix,
  notes: ({ notes }) => notes.join(' '),
  'accepted by': (finding, subject) => acceptanceOf(finding, subject)?.by,
  'accepted because': (finding, subject) => acceptanceOf(finding, subject)?.reason,
  'accepted until': (finding, subject) => acceptanceOf(finding, subject)?.until,
  owner: (finding, subject) => acceptanceOf(finding, subject)?.owner,
  acceptance: (finding, subject) =>
    acceptanceOf(finding, subject)?.required === true ? STAYS_A_FAILURE : undefined,
  fingerprint: (_, { fingerprint }) => fingerprint,
  'judged on': (_finding, _subject, { asOf }) => asOf,
}

/** One row for each subject of each finding. Lines end with LF, which every reader of CSV takes. */
export const csv: Reporter = {
  id: 'csv',
  title: 'CSV, for spreadsheets',
  extension: 'csv',
  *render(report) {
    yield rowOf(Object.keys(COLUMNS))
    for (const finding of report.findings)
      for (const subject of finding.subjects)
        yield rowOf(Object.values(COLUMNS).map((cellOf) => cellOf(finding, subject, report)))
  },
}

const rowOf = (cells: readonly Cell[]): string => `${cells.map((cell) => csvCell(cell ?? '')).join(',')}\n`
