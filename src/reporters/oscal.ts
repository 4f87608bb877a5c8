import type { Report } from '../engine/report.js'
import { markdownText, oscalValue, repositoryUri } from './escape.js'
import { jsonPieces } from './json-pieces.js'
import { componentsOf } from './oscal-components.js'
import {
  controlId,
  findingsOf,
  inputUuid,
  observationsOf,
  propertiesOf,
  risksOf,
  timeOf,
} from './oscal-findings.js'
import type { Reporter } from './reporter.js'
import { uuidOf } from './uuid.js'

/** The version of OSCAL whose schema the document follows. */
const OSCAL_VERSION = '1.2.1'

/**
 * OSCAL Assessment Results. Every identifier follows from fingerprints and every time from the day of judgement, so that
 * the same report gives the same bytes. OSCAL knows only `satisfied` and `not-satisfied`: we never say the first, and
 * say the second only of what fails; what is unproven is an observation without a finding.
 */
export const oscal: Reporter = {
  id: 'oscal',
  title: 'OSCAL Assessment Results 1.2.1, for risk management systems',
  extension: 'json',
  *render(report) {
    yield* jsonPieces({ 'assessment-results': documentOf(report) }, 5)
    yield '\n'
  },
}

const documentOf = (report: Report): object => {
  const uuid = uuidOf('assessment-results', identityOf(report))
  return {
    uuid,
    metadata: metadataOf(report),
    'import-ap': { href: `#${uuidOf('plan', uuid)}` },
    results: [resultOf(report, uuidOf('result', uuid))],
    'back-matter': { resources: [planOf(report, uuidOf('plan', uuid)), ...report.inputs.map(inputOf)] },
  }
}

/** What makes two documents the same: inputs, day, law and tool, and all that came of them. */
const identityOf = ({ inputs, asOf, profile, tool, findings, gate }: Report): string =>
  JSON.stringify([
    inputs,
    asOf,
    profile,
    tool,
    gate,
    findings.map(({ fingerprint, outcome, severity, subjects }) => [
      fingerprint,
      outcome,
      severity,
      subjects.map(({ accepted }) => accepted ?? 0),
    ]),
  ])

const metadataOf = ({ system, asOf, tool }: Report): object => ({
  title: `HIPAA Security Rule: ${markdownText(system.name)}`,
  'last-modified': timeOf(asOf),
  version: oscalValue(asOf),
  'oscal-version': OSCAL_VERSION,
  props: propertiesOf({ tool: `hipaacheck ${tool.version}` }),
})

const resultOf = (report: Report, uuid: string): object => {
  const { asOf, profile, gate, findings, matrix } = report
  const has = (outcome: string) => findings.some((finding) => finding.outcome === outcome)
  return {
    uuid,
    title: 'Audit of what was described',
    description:
      'What was described and read was judged by rules that each rest on a paragraph of the law, on guidance or on practice. Passing rules support a paragraph; they never show that it is satisfied.',
    start: timeOf(asOf),
    end: timeOf(asOf),
    props: propertiesOf({
      profile,
      'fail-on': gate.failOn,
      gating: String(gate.gating),
      'exit-code': String(gate.exitCode),
    }),
    'local-definitions': { components: componentsOf(report) },
    'reviewed-controls': reviewedOf(matrix),
    ...(findings.length === 0 ? {} : { observations: observationsOf(report) }),
    ...(has('fail') || has('alternative') ? { risks: risksOf(report) } : {}),
    ...(has('fail') ? { findings: findingsOf(report) } : {}),
    remarks:
      'What nobody stated is an observation with the property `outcome` of `unproven`: it is neither satisfied nor a finding.',
  }
}

const reviewedOf = (matrix: Report['matrix']): object => {
  const asked = matrix.filter(({ status }) => status !== 'not-checked' && status !== 'not-applicable')
  const controls = asked.map(({ citation }) => ({ 'control-id': controlId(citation) }))
  return {
    description: 'Paragraphs of 45 CFR Part 164 about which a rule had something to ask.',
    'control-selections': [
      controls.length === 0
        ? { description: 'No paragraph.', 'include-controls': [{ 'control-id': 'none' }] }
        : { 'include-controls': controls },
    ],
  }
}

/** OSCAL wants a plan to import; ours is the tool itself. */
const planOf = ({ tool, profile }: Report, uuid: string): object => ({
  uuid,
  title: 'Rules in place of an assessment plan',
  description: `No assessment plan was written. The rules of hipaacheck ${markdownText(tool.version)}, profile ${markdownText(profile)}, stand in its place.`,
})

const inputOf = ({ file, sha256 }: Report['inputs'][number]): object => ({
  uuid: inputUuid(file),
  title: markdownText(file) || 'input',
  description: 'A file that was read.',
  rlinks: [
    {
      href: repositoryUri(file),
      hashes: [{ algorithm: 'SHA-256', value: oscalValue(sha256) }],
    },
  ],
})
