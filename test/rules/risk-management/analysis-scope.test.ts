import { expect, it } from 'vitest'
import { analysisScope } from '#rules/risk-management/analysis-scope.js'
import { infrastructureOf } from '#test/infrastructure-of.js'
import { ruleTable, TODAY } from '#test/rule-table.js'
import { judge } from '../../../src/engine/judge.js'

const path = '/governance/riskAnalysis/covers'
const system = (stated: string) => `
    system: { name: Harbor }
    governance: { riskAnalysis: { document: a, ${stated} } }
    assets:
      - { id: db, kind: relational-database, ephi: [stores] }
      - { id: copier, kind: printer, ephi: [stores], count: 3, exceptions: [{ count: 1, why: old, set: { ownership: leased } }] }
      - { id: jump, kind: bastion, administers: { id: db } }
      - { id: brochures, kind: web-app, ephi: none }`

ruleTable(analysisScope, {
  system,
  rows: [
    ['servers alone', 'covers: { kind: server }', 'fail', { path, severity: 'high' }],
    ['everything', 'covers: all', 'pass', path],
    ['everything, by a match', 'covers: {}', 'pass', path],
    ['what holds ePHI and what controls it', 'covers: { id: [db, copier, jump] }', 'pass', path],
    ['what controls it is left out', 'covers: { id: [db, copier] }', 'fail', path],
    ['what holds ePHI is left out', 'covers: { id: [db, jump] }', 'fail', path],
    ['not said what it covers', 'date: 2026-02-02', 'unproven', path],
  ],
  also: [
    ['none, of which another rule speaks', 'governance: { riskAnalysis: none }', 'not-applicable'],
    ['none, with a note', 'governance: { riskAnalysis: { document: none } }', 'not-applicable'],
    ['no analysis stated', 'assets: [{ id: db, kind: server, ephi: [stores] }]', 'unproven', path],
  ],
  message:
    'Harbor: the risk analysis leaves out places that hold ePHI or control what does (outside of governance.riskAnalysis.covers: copier, db and jump)',
})

it.each([
  [4, 'a1, a2, a3 and a4'],
  [5, 'a1, a2, a3, a4 and 1 more'],
  [7, 'a1, a2, a3, a4 and 3 more'],
])('names %d places that are left out', (count, named) => {
  const assets = Array.from(
    { length: count },
    (_, index) => `{ id: a${index + 1}, kind: server, ephi: [stores] }`,
  )
  const infrastructure = infrastructureOf(`
    governance: { riskAnalysis: { covers: { kind: printer } } }
    assets: [${assets.join(', ')}]`)
  const [result] = judge(infrastructure, [analysisScope], { today: TODAY, profile: 'hipaa' })
  expect(result?.judged.map(({ verdict }) => 'found' in verdict && verdict.found)).toEqual([
    `outside of governance.riskAnalysis.covers: ${named}`,
  ])
})
