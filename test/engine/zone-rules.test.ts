import { describe, expect, it } from 'vitest'
import {
  componentOf,
  flowsOfEphi,
  judgeByZonePolicy,
  judgeSeparation,
  judgeZoneRules,
  namesOfSome,
  system,
} from '../../src/engine/rule.js'
import type { FailureDetails, Verdict } from '../../src/engine/verdict.js'
import { infrastructureOf } from '../infrastructure-of.js'

const found = (verdict: Verdict | undefined): string | undefined => (verdict as FailureDetails).found

const ZONES =
  'zones: [{ id: data, trust: restricted }, { id: office, trust: internal }, { id: lab, trust: internal }]'

describe('what is found in rules between zones', () => {
  const foundIn = (rules: string) => {
    const infrastructure = infrastructureOf(
      `${ZONES}\nassets: []\nzonePolicy: { default: deny, rules: [${rules}] }`,
    )
    return found(system.of(infrastructure).map(judgeZoneRules)[0])
  }

  it.each([
    ['{ from: office, to: data, allow: any }', 'office → data: any'],
    ['{ from: any, to: data, allow: [https, tcp/22] }', 'any → data: https, tcp/22'],
    [
      '{ from: office, to: data, allow: any }, { from: lab, to: data, allow: https }, { from: lab, to: office, allow: any }',
      'lab → office: any and office → data: any',
    ],
  ])('%s', (rules, words) => {
    expect(foundIn(rules)).toBe(words)
  })
})

describe('what is found in a flow that the policy refuses', () => {
  const foundIn = (rules: string) => {
    const infrastructure = infrastructureOf(`${ZONES}
zonePolicy: { default: deny, rules: [${rules}] }
assets:
  - { id: app, kind: web-app, ephi: [processes], zone: office }
  - { id: db, kind: relational-database, ephi: [stores], zone: data, endpoints: [{ port: 5432, protocol: postgresql }] }
flows: [{ from: app, to: db, carries: ephi }]`)
    return found(flowsOfEphi.of(infrastructure).map(judgeByZonePolicy)[0])
  }

  it.each([
    ['', 'app → db, where office → data allows nothing'],
    ['{ from: office, to: data, allow: [https, ssh] }', 'app → db, where office → data allows https, ssh'],
  ])('%s', (rules, words) => {
    expect(foundIn(rules)).toBe(words)
  })
})

describe('what is found in a wall', () => {
  it('names at most three ways in', () => {
    const infrastructure = infrastructureOf(`${ZONES}
system: { designations: { clearinghouse: { id: claims } } }
zonePolicy: { default: allow }
assets: [{ id: claims, kind: server, ephi: [stores], zone: data }, { id: more, kind: server, zone: office }, { id: other, kind: server, zone: lab }]`)
    const verdicts = system
      .of(infrastructure)
      .map((one) => judgeSeparation(componentOf(one, 'clearinghouse')))
    expect(found(verdicts[0])).toBe('internet → data: any, office → data: any and lab → data: any')
  })
})

describe('names of some', () => {
  it.each([
    [['a'], 'a'],
    [['a', 'b', 'c'], 'a, b and c'],
    [['a', 'b', 'c', 'd'], 'a, b and 2 more'],
  ])('%j', (names, words) => {
    expect(namesOfSome(names)).toBe(words)
  })
})
