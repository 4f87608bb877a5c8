import { residencyTexas } from '#rules/neighbouring-law/residency-texas.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/region'
const system = (
  stated: string,
  about = 'providerType: physician-practice, jurisdictions: [US-TX]',
  asset = 'kind: relational-database, ephi: [stores]',
) => `
    system: { ${about} }
    sites: [{ id: office, operator: us, jurisdiction: US-TX }, { id: pune, operator: us, jurisdiction: IN }, { id: nowhere, operator: us }]
    assets: [{ id: ehr, ${asset}, ${stated} }]`
const providers = ['hospital', 'health-plan', 'clearinghouse', 'vendor']

ruleTable(residencyTexas, {
  system: (stated) => system(stated),
  rows: [
    ['in Ireland', 'region: eu-west-1', 'fail', { path, severity: 'high' }],
    ['in Virginia', 'region: us-east-1', 'pass', path],
    ['in Puerto Rico', 'region: PR', 'pass', path],
    ['in Canada', 'region: canadacentral', 'fail', path],
    ['at a site in Texas', 'site: office', 'pass'],
    ['at a site in India', 'site: pune', 'fail', '/sites/pune/jurisdiction'],
    ['the region counts, before the site', 'site: office, region: IN', 'fail', path],
    ['at a site of which nothing is said', 'site: nowhere', 'unproven', path],
    ['a region that nobody knows', 'region: moon-base-1', 'unproven', path],
    ['nothing said', 'tenancy: shared', 'unproven', path],
  ],
  also: [
    ...providers.map(
      (provider) =>
        [
          provider,
          system('region: eu-west-1', `providerType: ${provider}, jurisdictions: [US-TX]`),
          'fail',
        ] as const,
    ),
    [
      'it may be nursing, which is free',
      system('region: eu-west-1', 'providerType: other, jurisdictions: [US-TX]'),
      'unproven',
      '/system/providerType',
    ],
    [
      'nursing, in Virginia',
      system('region: us-east-1', 'providerType: other, jurisdictions: [US-TX]'),
      'pass',
    ],
    [
      'which provider is not said',
      system('region: eu-west-1', 'jurisdictions: [US-TX]'),
      'unproven',
      '/system/providerType',
    ],
    [
      'one of several states',
      system('region: eu-west-1', 'providerType: hospital, jurisdictions: [US-OK, US-TX]'),
      'fail',
    ],
    [
      'a copy in the cloud',
      system('region: eu-west-1', undefined, 'kind: backup-vault, ephi: [stores]'),
      'fail',
    ],
    ['a log', system('region: eu-west-1', undefined, 'kind: log-store, ephi: [stores]'), 'not-applicable'],
    [
      'a store of logs',
      system('region: eu-west-1', undefined, 'kind: object-store, purpose: log, ephi: [stores]'),
      'not-applicable',
    ],
    [
      'what only passes it on',
      system('region: eu-west-1', undefined, 'kind: load-balancer, ephi: [transmits]'),
      'not-applicable',
    ],
    [
      'another state',
      system('region: eu-west-1', 'providerType: hospital, jurisdictions: [US-OK]'),
      'not-applicable',
    ],
  ],
  notApplicable: system('region: eu-west-1', undefined, 'kind: web-app, ephi: none'),
  message:
    'ehr: it keeps health records outside the United States, which Texas does not allow (eu-west-1, in IE)',
})
