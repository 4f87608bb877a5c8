import { rules as allRules } from '../rules/index.js'
import { badAge, badDay, nothingToAudit } from './audit-problems.js'
import { type Accepted, NOTHING_ACCEPTED } from './engine/acceptance.js'
import { buildReport, nameOf } from './engine/build-report.js'
import { clearedBy } from './engine/cleared.js'
import type { AnyRule } from './engine/define-rule.js'
import type { PlaceOf } from './engine/findings.js'
import { type GateOptions, gateOf } from './engine/gate.js'
import { judge } from './engine/judge.js'
import { dataFlowMap } from './engine/map-report.js'
import type { DataFlowMap, Report } from './engine/report.js'
import type { Profile, Severity } from './knowledge/terms.js'
import { buildInfrastructure, type Infrastructure } from './model/infrastructure.js'
import type { Source } from './model/layer.js'
import type { Place, Problem } from './model/problem.js'
import { parseDay } from './model/scalars/day.js'
import { parseDuration } from './model/scalars/duration.js'
import type { DayText } from './model/scalars/text.js'
import { ephiKeys } from './model/subjects/things.js'
import { reportedEvidence } from './reported-evidence.js'
import { excerptOf, linesOf } from './shown-lines.js'
import { hintOf } from './sources/description/hints.js'
import type { Document } from './sources/documents/document.js'
import type { LineOf } from './sources/documents/problem-text.js'
import { readFiles } from './sources/documents/read-files.js'
import type { ReadEvidence } from './sources/evidence/read-evidence.js'
import { diskTree, type FileTree, memoryTree } from './sources/file-tree.js'
import { readInputs } from './sources/read-inputs.js'
import type { NotRead } from './sources/source.js'
import { timed, timedRules } from './timing.js'
import { VERSION } from './version.js'

export type { GateOptions } from './engine/gate.js'
export type { Finding, Report } from './engine/report.js'
export type { Problem } from './model/problem.js'

/** What to audit by. */
export interface AuditOptions {
  /** Which law to judge by; `hipaa` unless said otherwise. */
  readonly profile?: Profile
  /** The day on which is judged, ISO 8601; today (UTC) unless said otherwise. */
  readonly asOf?: string
  /** When the audit fails; `--fail-on high` unless said otherwise. */
  readonly gate?: Partial<GateOptions>
  /** Values for parameters of rules, by rule id and name. */
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Severities for rules, by rule id. */
  readonly severities?: Readonly<Record<string, Severity>>
  /** The rules to ask; all of ours unless said otherwise. */
  readonly rules?: readonly AnyRule[]
  /** Ids of the rules that were left out on purpose. */
  readonly leftOut?: Report['leftOut']
  /** Failures that somebody accepted. */
  readonly accepted?: Accepted
}

/** A text to read: as a file, with the name that places will show. */
export interface Input {
  readonly file: string
  readonly bytes: Uint8Array
  /** `false` for what only lay in a folder: a file that nobody knows is then no mistake. */
  readonly named?: boolean
  /** Whether it is a link in a folder that leads out of what may be read. */
  readonly outside?: boolean
  /** When it was written, RFC 3339; results of other scanners may say it nowhere themselves. */
  readonly writtenAt?: string
}

/** By what evidence is read. */
export interface ReadOptions {
  /** How old an observation may be; 90 days, ours, unless said otherwise. */
  readonly maxAge?: string
}

/** Evidence, and how old it may be. */
export type Observing = ReadOptions & { readonly evidence?: readonly Input[] }

/** Either a value, or everything that is wrong with the input, and the lines to show it by. */
export type Outcome<T> = T | { readonly problems: readonly Problem[]; readonly lineOf?: LineOf }

/** What was read: the model, and the documents that its places lie in. */
export interface Loaded {
  readonly infrastructure: Infrastructure
  readonly documents: readonly Document[]
  /** Files and resources that nothing was made of. */
  readonly notRead: readonly NotRead[]
  /** A line of one of the documents. */
  readonly lineOf: LineOf
  /** Present where evidence was read. */
  readonly evidence?: ReadEvidence
  /** The same with more evidence: what was observed after it was read. */
  readonly withEvidence: (more: readonly Input[]) => Outcome<Loaded>
}

/** Files, folders, globs or `-`, and where they are looked for. */
export interface FilesOptions {
  readonly cwd?: string
  readonly stdin?: AsyncIterable<Uint8Array>
}

/**
 * Reads descriptions, infrastructure as code and evidence, and checks them; nothing is judged. Without a tree only the
 * files that are given can be read.
 */
export const load = (
  inputs: readonly Input[],
  asOf?: string,
  tree: FileTree = memoryTree(inputs),
  { maxAge = MAX_AGE, evidence = [] }: Observing = {},
): Outcome<Loaded> => {
  const today = dayOf(asOf)
  if (today === undefined) return { problems: [badDay(String(asOf))] }
  const age = parseDuration(maxAge)
  if (age === undefined) return { problems: [badAge(maxAge)] }
  const lineOf = linesOf([...inputs, ...evidence], tree)
  const read = readInputs(inputs, tree, { evidence, observing: { maxAge: age, maxAgeText: maxAge, today } })
  if ('problems' in read) return { ...read, lineOf }
  const { layers, ...rest } = read
  return {
    infrastructure: timed('model', () => buildInfrastructure(layers, today)),
    ...rest,
    lineOf,
    withEvidence: (more) => load(inputs, asOf, tree, { maxAge, evidence: [...evidence, ...more] }),
  }
}

