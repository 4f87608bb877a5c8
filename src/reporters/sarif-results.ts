import {
  type Acceptance,
  type Finding,
  messageFor,
  type Report,
  type ReportedReach,
  type ReportedSubject,
} from '../engine/report.js'
import { acceptanceOf, isLetThrough, wholeAcceptanceWords } from './acceptance.js'
import { linkWords, plainText, repositoryUri, visibleLine } from './escape.js'
import { type Descriptor, descriptorId, levelOf } from './sarif-rules.js'
import { assetIdOf, shownPlace } from './subjects.js'

/** Far fewer than GitHub's thousand locations of a result; a way of ePHI is seldom longer than ten steps. */
const MOST_RELATED = 50

/** How many results a report has. */
export const countResults = ({ findings }: Report): number =>
  findings.reduce((sum, finding) => sum + subjectsOf(finding).length, 0)

/**
 * One result for each subject that fails, so that each can be accepted alone and keeps its identity when others join;
 * one for each finding that is unproven, because nobody mends those one by one.
 */
export function* resultsOf(report: Report, descriptors: readonly Descriptor[]): Generator<object> {
  const index = new Map(descriptors.map(({ descriptor }, number) => [descriptor.id, number]))
  const context: Context = {
    index,
    ways: new Map(report.scope.reached.map((reach) => [reach.id, reach.way])),
    // The specification wants them on all results or on none.
    hasSuppressions: report.findings.some((finding) =>
      finding.subjects.some((subject) => acceptanceOf(finding, subject)),
    ),
  }
  for (const finding of report.findings)
    for (const subject of subjectsOf(finding)) yield resultOf(finding, subject, context)
}

interface Context {
  readonly index: ReadonlyMap<string, number>
  readonly ways: ReadonlyMap<string, ReportedReach['way']>
  readonly hasSuppressions: boolean
}

const subjectsOf = ({ outcome, subjects }: Finding): readonly ReportedSubject[] =>
  outcome === 'unproven' ? subjects.slice(0, 1) : subjects

/** GitHub knows no kinds: what is no failure carries no level, so that the descriptor's `note` counts there. */
const KINDS = { fail: 'fail', unproven: 'open', alternative: 'informational' } as const

const resultOf = (finding: Finding, subject: ReportedSubject, context: Context): object => {
  const { rule, outcome, severity, severityChanged } = finding
  const id = descriptorId(rule, outcome)
  const { place, others } = shownPlace(subject)
  const related = relatedOf(subject, others, context.ways)
  const acceptance = acceptedFor(finding, subject)
  return {
    ruleId: id,
    ruleIndex: context.index.get(id),
    kind: KINDS[outcome],
    ...(outcome === 'fail' ? { level: levelOf(severity) } : {}),
    message: { text: messageText(finding, subject, related, acceptance) },
    locations: [locationOf(place, subject, finding)],
    partialFingerprints: {
      // The only one that GitHub reads; what it would compute itself comes from the line.
      primaryLocationLineHash: plainText(subject.fingerprint),
      'hipaacheck/v1': plainText(subject.fingerprint),
    },
    ...(related.length === 0 ? {} : { relatedLocations: related.map(({ location }) => location) }),
    ...(context.hasSuppressions ? { suppressions: suppressionsOf(acceptance) } : {}),
    properties: {
      outcome,
      severity,
      ...(severityChanged === undefined ? {} : { severityChanged: plainText(severityChanged) }),
      subjects: finding.outcome === 'unproven' ? finding.subjects.length : 1,
      fact: plainText(subject.path),
    },
  }
}

/** A result for a whole finding is accepted when all of it is. */
const acceptedFor = (finding: Finding, subject: ReportedSubject): Acceptance | undefined =>
  finding.outcome !== 'unproven' || finding.subjects.every((one) => acceptanceOf(finding, one) !== undefined)
    ? acceptanceOf(finding, subject)
    : undefined

const suppressionsOf = (acceptance: Acceptance | undefined): readonly object[] =>
  acceptance === undefined
    ? []
    : [
        {
          kind: 'external',
          status: isLetThrough(acceptance) ? 'accepted' : 'rejected',
          justification: plainText(wholeAcceptanceWords(acceptance)),
        },
      ]

