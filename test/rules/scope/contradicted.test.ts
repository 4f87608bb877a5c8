import { contradicted } from '#rules/scope/contradicted.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/reports/ephi'
const system = (stated: string) => `
    assets:
      - { id: ehr, kind: server, ephi: [stores] }
      - { id: relay, kind: integration-engine }
      - { id: reports, kind: data-warehouse, ephi: none }
    flows:
      - { from: ehr, to: relay, carries: ephi }
      - { from: relay, to: reports, data: to, ${stated} }`

ruleTable(contradicted, {
  system,
  rows: [
    ['ePHI reaches it', 'carries: ephi', 'fail', { path, severity: 'high' }],
    ['what reaches it is not said', 'medium: network', 'unproven', path],
    ['no ePHI reaches it', 'carries: none', 'not-applicable'],
    ['synthetic data reaches it', 'carries: synthetic', 'not-applicable'],
  ],
  never: { pass: 'where nothing contradicts it, there is nothing to ask' },
  notApplicable:
    'assets: [{ id: ehr, kind: server, ephi: [stores] }, { id: web, kind: web-app, ephi: none }]',
  message: 'reports: it is said to hold no ePHI, and ePHI reaches it (ehr → relay → reports)',
})
