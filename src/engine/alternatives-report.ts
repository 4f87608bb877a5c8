import type { Alternative } from '../model/description.generated.js'
import type { Infrastructure } from '../model/infrastructure.js'
import { pathOf } from '../model/path.js'
import { byKeys } from '../model/remembered.js'
import { matchWords } from '../model/subjects/things.js'
import { masked } from '../model/value-text.js'
import { alternativeFaults } from './alternatives.js'
import type { PlaceOf } from './findings.js'
import type { Judged } from './judge.js'
import type { Finding, ReportedAlternative } from './report.js'

/** Every documented alternative: whether it counts, why not if it does not, and which findings it covers. */
export const reportedAlternatives = (
  infrastructure: Infrastructure,
  judged: readonly Judged[],
  findings: readonly Finding[],
  placeOf: PlaceOf,
): readonly ReportedAlternative[] => {
  const covered = coveredFindings(judged, findings)
  return (infrastructure.description.alternatives ?? []).map((alternative, index) => {
    const faults = alternativeFaults(alternative, infrastructure.asOf).map(({ field, words, kind }) =>
      kind === 'incomplete' && !words.startsWith('it ') ? `${field} is missing: ${words}` : words,
    )
    const { approvedBy, approvedOn, reviewBy, equivalentMeasure } = alternative
    return {
      specification: alternative.specification,
      subjects: matchWords(alternative.subjects),
      decision: alternative.decision ?? 'not stated',
      ...(equivalentMeasure === undefined ? {} : { measure: masked(equivalentMeasure) }),
      ...(approvedBy === undefined || approvedBy === 'none' ? {} : { approvedBy: masked(approvedBy.name) }),
      ...(approvedOn === undefined ? {} : { approvedOn }),
      ...(reviewBy === undefined ? {} : { reviewBy }),
      state: faults.length === 0 ? 'valid' : 'void',
      faults,
      covers: covered(alternative),
      place: placeOf(infrastructure.origin(pathOf('/alternatives', index))),
    }
  })
}

/** Fingerprints of the findings that an alternative covers, in the order of the findings. */
const coveredFindings = (
  judged: readonly Judged[],
  findings: readonly Finding[],
): ((alternative: Alternative) => readonly string[]) => {
  const nameOf = (rule: string, subject: string) => `${rule} ${subject}`
  const places = byKeys(findings.keys(), (index) => {
    const finding = findings[index] as Finding
    return finding.outcome === 'alternative' ? finding.subjects.map(({ id }) => nameOf(finding.rule, id)) : []
  })
  const covered = byKeys(
    judged.filter(({ alternative }) => alternative !== undefined),
    ({ alternative }) => [alternative],
  )
  return (alternative) => {
    const found = (covered.get(alternative) ?? []).flatMap(
      ({ rule, subject }) => places.get(nameOf(rule.id, subject.id)) ?? [],
    )
    return [...new Set(found)]
      .sort((one, other) => one - other)
      .flatMap((index) => findings[index]?.fingerprint ?? [])
  }
}
