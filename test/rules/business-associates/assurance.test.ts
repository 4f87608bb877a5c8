import { assurance } from '#rules/business-associates/assurance.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/host/assurances'
const system = (
  stated: string,
  about = 'relationship: business-associate, baa: true',
  asset = 'service: Records',
  duties = 'backup: vendor, audit: shared, keys: us',
) => `
    vendors: [{ id: host, name: Host LLC, ${about}, responsibilities: { ${duties} }, ${stated} }]
    assets: [{ id: ehr, kind: saas, vendor: host, ephi: [stores], ${asset} }]`
const [subject, failing] = ['host/backup', 'assurances: []']

ruleTable(assurance, {
  system: (stated) => system(stated),
  rows: [
    ['none', 'assurances: []', 'fail', { path, severity: 'medium' }],
    ['lapsed yesterday', 'assurances: [{ kind: iso27001, validUntil: 2026-11-23 }]', 'fail', path],
    ['valid until today', 'assurances: [{ kind: iso27001, validUntil: 2026-11-24 }]', 'pass', path],
    [
      'one of two in date',
      'assurances: [{ kind: iso27001, validUntil: 2026-01-01 }, { kind: fedramp, validUntil: 2027-01-01 }]',
      'pass',
    ],
    ['a period that ended a year ago', 'assurances: [{ kind: soc2-type2, periodEnd: 2025-11-24 }]', 'pass'],
    [
      'a period that ended longer ago',
      'assurances: [{ kind: soc2-type2, periodEnd: 2025-11-23 }]',
      'fail',
      path,
    ],
    [
      'lapsed, whatever period it was for: the stated end decides',
      'assurances: [{ validUntil: 2026-01-01, periodEnd: 2026-03-31 }]',
      'fail',
      path,
    ],
    [
      'in date, of a period long past',
      'assurances: [{ validUntil: 2027-01-01, periodEnd: 2020-03-31 }]',
      'pass',
    ],
    ['no date', 'assurances: [{ kind: statement, document: letter }]', 'unproven', path],
    [
      'for the service in use',
      'assurances: [{ validUntil: 2027-01-01, services: [Mail, " records"] }]',
      'pass',
    ],
    ['for another service', 'assurances: [{ validUntil: 2027-01-01, services: [Mail] }]', 'fail', path],
    [
      'one for all services beside one for another',
      'assurances: [{ validUntil: 2027-01-01, services: [Mail] }, { validUntil: 2027-01-01 }]',
      'pass',
    ],
    [
      'for the service in use, but lapsed',
      'assurances: [{ validUntil: 2027-01-01, services: [Mail] }, { validUntil: 2026-01-01, services: [Records] }]',
      'fail',
      path,
    ],
    ['nothing said', 'verifiedOn: never', 'unproven', path],
    ['a period that ends today', 'assurances: [{ kind: soc2-type2, periodEnd: 2026-11-24 }]', 'pass'],
    [
      'a period that is not over',
      'assurances: [{ kind: soc2-type2, periodEnd: 2026-11-25 }]',
      'unproven',
      path,
    ],
  ],
  also: [
    [
      'a row for each safeguard',
      system(failing, 'baa: true', 'region: us', 'backup: vendor, access: vendor'),
      'fail',
      { subject: 'host/access' },
    ],
    [
      'and for the other',
      system(failing, 'baa: true', 'region: us', 'backup: vendor, access: vendor'),
      'fail',
      { subject },
    ],
    [
      'what is shared is ours to show',
      system(failing, 'baa: true', 'region: us', 'backup: shared'),
      'not-applicable',
    ],
    [
      'by the name of the product',
      system(
        'assurances: [{ validUntil: 2027-01-01, services: [Records] }]',
        'baa: true',
        'product: { name: Records }',
      ),
      'pass',
    ],
    [
      'which service is used is not said',
      system('assurances: [{ validUntil: 2027-01-01, services: [Records] }]', 'baa: true', 'region: us'),
      'unproven',
      '/assets/ehr/service',
    ],
    [
      'no agreement, of which baa-present tells',
      system(failing, 'relationship: business-associate, baa: none'),
      'not-applicable',
    ],
    [
      'a hospital that hosts us',
      system(failing, 'relationship: treatment-provider, baa: none'),
      'fail',
      path,
    ],
    ['whose relationship nobody stated', system(failing, 'verifiedOn: 2026-01-01'), 'fail', path],
    ['no ePHI', system(failing).replace('[stores]', 'none'), 'not-applicable'],
  ],
  parameters: [
    ['six months allowed', { age: 'P6M' }, 'assurances: [{ periodEnd: 2026-03-31 }]', 'fail'],
    ['two years allowed', { age: 'P2Y' }, 'assurances: [{ periodEnd: 2025-03-31 }]', 'pass'],
  ],
  message:
    'Host LLC (backup): the vendor runs this safeguard, and no assurance in date attests it (assurances is [])',
})
