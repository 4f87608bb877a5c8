import type { Report } from './engine/report.js'
import { type Names, redactedText } from './redact-words.js'

/**
 * The report with systems, hosts, vendors and people under other names, the same everywhere, and without lines of the
 * files. Rules, paragraphs, severities and dates stay. Fingerprints stay too, so that two redacted reports compare.
 */
export const redacted = (report: Report): Report => {
  const names = namesIn(report)
  const text = redactedText(names)
  const { tool, rules, inputs, notRead, evidence, ...rest } = report
  const renamed = renamedValue(rest, text) as Omit<
    Report,
    'tool' | 'rules' | 'inputs' | 'notRead' | 'evidence'
  >
  return {
    ...renamed,
    tool,
    rules,
    inputs: inputs.map(({ file, sha256 }) => ({ file: text(file), sha256 })),
    notRead: renamedValue(notRead, text, '', WORDS_OF_OTHERS) as Report['notRead'],
    ...(evidence === undefined
      ? {}
      : { evidence: renamedValue(evidence, text, '', WORDS_OF_OTHERS) as NonNullable<Report['evidence']> }),
    findings: renamed.findings.map(({ excerpt: _excerpt, ...finding }) => finding),
    notChecked: report.notChecked,
    matrix: report.matrix,
  }
}

/** Keys whose values are words of ours, which must stay as they are. */
const OURS: ReadonlySet<string> = new Set([
  'rule',
  'rules',
  'outcome',
  'severity',
  'basis',
  'fingerprint',
  'kind',
  'assetKind',
  'protection',
  'protocols',
  'trust',
  'implied',
  'reach',
  'rank',
  'state',
  'relationship',
  'title',
  'citation',
  'asOf',
  'profile',
  'observedAt',
  'sha256',
  'covers',
  'references',
  'related',
  'thresholds',
])

/** Keys whose values are ours where files are named that were not read, and where a server speaks for itself. */
const WORDS_OF_OTHERS: ReadonlySet<string> = new Set(['rule', 'tool'])

const renamedValue = (
  value: unknown,
  text: (value: string) => string,
  key = '',
  ours: ReadonlySet<string> = OURS,
): unknown => {
  if (typeof value === 'string') return ours.has(key) ? value : text(value)
  if (Array.isArray(value)) return value.map((one) => renamedValue(one, text, key, ours))
  if (typeof value !== 'object' || value === null || ours.has(key)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      // The words of the law in a ground are called a label as well; why a rule is asked is no reason of somebody else.
      (name === 'label' && 'citation' in value) || (name === 'why' && 'fix' in value)
        ? one
        : renamedValue(one, text, name, ours),
    ]),
  )
}

/** Everything that names something of the organisation. */
const namesIn = (report: Report): Names => {
  const names: Names = new Map()
  const add = (prefix: string, ...values: readonly (string | undefined)[]): void => {
    const number = counted(prefix)
    for (const value of values) if (value && !names.has(value)) names.set(value, `${prefix}-${number}`)
  }
  const counts = new Map<string, number>()
  const counted = (prefix: string): number => {
    const next = (counts.get(prefix) ?? 0) + 1
    counts.set(prefix, next)
    return next
  }
  add('system', report.system.name)
  for (const { id, kind, name } of report.scope.reached) add(kind, id, name)
  for (const { id, kind, name } of report.map.nodes) if (!names.has(id)) add(kind, id, name)
  for (const { id, name } of report.map.zones) if (!names.has(id)) add('zone', id, name)
  for (const { id } of report.scope.administering) if (!names.has(id)) add('asset', id)
  for (const { id, name, runs } of report.vendors) {
    if (!names.has(id)) add('vendor', id, name)
    for (const asset of runs) if (!names.has(asset)) add('asset', asset)
  }
  for (const { approvedBy } of report.alternatives) add('person', approvedBy)
  for (const { owner } of report.waivers) add('person', owner)
  for (const { file } of report.inputs) add('file', file)
  for (const { subject } of report.baseline?.fixed ?? []) if (!names.has(subject)) add('thing', subject)
  for (const { subjects } of report.findings)
    for (const { kind, id, label } of subjects)
      if (isNamed(kind, id) && !names.has(id)) add(kind, id, label.includes('(') ? undefined : label)
  return names
}

/** Whether an id is a name of its own: `ehr → mail` and `site of ehr` are made of others, documents are called as we call them. */
const isNamed = (kind: string, id: string): boolean =>
  kind !== 'system' && kind !== 'document' && !/[\s/→]/.test(id)
