import { describe, expect, it } from 'vitest'
import { overdue } from '../../rules/alternatives/overdue.js'
import { securityClauses } from '../../rules/business-associates/security-clauses.js'
import { subcontractors } from '../../rules/business-associates/subcontractors.js'
import { tracker } from '../../rules/business-associates/tracker.js'
import { domainGuarded } from '../../rules/certificates/domain-guarded.js'
import { ownFloor } from '../../rules/documentation/own-floor.js'
import { plaintextSecret } from '../../rules/key-management/plaintext-secret.js'
import { openRisks } from '../../rules/risk-management/open-risks.js'
import { hsts } from '../../rules/transmission-security/hsts.js'
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
        - { id: pixel, name: Pixel }
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

  it('ask once for what a policy lacks that several endpoints have', () => {
    const web = (id: string, tls: string) =>
      `{ id: ${id}, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: https, tls: ${tls} }] }`
    const asked = yamlOf(
      [hsts],
      `
      tlsPolicies: { ours: { versions: ['1.3'] }, theirs: { versions: ['1.2'] } }
      assets:
        - ${web('portal', 'ours')}
        - ${web('desk', 'ours')}
        - ${web('shop', 'theirs')}`,
    )
    expect(asked).toEqual([
      dedented(`
        tlsPolicies:
          ours:
            hsts:
          theirs:
            hsts:`),
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

  it('name entries one step in by their id or name', () => {
    expect(yamlOf([openRisks], 'governance: { risks: [{ id: r7, status: open, owner: IT }] }')).toEqual([
      dedented(`
        governance:
          risks:
            - id: r7
              due:`),
    ])
    expect(yamlOf([domainGuarded], 'system: { domains: [{ name: harbor.example, caa: true }] }')).toEqual([
      dedented(`
        system:
          domains:
            - name: harbor.example
              registrarLock:`),
    ])
    expect(
      yamlOf([ownFloor], 'system: { customers: [{ name: Mercy, retentionFloors: [{ of: documents }] }] }'),
    ).toEqual([
      dedented(`
        system:
          customers:
            - name: Mercy
              retentionFloors: # one entry for each
                - atLeast:`),
    ])
  })

  it('count entries that have neither', () => {
    expect(yamlOf([ownFloor], 'retentionFloors: [{ atLeast: 1 year }, { of: documents }]')).toEqual([
      dedented(`
        retentionFloors:
          - # entry 2
            atLeast:`),
      dedented(`
        retentionFloors:
          - # entry 1
            of:`),
    ])
    expect(yamlOf([overdue], 'alternatives: [{ specification: 164.312(a)(2)(iv), subjects: {} }]')).toEqual([
      dedented(`
        alternatives:
          - # entry 1
            reviewBy:`),
    ])
  })

  it('ask nobody to write a secret down', () => {
    expect(yamlOf([plaintextSecret], 'assets: [{ id: db, tags: { password: quarterly } }]')).toEqual([])
  })
})
