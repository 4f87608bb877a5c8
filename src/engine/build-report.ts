import { type Profile, RANKS, SEVERITIES } from '../knowledge/terms.js'
import { compareText } from '../model/compare-text.js'
import type { Infrastructure } from '../model/infrastructure.js'
import type { Place } from '../model/problem.js'
import { onceAsked, whenAsked } from '../model/remembered.js'
import { masked } from '../model/value-text.js'
import { type Accepted, reportedBaseline, reportedWaivers } from './acceptance.js'
import { reportedAlternatives } from './alternatives-report.js'
import { dueDatesOf } from './due-dates.js'
import { findingsOf, groundOf, type PlaceOf } from './findings.js'
import type { RuleResult } from './judge.js'
import { dataFlowMap } from './map-report.js'
import { maskedLabel } from './masked-label.js'
import { added, matrixOf, NO_OUTCOMES } from './matrix.js'
import type { HintOf } from './question-yaml.js'
import { questionsOf } from './questions.js'
import { type Finding, REPORT_VERSION, type Remark, type Report } from './report.js'
import { scopeOf } from './scope-report.js'
import { reportedVendors } from './vendors-report.js'

/** What a report needs besides the outcomes. */
export interface ReportOptions {
  readonly version: string
  readonly profile: Profile
  readonly inputs: Report['inputs']
  readonly notRead: Report['notRead']
  readonly placeOf: PlaceOf
  readonly hintOf: HintOf
  /** What became of evidence, where some was given. */
  readonly evidence?: NonNullable<Report['evidence']>
  /** What somebody accepted before. */
  readonly accepted: Accepted
  /** Ids of the rules that the configuration leaves out. */
  readonly leftOut: Report['leftOut']
  /** The line of a place and its neighbours. */
  readonly excerptOf: (place: Place) => NonNullable<Finding['excerpt']>
}

/** A report without the verdict of a gate. */
export type Ungated = Omit<Report, 'gate'>

/**
 * Makes one plain value of all that an audit found, with every place resolved. What only some reports show is worked
 * out when one of them asks.
 */
export const buildReport = (
  infrastructure: Infrastructure,
  results: readonly RuleResult[],
  options: ReportOptions,
): Ungated => {
  const { version, profile, inputs, notRead, placeOf, hintOf, excerptOf, accepted, leftOut, evidence } =
    options
  const judged = results.flatMap((result) => result.judged)
  const findings = findingsOf(judged, infrastructure, { placeOf, accepted, excerptOf })
  const matrix = onceAsked(() => matrixOf(results))
  const { known, hasBaseline, waivers } = accepted
  return whenAsked<Ungated>({
    reportVersion: () => REPORT_VERSION,
    tool: () => ({ name: 'hipaacheck', version, rules: results.length }),
    asOf: () => infrastructure.asOf,
    profile: () => profile,
    inputs: () => inputs,
    notRead: () => notRead,
    system: () => systemOf(infrastructure),
    summary: () => summaryOf(infrastructure, results, findings),
    findings: () => findings,
    matrix,
    scope: () => scopeOf(infrastructure, placeOf),
    map: () => dataFlowMap(infrastructure, placeOf),
    alternatives: () => reportedAlternatives(infrastructure, judged, findings, placeOf),
    waivers: () => reportedWaivers(accepted, judged, infrastructure.asOf),
    ...(known.size > 0 || hasBaseline
      ? { baseline: () => reportedBaseline(known, findings, new Set(results.map(({ rule }) => rule.id))) }
      : {}),
    ...(evidence === undefined ? {} : { evidence: () => evidence }),
    vendors: () => reportedVendors(infrastructure, placeOf),
    questions: () => questionsOf(judged, infrastructure, hintOf, placeOf),
    dueDates: () => dueDatesOf(infrastructure, placeOf, waivers),
    remarks: () => results.flatMap(remarksOf),
    notChecked: () => notCheckedOf(matrix(), leftOut),
    leftOut: () => leftOut,
    rules: () => results.map(reportedRule),
  })
}

