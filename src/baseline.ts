import { type KnownFinding, knownFindings } from './engine/acceptance.js'
import type { Report } from './engine/report.js'
import { compareText } from './model/compare-text.js'
import { isPlain } from './model/merge.js'
import type { Problem } from './model/problem.js'
import { escapedUnseen } from './model/visible.js'
import { jsonText } from './reporters/escape.js'
import { parsedJson, readStored } from './stored-file.js'

/** The shape of baseline files; raised when a field changes its meaning. */
const BASELINE_VERSION = 1

/** The failures of a report as a file, to be known from then on: one a line, in an order of its own, for small diffs. */
export const baselineText = ({ findings, tool, asOf, profile }: Report): string => {
  const known = [...knownFindings(findings)].sort((one, other) =>
    compareText(one.fingerprint, other.fingerprint),
  )
  const head = { baselineVersion: BASELINE_VERSION, tool: tool.version, asOf, profile }
  const lines = known.map((one) => `    ${escapedUnseen(JSON.stringify(one))}`)
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `${jsonText(head).slice(0, -2)},\n  "findings": ${list}\n}\n`
}

/** Reads a baseline. What is none is a problem. */
export const readBaseline = async (
  path: string,
  cwd: string,
): Promise<
  { readonly known: ReadonlyMap<string, KnownFinding> } | { readonly problems: readonly Problem[] }
> => {
  const read = await readStored(path, cwd, {
    name: 'baseline',
    expected: 'a file that `hipaacheck baseline` wrote',
  })
  if ('problems' in read) return read
  const value = parsedJson(read.text)
  if (!isPlain(value) || value['baselineVersion'] === undefined) return { problems: [noBaseline(path)] }
  if (value['baselineVersion'] !== BASELINE_VERSION)
    return {
      problems: [
        { ...noBaseline(path), code: 'unknown-version', found: `version ${value['baselineVersion']}` },
      ],
    }
  const list = value['findings']
  if (!Array.isArray(list) || !list.every(isKnown)) return { problems: [noBaseline(path)] }
  return { known: new Map(list.map((one) => [one.fingerprint, one])) }
}

const TEXTS = ['fingerprint', 'rule', 'subject', 'outcome', 'severity', 'message'] as const

const isKnown = (entry: unknown): entry is KnownFinding =>
  isPlain(entry) && TEXTS.every((key) => typeof entry[key] === 'string')

const noBaseline = (path: string): Problem => ({
  code: 'wrong-type',
  message: `${path} is no baseline`,
  expected: `a file that \`hipaacheck baseline\` wrote, version ${BASELINE_VERSION}`,
})
