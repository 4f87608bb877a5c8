import type { Infrastructure } from '../model/infrastructure.js'
import type { PlaceOf } from './findings.js'
import type { Judged, RuleResult } from './judge.js'
import { maskedLabel } from './masked-label.js'
import type { ClearedAnswer } from './report.js'

/** The answers that pass by what was observed, and without it did not. */
export const clearedBy = (
  results: readonly RuleResult[],
  without: readonly RuleResult[],
  infrastructure: Infrastructure,
  placeOf: PlaceOf,
): readonly ClearedAnswer[] => {
  const before = new Map(
    without.map(({ rule, judged }) => [
      rule.id,
      new Map(judged.map((one): [string, Judged['outcome']] => [subjectKey(one), one.outcome])),
    ]),
  )
  return results.flatMap(({ rule, observed }) =>
    observed.flatMap(({ subject, path }) => {
      const was = before.get(rule.id)?.get(subjectKey({ subject }))
      if (was === undefined) return []
      return [
        {
          rule: rule.id,
          subject: maskedLabel(subject),
          was,
          path,
          place: placeOf(infrastructure.origin(path)),
        },
      ]
    }),
  )
}

const subjectKey = ({ subject: { kind, id } }: Pick<Judged, 'subject'>): string => `${kind} ${id}`