const reportedRule = ({ rule, standing, counts }: RuleResult): Report['rules'][number] => ({
  id: rule.id,
  title: rule.title,
  ground: groundOf(rule, standing),
  counts,
  subjects: rule.subjects.describes,
})

/** The notes of a rule's passes, each once, with all of whom it is said. */
const remarksOf = ({ rule, noted }: RuleResult): readonly Remark[] => {
  const byNote = new Map<string, string[]>()
  for (const { note, subject } of noted) {
    const list = byNote.get(note)
    if (list) list.push(maskedLabel(subject))
    else byNote.set(note, [maskedLabel(subject)])
  }
  return [...byNote]
    .map(([note, subjects]) => ({ rule: rule.id, note: masked(note), subjects: subjects.sort(compareText) }))
    .sort((one, other) => compareText(one.note, other.note))
}

/** What a system is called in reports and pictures. */
export const nameOf = ({ description: { system } }: Infrastructure): string =>
  system?.name === undefined ? 'A system without a name' : masked(system.name)

const systemOf = (infrastructure: Infrastructure): Report['system'] => {
  const { system = {} } = infrastructure.description
  return {
    name: nameOf(infrastructure),
    ...(system.entity === undefined ? {} : { entity: system.entity }),
    ...(system.providerType === undefined ? {} : { providerType: system.providerType }),
    jurisdictions: system.jurisdictions ?? [],
    ...(system.individuals === undefined ? {} : { individuals: system.individuals }),
    ...(system.asOf === undefined ? {} : { describedAsOf: system.asOf }),
  }
}

const summaryOf = (
  infrastructure: Infrastructure,
  results: readonly RuleResult[],
  findings: Report['findings'],
): Report['summary'] => {
  const failed = findings.filter(({ outcome }) => outcome === 'fail')
  const numberOf = (outcome: string) => findings.filter((finding) => finding.outcome === outcome).length
  return {
    outcomes: results.map(({ counts }) => counts).reduce(added, NO_OUTCOMES),
    passesByRank: Object.fromEntries(
      RANKS.map((rank) => [rank, results.reduce((sum, { passesByRank }) => sum + passesByRank[rank], 0)]),
    ) as unknown as Report['summary']['passesByRank'],
    findingsBySeverity: Object.fromEntries(
      SEVERITIES.map((severity) => [
        severity,
        failed.filter((finding) => finding.severity === severity).length,
      ]),
    ) as unknown as Report['summary']['findingsBySeverity'],
    findings: {
      fail: failed.length,
      unproven: numberOf('unproven'),
      alternative: numberOf('alternative'),
      accepted: failed.filter(({ accepted }) => accepted !== undefined).length,
    },
    assets: assetCounts(infrastructure),
  }
}

const assetCounts = ({ assets, scope }: Infrastructure): Report['summary']['assets'] => {
  const own = assets.filter(({ exceptionOf }) => exceptionOf === undefined)
  const reached = (reach: string) => own.filter(({ id }) => scope.reached.get(id)?.reach === reach).length
  return {
    described: own.length,
    declared: reached('declared'),
    inferred: reached('inferred'),
    assumed: reached('assumed'),
    administering: scope.administering.size,
  }
}

/** Paragraphs that no rule asks about, and what no description can show of the rest. */
const notCheckedOf = (matrix: Report['matrix'], leftOut: Report['leftOut']): readonly string[] => [
  ...(leftOut.length === 0
    ? []
    : [
        `Left out by the configuration: ${leftOut.map(({ rule, required }) => (required ? `${rule} (the law requires it)` : rule)).join(', ')}`,
      ]),
  ...matrix
    .filter(({ status }) => status === 'not-checked')
    .map(({ citation, name, evidence }) =>
      evidence === 'no'
        ? `${citation} ${name}: no description of an infrastructure can show it`
        : `${citation} ${name}: no rule of this version asks about it`,
    ),
  ...matrix
    .filter(({ status, evidence }) => status !== 'not-checked' && evidence === 'partly')
    .map(({ citation, name }) => `${citation} ${name}: shown in part; how people act on it is not`),
]
