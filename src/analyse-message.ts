import { load, type Outcome } from './audit.js'
import { EVIDENCE_VERSION, type EvidenceFile } from './evidence/evidence.js'
import { messageObservation } from './evidence/message/observation.js'
import { type Acquaintance, type ReadMessage, readMessage } from './evidence/message/read-message.js'
import type { Problem } from './model/problem.js'
import { describedHosts, terminatingHosts } from './model/subjects/received.js'
import { readFiles } from './sources/documents/read-files.js'
import { diskTree } from './sources/file-tree.js'
import { VERSION } from './version.js'

/** Whom the reader trusts, and to which stream messages belong. */
export interface MessageOptions {
  readonly cwd?: string
  readonly stdin?: AsyncIterable<Uint8Array>
  /** Descriptions: the hosts of their assets are the reader's own. */
  readonly infra?: readonly string[]
  /** More hosts to trust, each exactly or as `*.example.org`. */
  readonly trust?: readonly string[]
  /** Id of the mail stream. */
  readonly stream?: string
}

/** Messages that were looked at. */
export interface Analysed {
  readonly messages: readonly ReadMessage[]
  /** Whether anybody said whom to trust. */
  readonly trustKnown: boolean
}

/** Reads messages and looks at their way and their protection. */
export const analyseMessages = async (
  args: readonly string[],
  { cwd = process.cwd(), stdin = process.stdin, infra = [], trust = [], stream }: MessageOptions = {},
): Promise<Outcome<Analysed>> => {
  const known = await acquaintance(infra, trust, cwd, stream)
  if ('problems' in known) return known
  const read = await readFiles(args, { cwd, stdin })
  if ('problems' in read) return read
  const messages = await Promise.all(read.files.map(({ file, bytes }) => readMessage(file, bytes, known)))
  const problems = messages.flatMap((one) => ('problem' in one ? [one.problem] : []))
  if (problems.length > 0) return { problems }
  return {
    messages: messages.flatMap((one) => ('problem' in one ? [] : [one])),
    trustKnown: known.trusted.length > 0,
  }
}

const acquaintance = async (
  infra: readonly string[],
  trust: readonly string[],
  cwd: string,
  stream: string | undefined,
): Promise<Outcome<Acquaintance>> => {
  if (infra.length === 0) return { trusted: trust, terminating: [] }
  const read = await readFiles(infra, { cwd, stdin: NOTHING })
  if ('problems' in read) return read
  const loaded = load(read.files, undefined, diskTree(cwd, infra))
  if ('problems' in loaded) return loaded
  const { infrastructure } = loaded
  const streams = (infrastructure.description.email?.streams ?? []).map(({ id }) => id)
  if (stream !== undefined && !streams.includes(stream)) return { problems: [noStream(stream, streams)] }
  return {
    trusted: [...describedHosts(infrastructure), ...trust],
    terminating: terminatingHosts(infrastructure),
  }
}

const NOTHING: AsyncIterable<Uint8Array> = {
  async *[Symbol.asyncIterator]() {},
}

const noStream = (stream: string, known: readonly string[]): Problem => ({
  code: 'bad-usage',
  message: `--stream ${stream}: no mail stream of that id is described`,
  expected: known.length === 0 ? 'a description with `email.streams`' : `one of ${known.join(', ')}`,
})

/** What was seen of messages, as a file of evidence. */
export const messageEvidence = (
  { messages }: Analysed,
  stream: string | undefined,
  now: Date = new Date(),
): EvidenceFile => ({
  evidenceVersion: EVIDENCE_VERSION,
  tool: { name: 'hipaacheck', version: VERSION },
  observations: messages.map((message) =>
    messageObservation(message, { now, ...(stream === undefined ? {} : { stream }) }),
  ),
})

/** 1 where a leg is proven to have gone in clear; with `strict` also where a trusted header shows no TLS. */
export const messageExitCode = ({ messages }: Analysed, strict: boolean): 0 | 1 =>
  messages.some(({ legs }) =>
    legs.some(
      ({ verdict, trusted }) =>
        verdict === 'not-encrypted' ||
        (strict && trusted && (verdict === 'not-shown' || verdict === 'unparsed')),
    ),
  )
    ? 1
    : 0