interface Related {
  readonly location: object
  /** A link to it, for the message. */
  readonly link: string
  readonly isStep: boolean
}

const relatedOf = (
  subject: ReportedSubject,
  others: ReturnType<typeof shownPlace>['others'],
  ways: Context['ways'],
): readonly Related[] => {
  const steps = (ways.get(subject.id) ?? ways.get(assetIdOf(subject)) ?? []).flatMap(
    ({ from, to, assumed, place }) =>
      place === undefined
        ? []
        : [{ place, words: `${from} → ${to}${assumed ? ' (assumed)' : ''}`, isStep: true }],
  )
  return [...others.map((other) => ({ ...other, isStep: false })), ...steps]
    .slice(0, MOST_RELATED)
    .map(({ place, words, isStep }, index) => ({
      location: { id: index + 1, physicalLocation: physical(place), message: { text: plainText(words) } },
      link: `[${linkWords(words)}](${index + 1})`,
      isStep,
    }))
}

const messageText = (
  finding: Finding,
  subject: ReportedSubject,
  related: readonly Related[],
  acceptance: Acceptance | undefined,
): string => {
  const { ground, outcome, fix, notes, alternative } = finding
  const message = outcome === 'unproven' ? finding.message : messageFor(finding, subject)
  const steps = related.filter(({ isStep }) => isStep).map(({ link }) => link)
  const places = related.filter(({ isStep }) => !isStep).map(({ link }) => link)
  return [
    `${plainText(message)}.`,
    ...(acceptance === undefined ? [] : [`${plainText(capital(wholeAcceptanceWords(acceptance)))}.`]),
    ...(alternative === undefined ? [] : [`Covered by: ${plainText(alternative)}.`]),
    outcome === 'unproven' ? UNPROVEN : plainText(fix),
    `Ground: ${plainText(`${ground.citation}, ${ground.label}`)}.`,
    ...notes.map(plainText),
    ...(steps.length === 0 ? [] : [`ePHI comes here by ${steps.join(', ')}.`]),
    ...(places.length === 0 ? [] : [`See ${places.join(', ')}.`]),
  ].join(' ')
}

const UNPROVEN = 'Nobody stated what decides it, which is neither a pass nor a failure.'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type Place = NonNullable<Finding['place']>

/** What has no place at all is shown at the beginning of a file of that name. */
const NOWHERE: Place = { file: 'unknown', line: 1, column: 1, endLine: 1, endColumn: 1 }

const locationOf = (place: Place | undefined, subject: ReportedSubject, finding: Finding): object => ({
  physicalLocation: {
    ...physical(place ?? NOWHERE),
    ...(place !== undefined && place === subject.place && isAt(place, finding.place)
      ? contextOf(finding.excerpt)
      : {}),
  },
  logicalLocations: [
    {
      name: plainText(subject.id),
      fullyQualifiedName: plainText(place?.source ?? subject.path),
      kind: plainText(subject.kind),
    },
  ],
})

const isAt = ({ file, line }: Place, other: Finding['place']): boolean =>
  file === other?.file && line === other.line

const physical = ({ file, line, column, endLine, endColumn }: Place): object => {
  const startLine = Math.max(1, line)
  const startColumn = Math.max(1, column)
  const lastLine = Math.max(startLine, endLine)
  return {
    artifactLocation: { uri: repositoryUri(file) },
    region: {
      startLine,
      startColumn,
      endLine: lastLine,
      endColumn: lastLine === startLine ? Math.max(startColumn, endColumn) : Math.max(1, endColumn),
    },
  }
}

const contextOf = (excerpt: Finding['excerpt']): object => {
  const [first] = excerpt ?? []
  const last = excerpt?.at(-1)
  if (excerpt === undefined || first === undefined || last === undefined) return {}
  const text = excerpt.map((line) => visibleLine(line.text)).join('\n')
  return { contextRegion: { startLine: Math.max(1, first.number), endLine: last.number, snippet: { text } } }
}
