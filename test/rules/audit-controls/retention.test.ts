import { retention } from '#rules/audit-controls/retention.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/audit/retention'
const keeps = '/assets/logs/keeps'
const system = (stated: string, store = '') => `
    assets:
      - { id: ehr, kind: server, ephi: [stores], audit: { containsPhi: false, ${stated} } }
      - { id: logs, kind: log-store, ephi: none${store} }`
const to = (stated: string, store: string) => system(`destination: logs, ${stated}`, `, keeps: ${store}`)

ruleTable(retention, {
  system: (stated) => system(stated),
  rows: [
    ['a day less than a year', 'retention: 364 days', 'fail', { path, severity: 'medium' }],
    ['a year', 'retention: 1 year', 'fail', { path, severity: 'low' }],
    ['a year in days', 'retention: 365 days', 'fail', { path, severity: 'low' }],
    ['a day less than six years', 'retention: 2190 days', 'fail', { path, severity: 'low' }],
    ['six years', 'retention: 6 years', 'pass', path],
    ['six years in days', 'retention: 2191 days', 'pass', path],
    ['forever', 'retention: forever', 'pass', path],
    ['not said', 'enabled: true', 'unproven', path],
    ['not said by the store either', 'destination: logs', 'unproven', path],
    ['nothing recorded, of which another rule speaks', 'enabled: false, retention: 1 day', 'not-applicable'],
  ],
  also: [
    ['as long as the store keeps it', to('enabled: true', '6 years'), 'pass'],
    [
      'as long as a store that forgets',
      to('enabled: true', '90 days'),
      'fail',
      { path: keeps, severity: 'medium' },
    ],
    [
      'as long as a store that keeps two years',
      to('enabled: true', '2 years'),
      'fail',
      { path: keeps, severity: 'low' },
    ],
    [
      'the store keeps less than is promised',
      to('retention: 7 years', '6 years'),
      'fail',
      { path: keeps, severity: 'medium' },
    ],
    ['the store keeps what is promised', to('retention: 6 years', '6 years'), 'pass'],
    [
      'the store keeps more than a short promise',
      to('retention: 90 days', '6 years'),
      'fail',
      { path, severity: 'medium' },
    ],
    [
      'debug logs of what holds no ePHI',
      'assets: [{ id: app, kind: web-app, ephi: none, audit: { retention: 7 days } }]',
      'not-applicable',
    ],
  ],
  parameters: [
    ['two years at the least', { least: 'P2Y' }, 'retention: 1 year', 'fail'],
    ['seven years advised', { advised: 'P7Y' }, 'retention: 6 years', 'fail'],
    ['one year advised', { advised: 'P1Y' }, 'retention: 1 year', 'pass'],
  ],
  message: 'ehr: its records of activity are kept less long than 1 year (audit.retention is 364 days)',
})
