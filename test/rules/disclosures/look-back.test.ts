import { lookBack } from '#rules/disclosures/look-back.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/disclosures/retention'

ruleTable(lookBack, {
  system: (stated) => `
    system: { name: Clinic }
    disclosures: { ${stated} }
    assets:
      - { id: ehr, kind: server, ephi: [stores] }
      - { id: short, kind: log-store, keeps: 1 year }
      - { id: long, kind: log-store, keeps: 6 years }
      - { id: silent, kind: log-store }`,
  rows: [
    ['three years', 'retention: 3 years', 'fail', { path, severity: 'high' }],
    ['six years', 'retention: 6 years', 'pass', path],
    ['72 months', 'retention: 72 months', 'pass', path],
    ['71 months', 'retention: 71 months', 'fail', { path, severity: 'high' }],
    ['2192 days', 'retention: 2192 days', 'pass', path],
    ['2191 days', 'retention: 2191 days', 'pass', path],
    ['2190 days', 'retention: 2190 days', 'fail', { path, severity: 'low' }],
    ['2189 days', 'retention: 2189 days', 'fail', { path, severity: 'high' }],
    ['for ever', 'retention: forever', 'pass', path],
    ['in a store that forgets', 'retention: 6 years, log: [paper, short]', 'fail', '/disclosures/log'],
    ['in a store that keeps it', 'retention: 6 years, log: long', 'pass'],
    ['in a store that does not say', 'retention: 6 years, log: silent', 'pass'],
    ['nothing said', 'accounting: true', 'unproven', path],
  ],
  notApplicable:
    'system: { entity: business-associate }\nassets: [{ id: ehr, kind: server, ephi: [stores] }]',
  message:
    'Clinic: the record of disclosures cannot answer a request that goes back six years (disclosures.retention is 3 years)',
})
