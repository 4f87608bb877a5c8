import { claimsCurrent } from '#rules/documentation/claims-current.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/system/asOf'
const attested = (until: string) => `
    system: { asOf: 2026-11-20 }
    attestations: [{ subjects: {}, facts: [audit], by: Maria, date: 2025-01-01, document: d${until} }]`

ruleTable(claimsCurrent, {
  profile: 'recommended',
  system: (stated) => `
    system: { name: Harbor, ${stated} }`,
  rows: [
    ['a day more than a year ago', 'asOf: 2025-11-23', 'fail', { path, severity: 'low' }],
    ['a year ago', 'asOf: 2025-11-24', 'pass', path],
    ['a day that has not come', 'asOf: 2026-11-25', 'unproven', path],
    ['nothing said', 'entity: covered-entity', 'unproven', path],
  ],
  also: [
    [
      'an attestation that ended yesterday',
      attested(', validUntil: 2026-11-23'),
      'fail',
      { path: '/attestations/0/validUntil', severity: 'low' },
    ],
    ['an attestation that ends today', attested(', validUntil: 2026-11-24'), 'pass'],
    ['an attestation without an end', attested(''), 'pass'],
  ],
  parameters: [['a month allowed', { period: 'P1M' }, 'asOf: 2026-10-23', 'fail']],
  message: 'Harbor: this description was last true longer than 12 months ago (system.asOf is 2025-11-23)',
})
