import { retention } from '#rules/documentation/retention.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/documentRetention'

ruleTable(retention, {
  system: (stated) => `
    system: { name: Harbor }
    governance: { ${stated} }`,
  rows: [
    ['five years', 'documentRetention: 5 years', 'fail', { path, severity: 'high' }],
    ['six years', 'documentRetention: 6 years', 'pass', path],
    ['72 months', 'documentRetention: P72M', 'pass', path],
    ['2191 days', 'documentRetention: 2191 days', 'pass', path],
    ['2190 days', 'documentRetention: 2190 days', 'fail', { path, severity: 'low' }],
    ['2189 days', 'documentRetention: 2189 days', 'fail', { path, severity: 'high' }],
    ['without end', 'documentRetention: forever', 'pass', path],
    ['nothing said', 'training: none', 'unproven', path],
  ],
  message:
    'Harbor: policies and records of compliance are kept less than six years (governance.documentRetention is 5 years)',
})
