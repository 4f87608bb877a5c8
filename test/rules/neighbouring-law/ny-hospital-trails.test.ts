import { nyHospitalTrails } from '#rules/neighbouring-law/ny-hospital-trails.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/audit/retention'
const system = (stated: string, about = 'providerType: hospital, jurisdictions: [US-NY]', audit = 'us') => `
    system: { ${about} }
    vendors: [{ id: host, responsibilities: { audit: ${audit} } }]
    assets: [{ id: ehr, kind: saas, vendor: host, ephi: [stores], audit: { ${stated} } }]`
const stored = (audit: string, keeps: string) => `
    system: { providerType: hospital, jurisdictions: [US-NY] }
    assets:
      - { id: ehr, kind: server, ephi: [stores], audit: { ${audit} } }
      - { id: logs, kind: log-store, ephi: none${keeps === '' ? '' : `, keeps: ${keeps}`} }`

ruleTable(nyHospitalTrails, {
  system: (stated) => system(stated),
  rows: [
    ['two years', 'retention: 2 years', 'fail', { path, severity: 'low' }],
    ['six years, the bound itself', 'retention: 6 years', 'pass', path],
    ['2191 days', 'retention: 2191 days', 'pass', path],
    ['2190 days', 'retention: 2190 days', 'fail', path],
    ['for ever', 'retention: forever', 'pass', path],
    ['nothing said', 'tamperProof: true', 'unproven', path],
    [
      'nothing recorded, of which audit-controls tells',
      'enabled: false, retention: 1 year',
      'not-applicable',
    ],
  ],
  also: [
    ['a vendor records', system('retention: 2 years', undefined, 'vendor'), 'not-applicable'],
    ['a vendor records with us', system('retention: 2 years', undefined, 'shared'), 'fail', path],
    [
      'a practice',
      system('retention: 2 years', 'providerType: physician-practice, jurisdictions: [US-NY]'),
      'not-applicable',
    ],
    [
      'another state',
      system('retention: 2 years', 'providerType: hospital, jurisdictions: [US-NJ]'),
      'not-applicable',
    ],
    ['no ePHI', system('retention: 2 years').replace('[stores]', 'none'), 'not-applicable'],
    ['kept by a store for six years', stored('destination: logs', '6 years'), 'pass', '/assets/logs/keeps'],
    [
      'kept by a store for less',
      stored('destination: logs', '5 years'),
      'fail',
      { path: '/assets/logs/keeps', severity: 'low' },
    ],
    [
      'promised for longer than the store keeps it',
      stored('destination: logs, retention: 6 years', '5 years'),
      'fail',
      '/assets/logs/keeps',
    ],
    ['promised, and kept', stored('destination: logs, retention: 6 years', '7 years'), 'pass'],
    ['kept by another store', stored('retention: 6 years', '5 years'), 'pass', path],
    [
      'promised, and what the store keeps is not said',
      stored('destination: logs, retention: 6 years', ''),
      'pass',
      path,
    ],
  ],
  message:
    'ehr: its audit trail is kept less than the six years that New York asks of hospitals (audit.retention is 2 years)',
})
