import { EVIDENCE_VERSION, type EvidenceFile } from './evidence/evidence.js'
import type { Problem } from './model/problem.js'
import { readFiles } from './sources/documents/read-files.js'
import { readEvidence } from './sources/evidence/read-evidence.js'
import { instantOf } from './sources/evidence/read-evidence-file.js'
import type { NotRead } from './sources/source.js'
import { VERSION } from './version.js'

/** Results of scanners as one file of evidence, and what nothing was made of. */
export interface Converted {
  readonly evidence: EvidenceFile
  readonly notRead: readonly NotRead[]
}

/** Where to look, and when results were made that do not say it. */
export interface ConvertOptions {
  readonly cwd?: string
  readonly stdin?: AsyncIterable<Uint8Array>
  /** RFC 3339; the time at which the file was written unless said otherwise. */
  readonly observedAt?: string
}

/** Reads evidence and results of scanners, and makes one file of evidence of them. */
export const convertEvidence = async (
  args: readonly string[],
  { cwd = process.cwd(), stdin = process.stdin, observedAt }: ConvertOptions = {},
): Promise<Converted | { readonly problems: readonly Problem[] }> => {
  if (observedAt !== undefined && Number.isNaN(instantOf(observedAt)))
    return { problems: [badTime(observedAt)] }
  const read = await readFiles(args, { cwd, stdin })
  if ('problems' in read) return read
  const texts = read.files.map((file) =>
    observedAt === undefined ? file : { ...file, writtenAt: observedAt },
  )
  const { files, problems } = readEvidence([], texts)
  if (problems.length > 0) return { problems }
  return {
    evidence: {
      evidenceVersion: EVIDENCE_VERSION,
      tool: { name: 'hipaacheck', version: VERSION },
      observations: files.flatMap(({ observations }) => observations.map(({ observation }) => observation)),
    },
    notRead: files.flatMap((file) => file.notRead),
  }
}

const badTime = (found: string): Problem => ({
  code: 'bad-usage',
  message: '`--observed-at` is no time',
  found,
  expected: 'a time as 2026-11-24T09:30:00Z',
})
