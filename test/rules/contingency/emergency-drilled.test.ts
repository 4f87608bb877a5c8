import { expect, it } from 'vitest'
import { emergencyDrilled } from '#rules/contingency/emergency-drilled.js'
import { noteOf } from '#test/note-of.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/contingency/emergencyMode/lastTest'
const system = (stated: string, provider = 'physician-practice') => `
    system: { name: Clinic, providerType: ${provider} }
    contingency: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`

ruleTable(emergencyDrilled, {
  system: (stated) => system(stated),
  rows: [
    [
      'never',
      'emergencyMode: { document: downtime.md, lastTest: never }',
      'fail',
      { path, severity: 'medium' },
    ],
    ['a year ago, the bound itself', 'emergencyMode: { lastTest: 2025-11-24 }', 'pass'],
    ['a day more', 'emergencyMode: { lastTest: 2025-11-23 }', 'fail', { path, severity: 'low' }],
    ['not said when', 'emergencyMode: { document: downtime.md }', 'unproven', path],
    ['nothing said of the plan', 'notes: see the binder', 'unproven', path],
    ['no plan, of which another rule speaks', 'emergencyMode: none', 'not-applicable'],
    [
      'no plan with a note, of which another rule speaks',
      'emergencyMode: { document: none, lastTest: never }',
      'not-applicable',
    ],
    [
      'planned for tomorrow, which shows nothing',
      'emergencyMode: { lastTest: 2026-11-25 }',
      'unproven',
      path,
    ],
  ],
  also: [
    ['of a hospital', system('emergencyMode: { lastTest: 2026-05-04 }', 'hospital'), 'pass'],
    [
      'of a hospital, long ago',
      system('emergencyMode: { lastTest: 2020-05-04 }', 'hospital'),
      'fail',
      { severity: 'low' },
    ],
    ['of a hospital, not said', system('notes: x', 'hospital'), 'unproven', path],
  ],
  parameters: [
    ['every month asked for', { period: 'P1M' }, 'emergencyMode: { lastTest: 2026-05-04 }', 'fail'],
  ],
  message:
    'Clinic: work while the systems are down was never drilled (contingency.emergencyMode.lastTest is never)',
})

it.each([
  ['hospital', '42 CFR 482.15(d) asks more of hospitals than this'],
  ['physician-practice', undefined],
])('notes of a %s: %s', (provider, note) =>
  expect(noteOf(emergencyDrilled, system('emergencyMode: { lastTest: 2026-05-04 }', provider))).toBe(note),
)

it('notes nothing of a hospital that drills too seldom', () =>
  expect(noteOf(emergencyDrilled, system('emergencyMode: { lastTest: 2020-05-04 }', 'hospital'))).toBe(
    undefined,
  ))
