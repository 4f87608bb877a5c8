import { baaPresent } from '#rules/business-associates/baa-present.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/host/baa'
const system = (stated: string) => `
    vendors: [{ id: host, name: Host LLC, ${stated} }]
    assets: [{ id: ehr, kind: saas, vendor: host, ephi: [stores] }]`
const access = (stated: string, group = 'support') => `
    vendors: [{ id: host, ${stated} }]
    identity: { groups: [{ id: support, kind: vendor, vendor: host }, { id: staff, kind: workforce }] }
    assets: [{ id: ehr, kind: server, ephi: [stores], access: { authorised: [${group}] } }]`

ruleTable(baaPresent, {
  system: (stated) => system(`relationship: business-associate, ${stated}`),
  rows: [
    ['none', 'baa: none', 'fail', { path, severity: 'critical' }],
    ['denied', 'baa: false', 'fail', path],
    ['signed, no more said', 'baa: true', 'pass', path],
    ['signed', 'baa: { executedOn: 2024-03-01 }', 'pass', path],
    ['nothing said', 'verifiedOn: never', 'unproven', path],
  ],
  also: [
    ['a subcontractor', system('relationship: subcontractor, baa: none'), 'fail'],
    ['a conduit', system('relationship: conduit, baa: none'), 'not-applicable'],
    ['a provider who treats', system('relationship: treatment-provider, baa: none'), 'not-applicable'],
    ['a health plan', system('relationship: health-plan, baa: none'), 'not-applicable'],
    ['somebody of the workforce', system('relationship: workforce, baa: none'), 'not-applicable'],
    [
      'a subcontractor of the associate of a covered entity',
      `system: { entity: covered-entity }${system('relationship: subcontractor, baa: none')}`.replaceAll(
        /^ {4}/gm,
        '',
      ),
      'not-applicable',
    ],
    [
      'a service for AI, of which often-missed tells',
      system('relationship: business-associate, baa: none').replace('kind: saas', 'kind: ai-service'),
      'not-applicable',
    ],
    [
      'runs nothing, and its people may open it',
      access('relationship: business-associate, baa: none'),
      'fail',
      path,
    ],
    ['its people may not', access('relationship: business-associate, baa: none', 'staff'), 'not-applicable'],
    [
      'it left, of which ended-vendor tells',
      access('relationship: business-associate, baa: none, ended: { date: 2026-01-01 }'),
      'not-applicable',
    ],
    [
      'what reaches it is de-identified',
      `
    vendors: [{ id: host, relationship: business-associate, baa: none }]
    data: [{ id: stats, class: deidentified, deidentification: { method: safe-harbor, date: 2026-01-01, by: P. Q., document: record } }]
    assets: [{ id: ehr, kind: server, ephi: [stores] }]
    flows: [{ from: ehr, to: host, carries: stats, data: to }]`,
      'not-applicable',
    ],
    [
      'no ePHI',
      system('relationship: business-associate, baa: none').replace('[stores]', 'none'),
      'not-applicable',
    ],
  ],
  message: 'Host LLC: it gets ePHI without a business associate agreement (baa is none)',
})
