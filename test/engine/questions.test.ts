import { describe, expect, it } from 'vitest'
import { securityClauses } from '../../rules/business-associates/security-clauses.js'
import { subcontractors } from '../../rules/business-associates/subcontractors.js'
import { tracker } from '../../rules/business-associates/tracker.js'
import type { AnyRule } from '../../src/engine/define-rule.js'
import { judge } from '../../src/engine/judge.js'
import { questionsOf } from '../../src/engine/questions.js'
import { dedented, infrastructureOf } from '../infrastructure-of.js'
import { TODAY } from '../rule-table.js'

const yamlOf = (rules: readonly AnyRule[], description: string): readonly string[] => {
  const infrastructure = infrastructureOf(description)
  const judged = judge(infrastructure, rules, { today: TODAY, profile: 'hipaa' }).flatMap((one) => one.judged)
  return questionsOf(judged, infrastructure, () => undefined).map(({ yaml }) => yaml)
}

describe('questions about several things', () => {
  it('ask each thing for what it lacks itself', () => {
    const asked = yamlOf(
      [securityClauses, tracker],
      `
      vendors:
        - { id: host, relationship: business-associate, baa: true }
        - { id: pixel, relationship: none }
      assets:
        - { id: ehr, kind: saas, vendor: host, ephi: [stores], thirdPartyScripts: [{ vendor: pixel }] }`,
    )
    expect(asked).toEqual([
      dedented(`
        vendors:
          - id: host
            baa:
              clauses:
          - id: pixel
            baa:`),
    ])
  })

  it('ask for each entry of a list of a vendor', () => {
    const asked = yamlOf(
      [subcontractors],
      `
      vendors: [{ id: host, relationship: business-associate, subcontractors: [{ name: Cloud Co }, { name: Mail Co }] }]
      assets: [{ id: ehr, kind: saas, vendor: host, ephi: [stores] }]`,
    )
    expect(asked).toEqual([
      dedented(`
        vendors:
          - id: host
            subcontractors: # one entry for each
              - flowDown:`),
    ])
  })
})
