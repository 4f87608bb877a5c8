import { describe, expect, it } from 'vitest'
import { limitedSetPurpose } from '#rules/data-classes/limited-set-purpose.js'
import { legalProcess } from '#rules/disclosures/legal-process.js'
import { marketing } from '#rules/disclosures/marketing.js'
import { ruleTable, TODAY } from '#test/rule-table.js'
import type { AnyRule } from '../../../src/engine/define-rule.js'
import { judge } from '../../../src/engine/judge.js'
import { infrastructureOf } from '../../infrastructure-of.js'

const path = '/flows/out/purpose'
const system = (stated: string, { to = 'board', carries = 'cohort', from = 'ehr' } = {}) => `
    data: [{ id: cohort, class: limited-data-set }, { id: chart, class: ephi }]
    vendors: [{ id: processor, relationship: business-associate }, { id: sub, relationship: subcontractor }, { id: wire, relationship: conduit }, { id: temps, relationship: workforce }, { id: seller, relationship: none }, { id: silent }]
    parties: [{ id: board, relationship: research }]
    assets: [{ id: ehr, kind: server, ephi: [stores] }, { id: lake, kind: data-warehouse }]
    flows: [{ id: out, from: ${from}, to: ${to}, carries: ${carries}, ${stated} }]`
const marketed = 'purpose: marketing, authorization: none'

ruleTable(limitedSetPurpose, {
  system: (stated) => system(stated),
  rows: [
    ['for marketing', marketed, 'fail', { path, severity: 'high' }],
    [
      'for marketing, under an agreement',
      'purpose: marketing, authorization: { kind: data-use-agreement }',
      'fail',
      path,
    ],
    [
      'for marketing, as the patients authorized',
      'purpose: marketing, authorization: { kind: patient }',
      'pass',
    ],
    ['for marketing, by an order', 'purpose: marketing, authorization: { kind: court-order }', 'fail', path],
    ['for marketing, and no more said', 'purpose: marketing', 'unproven', '/flows/out/authorization'],
    [
      'for proceedings, under an agreement',
      'purpose: legal, authorization: { kind: data-use-agreement }',
      'fail',
      path,
    ],
    [
      'for proceedings, by a waiver',
      'purpose: legal, authorization: { kind: research-waiver }',
      'fail',
      path,
    ],
    ['for proceedings, on no ground', 'purpose: legal, authorization: none', 'fail', path],
    ['for proceedings, and no more said', 'purpose: legal', 'unproven', '/flows/out/authorization'],
    ...['patient', 'court-order', 'protective-order', 'required-by-law', 'law-enforcement'].map(
      (kind) =>
        [`for proceedings, by ${kind}`, `purpose: legal, authorization: { kind: ${kind} }`, 'pass'] as const,
    ),
    ...['research', 'public-health', 'operations', 'treatment', 'payment', 'individual'].map(
      (purpose) => [`for ${purpose}`, `purpose: ${purpose}`, 'pass', path] as const,
    ),
    ['not said', 'medium: network', 'unproven', path],
    [
      'for marketing, on a ground whose kind is not said',
      'purpose: marketing, authorization: { document: form.pdf }',
      'unproven',
      '/flows/out/authorization/kind',
    ],
  ],
  also: [
    ...['processor', 'sub', 'wire', 'temps', 'lake'].map(
      (to) => [`to ${to}, which works for us`, system(marketed, { to }), 'not-applicable'] as const,
    ),
    ['to a vendor that is nothing to us', system(marketed, { to: 'seller' }), 'fail'],
    ['to a vendor of whom nothing is said', system(marketed, { to: 'silent' }), 'fail'],
    ['fetched by them', system(`${marketed}, data: from`, { from: 'board', to: 'ehr' }), 'fail'],
    ['asked for by them, both ways', system(marketed, { from: 'board', to: 'ehr' }), 'fail'],
    ['sent to us by them', system(`${marketed}, data: to`, { from: 'board', to: 'ehr' }), 'not-applicable'],
    ['fetched by us', system(`${marketed}, data: from`), 'not-applicable'],
    ['whole records', system(marketed, { carries: 'chart' }), 'not-applicable'],
    ['whole records beside it', system(marketed, { carries: '[cohort, chart]' }), 'not-applicable'],
    ['the class itself', system(marketed, { carries: 'limited-data-set' }), 'fail'],
  ],
  message: 'out: a limited data set goes out for what no use agreement can permit (purpose is marketing)',
})

describe('limited data sets that go out', () => {
  const outcomes = (rule: unknown, description: string) =>
    judge(infrastructureOf(description), [rule as AnyRule], { today: TODAY, profile: 'hipaa' })[0]?.counts

  it('are judged by one rule, not by those of marketing and proceedings as well', () => {
    expect(outcomes(marketing, system(marketed))).toMatchObject({ fail: 0, 'not-applicable': 1 })
    const legal = system('purpose: legal, authorization: none')
    expect(outcomes(legalProcess, legal)).toMatchObject({ fail: 0, 'not-applicable': 1 })
  })

  it('are judged by those where they stay with whoever works for us', () => {
    expect(outcomes(marketing, system(marketed, { to: 'processor' }))).toMatchObject({ fail: 1 })
    const legal = system('purpose: legal, authorization: none', { to: 'processor' })
    expect(outcomes(legalProcess, legal)).toMatchObject({ fail: 1 })
  })
})
