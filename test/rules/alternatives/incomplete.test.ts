import { describe, expect, it } from 'vitest'
import { incomplete } from '#rules/alternatives/incomplete.js'
import { ruleTable } from '#test/rule-table.js'
import { alternativeFaults } from '../../../src/engine/alternatives.js'
import type { Alternative } from '../../../src/model/description.generated.js'
import type { DayText } from '../../../src/model/scalars/text.js'

const system = (
  factors: string,
  of = 'size: s, technical: t,',
  rest = 'whyNotReasonable: w, equivalentMeasure: e, riskAnalysis: r, approvedBy: P. Q., approvedOn: 2026-01-01, reviewBy: 2027-01-01',
) => `
    assets: [{ id: db, kind: server, ephi: [stores] }]
    alternatives:
      - { specification: 164.312(a)(2)(iv), subjects: { id: db }, decision: alternative, factors: { ${of} ${factors} }, ${rest} }`

ruleTable(incomplete, {
  system: (stated) => system(stated),
  rows: [
    [
      'a factor is missing',
      'cost: high',
      'fail',
      { path: '/alternatives/0/specification', severity: 'medium' },
    ],
    ['all is there', 'cost: high, risk: low', 'pass'],
    ['an empty answer', 'cost: " ", risk: low', 'fail'],
    ['a reason not to answer', 'cost: n/a because the vendor pays, risk: low', 'pass'],
  ],
  also: [
    [
      'cost is the only reason',
      system('cost: too dear, risk: n/a', 'size: n/a because we are small, technical: Not applicable,'),
      'fail',
      { path: '/alternatives/0/factors/cost', severity: 'low' },
    ],
    ['the size speaks for it as well', system('cost: dear, risk: n/a', 'size: s, technical: n/a,'), 'pass'],
    ['technology speaks for it as well', system('cost: dear, risk: n/a', 'size: n/a, technical: t,'), 'pass'],
    ['the risk speaks for it as well', system('cost: dear, risk: low', 'size: n/a, technical: n/a,'), 'pass'],
    ['no factor applies', system('cost: n/a, risk: n/a', 'size: n/a, technical: n/a,'), 'pass'],
    [
      'a reason that begins like one that does not apply',
      system('cost: dear, risk: none of the devices leaves the room', 'size: n/a, technical: n/a,'),
      'pass',
    ],
  ],
  never: { unproven: 'what an alternative lacks makes it fail' },
  message: 'alternative to 164.312(a)(2)(iv) for id db: it lacks what makes it count (without factors.risk)',
})

describe('what an alternative has to say', () => {
  const today = '2026-11-24' as DayText
  const whole = {
    specification: '164.312(a)(2)(iv)',
    subjects: {},
    decision: 'alternative',
    factors: { size: 's', technical: 't', cost: 'c', risk: 'r' },
    whyNotReasonable: 'w',
    equivalentMeasure: 'e',
    riskAnalysis: 'r',
    approvedBy: { name: 'P. Q.' },
    approvedOn: today,
    reviewBy: today,
  } as Alternative

  it('is complete on the day of its approval, and of its review', () =>
    expect(alternativeFaults(whole, today)).toEqual([]))

  it.each([
    'decision',
    'whyNotReasonable',
    'equivalentMeasure',
    'riskAnalysis',
    'approvedBy',
    'approvedOn',
    'reviewBy',
  ] as const)('lacks %s', (key) => {
    const { [key]: _gone, ...rest } = whole
    expect(alternativeFaults(rest as Alternative, today).map(({ field }) => field)).toEqual([key])
  })

  it.each(['size', 'technical', 'cost', 'risk'] as const)('lacks the factor %s', (key) => {
    const { [key]: _gone, ...factors } = whole.factors ?? {}
    expect(alternativeFaults({ ...whole, factors }, today).map(({ field }) => field)).toEqual([
      `factors.${key}`,
    ])
  })

  it('is approved by somebody', () => {
    expect(alternativeFaults({ ...whole, approvedBy: 'none' }, today).map(({ field }) => field)).toEqual([
      'approvedBy',
    ])
  })

  it('cannot be approved tomorrow', () => {
    expect(alternativeFaults({ ...whole, approvedOn: '2026-11-25' as DayText }, today)).toHaveLength(1)
  })

  it('is overdue from the day after its review', () => {
    expect(alternativeFaults({ ...whole, reviewBy: '2026-11-23' as DayText }, today)[0]?.kind).toBe('overdue')
  })
})
