import { ownFloor } from '#rules/documentation/own-floor.js'
import { ruleTable } from '#test/rule-table.js'

const atLeast = '/retentionFloors/0/atLeast'
const floor = (stated: string, kept: string) => `
    retentionFloors: [{ ${stated} }]
    ${kept}`
const audit = (asset: string, more = '') =>
  floor(
    'of: audit, atLeast: 6 years, source: policy',
    `assets: [{ id: db, kind: server, ephi: [stores], ${asset} }, { id: brochures, kind: web-app, ephi: none, audit: { retention: 1 day } }${more}]`,
  )
const store = (keeps: string) => `, { id: siem, kind: log-store, ephi: none, ${keeps} }`

ruleTable(ownFloor, {
  system: (stated) => `
    retentionFloors: ${stated}
    disclosures: { retention: 6 years }`,
  rows: [
    [
      'a contract asks for more',
      '[{ of: disclosures, atLeast: 10 years, source: contract }]',
      'fail',
      { path: '/disclosures/retention', severity: 'high' },
    ],
    ['kept as long', '[{ of: disclosures, atLeast: 6 years, source: contract }]', 'pass'],
    ['kept longer', '[{ of: disclosures, atLeast: 5 years }]', 'pass'],
    ['not said of what', '[{ atLeast: 10 years }]', 'unproven', '/retentionFloors/0/of'],
    ['not said how long', '[{ of: disclosures }]', 'unproven', atLeast],
    [
      'what it is about is not stated',
      '[{ of: documents, atLeast: 6 years }]',
      'unproven',
      '/governance/documentRetention',
    ],
    ['no such promise', '[]', 'not-applicable'],
  ],
  also: [
    [
      'documents',
      floor('of: documents, atLeast: 10 years', 'governance: { documentRetention: 6 years }'),
      'fail',
      '/governance/documentRetention',
    ],
    [
      'records of adults',
      floor('of: records, atLeast: 10 years', 'records: { retention: { adults: 7 years } }'),
      'fail',
      '/records/retention/adults',
    ],
    [
      'records of minors by years',
      floor(
        'of: records, atLeast: 10 years',
        'records: { retention: { adults: 10 years, minors: 9 years } }',
      ),
      'fail',
      '/records/retention/minors',
    ],
    [
      'records of minors by age',
      floor(
        'of: records, atLeast: 10 years',
        'records: { retention: { adults: 10 years, minors: { untilAge: 28 } } }',
      ),
      'pass',
    ],
    ['trails', audit('audit: { retention: 1 year }'), 'fail', '/assets/db/audit/retention'],
    ['trails kept as long', audit('audit: { retention: 6 years }'), 'pass'],
    ['trails, nothing said', audit('audit: true'), 'unproven', '/assets/db/audit/retention'],
    [
      'trails that are off, of which another rule speaks',
      audit('audit: false'),
      'unproven',
      '/retentionFloors/0/of',
    ],
    [
      'trails that go to a store which keeps them',
      audit('audit: { destination: siem }', store('keeps: 6 years')),
      'pass',
    ],
    [
      'trails that go to a store which forgets them',
      audit('audit: { destination: siem }', store('keeps: 1 year')),
      'fail',
      '/assets/siem/keeps',
    ],
    [
      'trails that are promised longer than their store keeps them',
      audit('audit: { retention: 6 years, destination: siem }', store('keeps: 1 year')),
      'fail',
      '/assets/siem/keeps',
    ],
    [
      'trails that go to a store of which nothing is said',
      audit('audit: { destination: siem }', store('tags: { a: b }')),
      'unproven',
      '/assets/db/audit/retention',
    ],
    ['trails that stay', audit('audit: { destination: none, retention: 1 year }'), 'fail'],
    [
      'trails of a vendor',
      `
    vendors: [{ id: host, responsibilities: { audit: vendor } }]
    ${audit('vendor: host, audit: { retention: 1 year }').trim()}`,
      'unproven',
      '/retentionFloors/0/of',
    ],
    [
      'a customer’s contract',
      `
    system: { customers: [{ name: Mercy, retentionFloors: [{ of: disclosures, atLeast: 10 years }] }] }
    disclosures: { retention: 6 years }`,
      'fail',
      { path: '/disclosures/retention', subject: 'contract of Mercy on disclosures' },
    ],
  ],
  notApplicable: 'disclosures: { retention: 1 year }',
  message:
    'contract on disclosures: what it asks to keep is kept less long (disclosures.retention is 6 years; asked are 10 years)',
})
