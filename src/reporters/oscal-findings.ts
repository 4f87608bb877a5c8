import { type Finding, messageFor, type Report, type ReportedSubject } from '../engine/report.js'
import { acceptedParts, isFindingLetThrough, partWords, STAYS_A_FAILURE } from './acceptance.js'
import { markdownProse, markdownText, oscalToken, oscalValue, repositoryUri } from './escape.js'
import { uuidOf } from './uuid.js'

/** The tool as the actor from whom everything originates. */
export const TOOL_UUID = uuidOf('tool', 'hipaacheck')

/** Names of our own properties belong to this. */
const NAMESPACE = 'urn:hipaacheck:oscal'

/** The first moment of a day, in UTC; of a text that is no day, the beginning of time as OSCAL knows it. */
export const timeOf = (day: string): string =>
  /^(?:19|2\d)\d\d-\d\d-\d\d$/.test(day) ? `${day}T00:00:00Z` : '1900-01-01T00:00:00Z'

/** Properties of ours; those without a value are left out. */
export const propertiesOf = (values: Readonly<Record<string, string | undefined>>): readonly object[] =>
  Object.entries(values)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => ({ name, ns: NAMESPACE, value: oscalValue(value) }))

/** A paragraph as the id of a control: `164.312(a)(2)(iv)` is `cfr-164.312.a.2.iv`. */
export const controlId = (citation: string): string => oscalToken('cfr', citation)

/** The resource that stands for an input. */
export const inputUuid = (file: string): string => uuidOf('input', file)

/** The component that stands for a subject. */
export const subjectUuid = ({ kind, id, environment = '' }: ReportedSubject): string =>
  uuidOf('subject', kind, id, environment)

const observationUuid = ({ outcome }: Finding, { fingerprint }: ReportedSubject): string =>
  uuidOf('observation', outcome, fingerprint)

const riskUuid = ({ fingerprint }: Finding): string => uuidOf('risk', fingerprint)

const ORIGIN = { actors: [{ type: 'tool', 'actor-uuid': TOOL_UUID }] }

/** What was seen of every subject on which somebody has to act, with the evidence for it. */
export function* observationsOf(report: Report): Generator<object> {
  const inputs = new Set(report.inputs.map(({ file }) => file))
  for (const finding of report.findings) {
    for (const subject of finding.subjects) {
      yield {
        uuid: observationUuid(finding, subject),
        title: markdownText(finding.title) || 'Observation',
        description: markdownText(messageFor(finding, subject)),
        props: propertiesOf({
          outcome: finding.outcome,
          rule: finding.rule,
          fact: subject.path,
          claim: subject.rank,
          fingerprint: subject.fingerprint,
        }),
        methods: ['EXAMINE'],
        types: [TYPES[finding.outcome]],
        origins: [ORIGIN],
        subjects: [{ 'subject-uuid': subjectUuid(subject), type: 'component' }],
        'relevant-evidence': [evidenceOf(subject, inputs)],
        collected: timeOf(report.asOf),
      }
    }
  }
}

const TYPES = { fail: 'finding', unproven: 'discovery', alternative: 'mitigation' } as const

const evidenceOf = ({ found, path, place }: ReportedSubject, inputs: ReadonlySet<string>): object => {
  const description = `${markdownText(path)}: ${found === undefined ? 'not stated' : markdownText(found)}`
  if (place === undefined) return { description }
  const { file, line, column, source } = place
  return {
    href: inputs.has(file) ? `#${inputUuid(file)}` : repositoryUri(file),
    description,
    props: propertiesOf({ file, line: String(line), column: String(column), address: source }),
  }
}

/** One risk for each finding that fails, or that an alternative covers. */
export function* risksOf({ findings }: Report): Generator<object> {
  for (const finding of findings) if (finding.outcome !== 'unproven') yield riskOf(finding)
}

const riskOf = (finding: Finding): object => {
  const { fingerprint, title, message, why, fix, severity, severityChanged, alternative, notes } = finding
  return {
    uuid: riskUuid(finding),
    title: markdownText(title) || 'Risk',
    description: markdownText(message),
    statement: [why, ...notes].map(markdownProse).join('\n\n'),
    props: [...propertiesOf({ severity, 'severity-changed': severityChanged }), ...acceptanceProps(finding)],
    status: statusOf(finding),
    origins: [ORIGIN],
    characterizations: [
      { origin: ORIGIN, facets: [{ name: 'severity', system: NAMESPACE, value: severity }] },
    ],
    ...(alternative === undefined
      ? {}
      : {
          'mitigating-factors': [
            {
              uuid: uuidOf('alternative', fingerprint),
              description: markdownText(alternative) || 'A documented alternative, 45 CFR 164.306(d)(3).',
            },
          ],
        }),
    remediations: [
      {
        uuid: uuidOf('remediation', fingerprint),
        lifecycle: 'recommendation',
        title: 'What to do',
        description: markdownProse(fix),
      },
    ],
    'related-observations': relatedObservations(finding),
  }
}

/** Who accepted it: a waiver is an approved deviation, unless the law requires what is waived; the baseline is none. */
const statusOf = (finding: Finding): string => {
  if (finding.outcome === 'alternative') return 'deviation-approved'
  const waived = acceptedParts(finding).every(({ acceptance }) => acceptance.by === 'waiver')
  return waived && isFindingLetThrough(finding) ? 'deviation-approved' : 'open'
}

const acceptanceProps = (finding: Finding): readonly object[] =>
  acceptedParts(finding).map((part) => ({
    name: 'accepted',
    ns: NAMESPACE,
    value: part.acceptance.by,
    remarks: markdownText(
      `${partWords(finding, part)}${part.acceptance.required ? `; ${STAYS_A_FAILURE}` : ''}`,
    ),
  }))

const relatedObservations = (finding: Finding): readonly object[] =>
  finding.subjects.map((subject) => ({ 'observation-uuid': observationUuid(finding, subject) }))

/** One finding for each of ours that fails, accepted or not. */
export function* findingsOf({ findings }: Report): Generator<object> {
  for (const finding of findings) {
    if (finding.outcome !== 'fail') continue
    const { fingerprint, title, message, rule, ground } = finding
    yield {
      uuid: uuidOf('finding', fingerprint),
      title: markdownText(title) || 'Finding',
      description: markdownText(message),
      props: [
        ...propertiesOf({ rule, citation: ground.citation, basis: ground.basis, fingerprint }),
        ...acceptanceProps(finding),
      ],
      origins: [ORIGIN],
      target: targetOf(finding),
      'related-observations': relatedObservations(finding),
      'related-risks': [{ 'risk-uuid': riskUuid(finding) }],
    }
  }
}

/** The paragraph on which it rests or that its ground supports; the rule itself where the ground is other law. */
const targetOf = ({ rule, ground }: Finding): object => {
  const paragraph = /45 CFR (164\.\d+(?:\(\w+\))*)/.exec(ground.citation)?.[1]
  return {
    ...(paragraph === undefined
      ? { type: 'objective-id', 'target-id': oscalToken('rule', rule) }
      : { type: 'statement-id', 'target-id': controlId(paragraph) }),
    title: markdownText(`${ground.citation}, ${ground.label}`) || 'Ground',
    status: { state: 'not-satisfied', reason: 'fail' },
  }
}