/** How old an observation may be unless said otherwise: ours, no law names one. */
const MAX_AGE = '90 days'

/** Reads files, folders, globs or standard input (`-`), and checks them. */
export const loadFiles = async (
  args: readonly string[],
  options: FilesOptions &
    ReadOptions & { readonly asOf?: string; readonly evidence?: readonly string[] } = {},
): Promise<Outcome<Loaded>> => {
  const { cwd = process.cwd(), stdin, evidence = [] } = options
  const read = await timed('read', () => readFiles(args, { cwd, stdin }))
  const seen = await timed('read', () => readFiles(evidence, { cwd, stdin }))
  const problems = [read, seen].flatMap((one) => ('problems' in one ? one.problems : []))
  if ('problems' in read || 'problems' in seen) return { problems }
  return load(read.files, options.asOf, diskTree(cwd, [...args, ...evidence]), {
    ...options,
    evidence: seen.files,
  })
}

/**
 * Audits descriptions given as texts. Bad input, and an infrastructure in which nothing holds ePHI, come back as
 * problems.
 */
export const audit = (
  inputs: readonly Input[],
  options: AuditOptions & Observing = {},
): Outcome<{ readonly report: Report }> => {
  const loaded = load(inputs, options.asOf, memoryTree(inputs), options)
  return 'problems' in loaded ? loaded : auditLoaded(loaded, options)
}

/** Audits files, folders, globs or standard input (`-`). */
export const auditFiles = async (
  args: readonly string[],
  options: AuditOptions & FilesOptions & ReadOptions & { readonly evidence?: readonly string[] } = {},
): Promise<Outcome<{ readonly report: Report }>> => {
  const loaded = await loadFiles(args, options)
  return 'problems' in loaded ? loaded : auditLoaded(loaded, options)
}

/** Judges what was read. */
export const auditLoaded = (
  loaded: Loaded,
  {
    profile = 'hipaa',
    parameters = {},
    severities = {},
    rules = allRules,
    leftOut = [],
    accepted = NOTHING_ACCEPTED,
    gate = {},
  }: AuditOptions,
): Outcome<{ readonly report: Report }> => {
  const { infrastructure, documents, notRead, lineOf, evidence } = loaded
  const { reached } = timed('scope', () => infrastructure.scope)
  if (reached.size === 0 && ephiKeys(infrastructure).length === 0)
    return { problems: [nothingToAudit(infrastructure, documents, notRead)], lineOf }
  const options = { today: infrastructure.asOf, profile, parameters, severities }
  const results = timed('judge', () => judge(infrastructure, rules, options))
  timedRules(() => results.map(({ rule: { id }, milliseconds }) => ({ id, milliseconds })))
  const placeOf = placeIn(documents)
  const ungated = timed('report', () =>
    buildReport(infrastructure, results, {
      version: VERSION,
      profile,
      inputs: inputsOf(documents),
      notRead,
      placeOf,
      hintOf,
      accepted,
      leftOut,
      ...(evidence === undefined
        ? {}
        : {
            evidence: {
              ...reportedEvidence(evidence),
              cleared: clearedBy(
                results,
                judge(buildInfrastructure(evidence.without, infrastructure.asOf), rules, options),
                infrastructure,
                placeOf,
              ),
            },
          }),
      excerptOf: ({ file, line }) =>
        excerptOf(
          documents.find((one) => one.file === file),
          line,
        ),
    }),
  )
  // A copy would work out everything.
  const report = Object.assign(ungated, {
    gate: gateOf(ungated, { failOn: 'high', strict: false, ...gate }),
  })
  return { report }
}

/** A module that several configurations call is one file all the same. */
const inputsOf = (documents: readonly Document[]): Report['inputs'] => [
  ...new Map(documents.map((document) => [document.file, inputOf(document)])).values(),
]

const inputOf = ({ file, digest }: Document): Report['inputs'][number] => ({
  file,
  get sha256() {
    return digest()
  },
})

/** Where data flows in what was read, and the name of the system; nothing is judged. */
export const mapOf = ({
  infrastructure,
  documents,
}: Loaded): { readonly map: DataFlowMap; readonly title: string } => ({
  map: dataFlowMap(infrastructure, placeIn(documents)),
  title: nameOf(infrastructure),
})

const placeIn = (documents: readonly Document[]): PlaceOf => {
  const known = new Map<Source, Place>()
  return (source) => {
    let place = known.get(source)
    if (!place) {
      const { document, route, address } = source
      const there = (documents[document] as Document).locate(route)
      place = address === undefined ? there : { ...there, source: address }
      // Of what was not stated the place is that of its thing, which many ask for.
      if (isUnstated(source)) known.set(source, place)
    }
    return place
  }
}

const isUnstated = (source: Source & { readonly stated?: boolean }): boolean => source.stated === false

const dayOf = (text: string | undefined): DayText | undefined =>
  parseDay(text ?? new Date().toISOString().slice(0, 10))
