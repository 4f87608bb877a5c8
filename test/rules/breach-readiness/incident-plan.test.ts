import { incidentPlan } from '#rules/breach-readiness/incident-plan.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/incidentResponse'

ruleTable(incidentPlan, {
  system: (stated) => `
    system: { name: Clinic }
    governance: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['none', 'incidentResponse: none', 'fail', { path, severity: 'high' }],
    ['said to be none, with a note', 'incidentResponse: { document: none, notes: planned }', 'fail', path],
    ['a plan; when it was tested is not said', 'incidentResponse: { document: plan.md }', 'pass', path],
    [
      'tested a year ago, the bound itself',
      'incidentResponse: { document: plan.md, lastTest: 2025-11-24 }',
      'pass',
    ],
    [
      'tested longer ago',
      'incidentResponse: { document: plan.md, lastTest: 2025-11-23 }',
      'fail',
      { path: `${path}/lastTest`, severity: 'medium' },
    ],
    [
      'never tested',
      'incidentResponse: { document: plan.md, lastTest: never }',
      'fail',
      { severity: 'medium' },
    ],
    ['nothing said', 'notes: see the binder', 'unproven', path],
    [
      'to be tested tomorrow, which shows nothing',
      'incidentResponse: { document: plan.md, lastTest: 2026-11-25 }',
      'unproven',
      `${path}/lastTest`,
    ],
  ],
  also: [['no governance', 'assets: [{ id: ehr, kind: server, ephi: [stores] }]', 'unproven', path]],
  parameters: [
    [
      'half a year asked for',
      { tested: 'P6M' },
      'incidentResponse: { document: plan.md, lastTest: 2026-05-23 }',
      'fail',
    ],
    [
      'two years allowed',
      { tested: 'P2Y' },
      'incidentResponse: { document: plan.md, lastTest: 2025-01-01 }',
      'pass',
    ],
  ],
  message: 'Clinic: there is no plan for security incidents (governance.incidentResponse is none)',
})
