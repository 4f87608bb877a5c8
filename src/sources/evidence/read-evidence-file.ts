import type { EvidenceFile, Observation } from '../../evidence/evidence.js'
import type { Placed } from '../../evidence/scanners/scanner.js'
import { isPlain } from '../../model/merge.js'
import type { Problem } from '../../model/problem.js'
import type { Candidate } from '../candidate.js'
import { normalise, type Reference } from '../description/normalise.js'
import { validate } from '../description/validate.js'
import { type Document, type Route, readDocument } from '../documents/document.js'
import type { NotRead } from '../source.js'
import { documentPart, valueAt } from './document-part.js'
import type { KnownEvidence } from './format.js'
import { factsSchema, fileSchema, observationSchema } from './observation-schema.js'

/** An observation that was read and found sound, and where it stands. */
export interface ReadObservation {
  readonly observation: Observation
  /** Facts in one spelling, as those of descriptions. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly document: Document
  readonly at: Route
  /** Where a fact stands. */
  readonly routeOf: (fact: Route) => Route
}

/** A file of evidence that was read. */
export interface ReadEvidenceFile {
  readonly document: Document
  readonly tool: EvidenceFile['tool']
  readonly observations: readonly ReadObservation[]
  /** What observations name in the description. */
  readonly references: readonly Reference[]
  readonly notRead: readonly NotRead[]
}

/** What came of a file of evidence: all of it is sound, or it is refused. */
export type EvidenceReading = ReadEvidenceFile | { readonly problems: readonly Problem[] }

/** Reads a file of evidence, or the result of another scanner. */
export const readEvidenceFile = (
  candidate: Candidate,
  { format, read: known }: KnownEvidence,
  writtenAt?: string,
): EvidenceReading => {
  const read = known ?? readDocument(candidate.file, candidate.bytes)
  if ('problems' in read) return read
  const { document } = read
  if (format === 'own') return ownEvidence(document)
  const scan = format.read(document.value, writtenAt === undefined ? {} : { writtenAt })
  const notRead = Object.entries(scan.notRead).map(([what, count]) => ({
    what: `${scan.tool.name}: ${what}`,
    count,
    why: 'it says nothing that a description could say',
    file: document.file,
  }))
  return checked(document, scan.tool, scan.observations, notRead)
}

const ownEvidence = (document: Document): EvidenceReading => {
  const problems = validate(document, fileSchema(), 'a file of evidence')
  if (problems.length > 0) return { problems }
  const { tool, observations } = document.value as EvidenceFile
  return checked(
    document,
    tool,
    observations.map((observation, index) => ({ observation, at: ['observations', index] })),
    [],
  )
}

const checked = (
  document: Document,
  tool: EvidenceFile['tool'],
  placed: readonly Placed[],
  notRead: readonly NotRead[],
): EvidenceReading => {
  const problems: Problem[] = []
  const references: Reference[] = []
  const observations = placed.map((one) => {
    const read = readObservation(document, one)
    problems.push(...read.problems)
    references.push(...read.references)
    return read.observation
  })
  return problems.length > 0 ? { problems } : { document, tool, observations, references, notRead }
}

const readObservation = (document: Document, { observation, at, parts }: Placed) => {
  const { state, about, observedAt } = observation
  const own = valueAt(document.value, at) === observation
  const part = own ? documentPart(document, at, observation) : convertedPart(document, at, observation)
  const problems = [...validate(part, observationSchema(state, about.kind), 'an observation')]
  if (problems.length === 0 && Number.isNaN(instantOf(observedAt)))
    problems.push(badInstant(observedAt, part.locate(['observedAt'])))
  const routeOf = (fact: Route): Route =>
    own ? [...at, 'facts', ...fact] : (nearestPart(parts ?? {}, fact) ?? at)
  const facts = documentPart(part, ['facts'], state === 'observed' ? observation.facts : {})
  const read = normalise(
    { ...facts, locate: (fact) => document.locate(routeOf(fact)) },
    factsSchema(about.kind),
  )
  return {
    observation: {
      observation,
      facts: isPlain(read.tree) ? read.tree : {},
      document,
      at,
      routeOf,
    } satisfies ReadObservation,
    problems: problems.length > 0 ? problems : read.problems,
    references: read.references,
  }
}

/** What a scanner's result was made into has no text of its own: all of it stands where the entry stands. */
const convertedPart = (document: Document, at: Route, value: unknown): Document => ({
  ...document,
  value,
  locate: () => document.locate(at),
  sourceText: () => undefined,
  usedAt: () => undefined,
})

const nearestPart = (parts: Readonly<Record<string, Route>>, fact: Route): Route | undefined => {
  for (let length = fact.length; length > 0; length--) {
    const found = parts[fact.slice(0, length).join('.')]
    if (found) return found
  }
  return undefined
}

/** Milliseconds of a time as RFC 3339 writes it; not a number for all else. */
export const instantOf = (text: string): number =>
  /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)$/.test(text)
    ? Date.parse(text)
    : Number.NaN

const badInstant = (found: string, place: Problem['place']): Problem => ({
  code: 'impossible-date',
  message: '`observedAt` is no time',
  found,
  expected: 'a time as 2026-11-24T09:30:00Z',
  ...(place === undefined ? {} : { place }),
})
