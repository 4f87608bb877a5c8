import type { Finding, Report } from '../../../src/audit.js'
import { html } from '../../../src/reporters/html/html.js'

/** The page of a report. */
export const pageOf = (report: Report): string =>
  [...html.render(report, { color: false, columns: 80 })].join('')

/** The same report, with every failure accepted that a rule's standing and place in the list choose. */
export const withAcceptances = (report: Report): Report => {
  const accept = (finding: Finding, index: number): Finding => {
    if (finding.outcome !== 'fail' || index > 5) return finding
    const required = finding.ground.basis === 'required'
    const accepted = {
      by: 'waiver',
      owner: 'Jo <b>Doe</b>',
      until: '2027-01-31',
      reason: 'Replaced in spring',
      required,
    } as const
    return {
      ...finding,
      subjects: finding.subjects.map((subject) => ({ ...subject, accepted })),
      accepted: [accepted],
    }
  }
  return { ...report, findings: report.findings.map(accept) }
}

/** What an attacker would like a page to run, in every text of a report that input can change. */
export const HOSTILE = [
  '</script><script>window.pwned=1</script>',
  '<img src=x onerror=window.pwned=2>',
  '"><svg onload=window.pwned=3>',
  "' onmouseover='window.pwned=4' x='",
  '[click](javascript:window.pwned=5)',
  '<a href="javascript:window.pwned=6">x</a>',
  '</style><style>body{display:none}</style>',
  '</title><base href="https://evil.example/"><!--',
  '{{constructor}} `code` $' + '{window.pwned=7} ]]>',
  '\u202eturned \u0000 \ud800',
].join(' ')

/** Words of ours, which no input can change. */
const OURS = new Set([
  ...[
    'severity',
    'outcome',
    'basis',
    'status',
    'kind',
    'reach',
    'rank',
    'state',
    'failOn',
    'agreement',
    'by',
  ],
  ...['evidence', 'protection', 'data', 'carries', 'id', 'from', 'to', 'via', 'fingerprint', 'citation'],
  ...['rule', 'rules', 'zone', 'vendor', 'profile', 'covers'],
])

/** A report in which every text is hostile. */
export const hostile = <T>(value: T, key = ''): T => {
  if (OURS.has(key) && (typeof value !== 'object' || Array.isArray(value))) return value
  if (typeof value === 'string') return HOSTILE as T
  if (Array.isArray(value)) return value.map((one) => hostile(one, key)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, hostile(one, name)])) as T
}
