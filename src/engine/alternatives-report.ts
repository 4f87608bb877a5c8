import type { Infrastructure } from '../model/infrastructure.js'
import { pathOf } from '../model/path.js'
import { matchWords } from '../model/subjects/things.js'
import { masked } from '../model/value-text.js'
import { alternativeFaults } from './alternatives.js'
import { coveredBy, type PlaceOf } from './findings.js'
import type { Judged } from './judge.js'
import type { Finding, ReportedAlternative } from './report.js'

/** Every documented alternative: whether it counts, why not if it does not, and which findings it covers. */
export const reportedAlternatives = (
  infrastructure: Infrastructure,
  judged: readonly Judged[],
  findings: readonly Finding[],
  placeOf: PlaceOf,
): readonly ReportedAlternative[] =>
  (infrastructure.description.alternatives ?? []).map((alternative, index) => {
    const faults = alternativeFaults(alternative, infrastructure.asOf).map(({ field, words, kind }) =>
      kind === 'incomplete' && !words.startsWith('it ') ? `${field} is missing: ${words}` : words,
    )
    const covered = new Set(
      coveredBy(judged, alternative).map(({ rule, subject }) => `${rule.id} ${subject.id}`),
    )
    const covers = findings.filter(
      ({ outcome, rule, subjects }) =>
        outcome === 'alternative' && subjects.some(({ id }) => covered.has(`${rule} ${id}`)),
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
      covers: covers.map(({ fingerprint }) => fingerprint),
      place: placeOf(infrastructure.origin(pathOf('/alternatives', index))),
    }
  })
