import { publicParty } from '#rules/scope/public-party.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/parties/readers/relationship'
const system = (stated: string, flow = 'carries: ephi') => `
    data: [{ id: stats, class: deidentified, deidentification: { method: safe-harbor, date: 2026-01-01, by: R. Ode, document: D-1 } }]
    parties: [{ id: readers, ${stated} }]
    assets: [{ id: site, kind: web-app, ephi: [stores] }]
    flows: [{ from: site, to: readers, ${flow} }]`

ruleTable(publicParty, {
  system: (stated) => system(stated),
  rows: [
    ['the public', 'relationship: public', 'fail', { path, severity: 'critical' }],
    ['public health', 'relationship: public-health', 'pass', path],
    ['the individual', 'relationship: individual', 'pass', path],
    ['not said', 'count: 3', 'unproven', path],
  ],
  also: [
    ['de-identified', system('relationship: public', 'carries: stats'), 'not-applicable'],
    [
      'the patient authorized it',
      system('relationship: public', 'carries: ephi, authorization: { kind: patient }'),
      'pass',
    ],
  ],
  notApplicable:
    'vendors: [{ id: v, relationship: none }]\nassets: [{ id: a, kind: server, ephi: [stores] }]\nflows: [{ from: a, to: v, carries: ephi }]',
  message: 'readers: ePHI goes to the public (site → readers)',
})
