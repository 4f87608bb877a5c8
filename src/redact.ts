import { rules } from '../rules/index.js'
import type { Report } from './engine/report.js'
import { schemaText } from './schemas.js'

/** Names by what they name, as a report has them. */
type Names = Map<string, string>

/**
 * Every word that rules and the language of descriptions use themselves: whatever is none of these somebody else
 * wrote, and it may name a person, an account or a place.
 */
const ourWords = (): ReadonlySet<string> => {
  const texts = rules.flatMap(
    ({ id, title, says, why, fix, references, examples, ground, subjects, parameters }) => [
      id,
      title,
      says,
      why,
      fix,
      subjects.describes,
      JSON.stringify(ground),
      ...(references ?? []),
      examples.fails,
      examples.passes,
      ...Object.values(parameters ?? {}).map(({ meaning }) => meaning),
    ],
  )
  const all = [...texts, schemaText('infrastructure'), schemaText('report'), OTHER_WORDS].join(' ')
  return new Set((all.match(WORDS) ?? []).map((word) => word.toLowerCase()))
}

/** What rules say of what they found, and reports of themselves, beyond all these texts. */
const OTHER_WORDS =
  'still both than was without with its every ago due renews lapses expires reviewed next support maker safe harbor lost ' +
  'static disallowed blocks Sweet32 confidence intercepted withdrawn anonymous export forward secrecy broken weak bits ' +
  'group groups modulus curve mode integrity aggressive passwords accepted copies covered missing overdue approved ' +
  'NYCRR NYSA NMSA Educ Code Admin Stat Rev Regs CCR CFR USC MGL OCGA MCL RCW KAR ARM NAC DHS CSR low medium high'

const WORDS = /[A-Za-z][A-Za-z0-9]*/g

/**
 * The report with systems, hosts, vendors and people under other names, the same everywhere, and without lines of the
 * files. Rules, paragraphs, severities and dates stay. Fingerprints stay too, so that two redacted reports compare.
 */
export const redacted = (report: Report): Report => {
  const names = namesIn(report)
  const pattern = patternOf(names)
  const known = ourWords()
  const text = (value: string): string => {
    const renamed = pattern === undefined ? value : value.replace(pattern, (name) => names.get(name) ?? name)
    return unknownWords(anonymous(renamed, names), known, names)
  }
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
  'what',
  'implied',
  'reach',
  'rank',
  'state',
  'relationship',
  'title',
  'citation',
  'asOf',
  'profile',
  'why',
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
      // The words of the law in a ground are called a label as well.
      name === 'label' && 'citation' in value ? one : renamedValue(one, text, name, ours),
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
    for (const { kind, id, label } of subjects) if (kind !== 'system') add(kind, id, label)
  return names
}

/** All names, the longest first, each only as a whole word. */
const patternOf = (names: Names): RegExp | undefined => {
  const words = [...names.keys()].filter((name) => name.length > 1)
  if (words.length === 0) return undefined
  const alternatives = words
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`(?<![\\w])(?:${alternatives.join('|')})(?![\\w])`, 'g')
}

/** What looks like a host, an address, or somebody's mail, wherever it stands. */
const ADDRESSES =
  /\b(?:[\da-f]{1,4}:){7}[\da-f]{1,4}\b|\b(?:[\da-f]{1,4}:)+:(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?(?!\w)|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?\b|\b(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|io|health|local|internal|lan|cloud|example)\b/gi

const anonymous = (text: string, names: Names): string =>
  text.replace(ADDRESSES, (address) => {
    const known = names.get(address)
    if (known !== undefined) return known
    const count = [...names.values()].filter((name) => name.startsWith('host-')).length
    const name = `host-${count + 1}`
    names.set(address, name)
    return name
  })

/** A name that we gave, the name of a cipher suite, or a run of letters: one word of a text. */
const TOKENS = /(?<![\p{L}\p{N}])(?:[a-z]+-\d+|TLS_\w+|\p{L}[\p{L}\p{M}\p{N}]*)(?![\p{L}\p{N}])/gu

/** Words that are none of ours: each gets a name of its own. */
const unknownWords = (text: string, known: ReadonlySet<string>, names: Names): string =>
  text.replace(TOKENS, (word) => {
    if (/^(?:\w{1,2}|[a-z]+-\d+|TLS_\w+)$/.test(word) || known.has(word.toLowerCase())) return word
    const key = `word ${word.toLowerCase()}`
    const name =
      names.get(key) ?? `name-${[...names.keys()].filter((one) => one.startsWith('word ')).length + 1}`
    names.set(key, name)
    return name
  })
