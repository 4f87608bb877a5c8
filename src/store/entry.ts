import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Report } from '../engine/report.js'

/** The shape of an entry; raised when a field changes its meaning. */
export const ENTRY_VERSION = 1

/** The hash before the first entry. */
export const NO_HASH = '0'.repeat(64)

/** What is known of a kept report without opening it. */
export interface Entry {
  readonly entryVersion: typeof ENTRY_VERSION
  /** Counts from 1, without a gap. */
  readonly sequence: number
  /** When it was recorded, ISO 8601 in UTC, by the clock of who recorded it. */
  readonly recordedAt: string
  /** The version of hipaacheck. */
  readonly tool: string
  readonly system: string
  readonly profile: string
  readonly asOf: string
  readonly exitCode: 0 | 1
  readonly failOn: string
  readonly findings: Report['summary']['findings']
  readonly failures: Report['summary']['findingsBySeverity']
  readonly outcomes: Report['summary']['outcomes']
  readonly inputs: Report['inputs']
  /** Of the JSON, as `--format json` writes it. */
  readonly reportSha256: string
  /** Of the bytes that are kept: the JSON, compressed. */
  readonly keptSha256: string
}

const TEXTS = ['recordedAt', 'tool', 'system', 'profile', 'asOf', 'failOn', 'reportSha256', 'keptSha256']

const COUNTS: Readonly<Record<string, readonly string[]>> = {
  findings: ['fail', 'unproven', 'alternative', 'accepted'],
  failures: ['critical', 'high', 'medium', 'low', 'info'],
  outcomes: ['pass', 'fail', 'unproven', 'alternative', 'not-applicable'],
}

/** Whether a value has the shape of an entry of this version: whoever may write the store may have written anything. */
export const isEntry = (value: Readonly<Record<string, unknown>>): boolean =>
  Number.isInteger(value['sequence']) &&
  (value['exitCode'] === 0 || value['exitCode'] === 1) &&
  Array.isArray(value['inputs']) &&
  TEXTS.every((key) => typeof value[key] === 'string') &&
  Object.entries(COUNTS).every(([key, names]) => {
    const counts = value[key]
    return (
      typeof counts === 'object' &&
      counts !== null &&
      names.every((name) => Number.isInteger((counts as Readonly<Record<string, unknown>>)[name]))
    )
  })

/** SHA-256 of text (UTF-8) or bytes, in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** A report as it is kept: the JSON compressed with gzip, and the digests of both. */
export interface KeptReport {
  readonly bytes: Uint8Array
  readonly reportSha256: string
  readonly keptSha256: string
}

/** Makes of the JSON of a report what is kept. */
export const keptReport = (json: string): KeptReport => {
  const bytes = gzipSync(json)
  return { bytes, reportSha256: sha256(json), keptSha256: sha256(bytes) }
}

/** The JSON of a kept report; nothing where the bytes are not what was compressed. */
export const openedReport = (bytes: Uint8Array): string | undefined => {
  try {
    return gunzipSync(bytes).toString('utf8')
  } catch {
    return undefined
  }
}

/** The entry of a report that was recorded at a time. */
export const entryOf = (
  { tool, system, profile, asOf, gate, summary, inputs }: Report,
  { reportSha256, keptSha256 }: KeptReport,
  sequence: number,
  recordedAt: string,
): Entry => ({
  entryVersion: ENTRY_VERSION,
  sequence,
  recordedAt,
  tool: tool.version,
  system: system.name,
  profile,
  asOf,
  exitCode: gate.exitCode,
  failOn: gate.failOn,
  findings: summary.findings,
  failures: summary.findingsBySeverity,
  outcomes: summary.outcomes,
  inputs,
  reportSha256,
  keptSha256,
})

/** The hash that ties an entry, as it was written, to all before it: SHA-256 of the hash before, a line break, the entry. */
export const chainHash = (previousHash: string, entryText: string): string =>
  sha256(`${previousHash}\n${entryText}`)
