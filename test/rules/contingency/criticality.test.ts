import { expect, it } from 'vitest'
import { criticality } from '#rules/contingency/criticality.js'
import { noteOf } from '#test/note-of.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/contingency/criticalityAnalysis'
const system = (stated: string, ehr = '', files = '') => `
    system: { name: Clinic }
    contingency: { ${stated} }
    assets:
      - { id: ehr, kind: server, ephi: [stores], ${ehr} }
      - { id: files, kind: file-share, ephi: [stores], ${files} }
      - { id: brochures, kind: web-app, ephi: none }`

ruleTable(criticality, {
  system: (stated) => system(stated),
  rows: [
    ['none', 'criticalityAnalysis: none', 'fail', { path, severity: 'medium' }],
    ['said to be none, with a note', 'criticalityAnalysis: { document: none, notes: planned }', 'fail', path],
    ['a document', 'criticalityAnalysis: { document: impact.md }', 'pass', path],
    ['nothing said', 'notes: see the binder', 'unproven', path],
  ],
  also: [
    [
      'every asset with ePHI is ranked',
      system('notes: x', 'criticality: critical', 'criticality: low'),
      'pass',
    ],
    ['one is not', system('notes: x', 'criticality: critical'), 'unproven', path],
    [
      'every one is ranked, and the analysis said to be missing',
      system('criticalityAnalysis: none', 'criticality: critical', 'criticality: low'),
      'fail',
      path,
    ],
    [
      'no asset with ePHI to rank',
      'assets: [{ id: brochures, kind: web-app, ephi: none, criticality: low }]',
      'unproven',
      path,
    ],
  ],
  message:
    'Clinic: nobody assessed which applications and data are needed first (contingency.criticalityAnalysis is none)',
})

it('notes what the ranking rests on', () =>
  expect(noteOf(criticality, system('notes: x', 'criticality: critical', 'criticality: low'))).toBe(
    'every asset with ePHI states `criticality`',
  ))
