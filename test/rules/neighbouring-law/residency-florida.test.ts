import { residencyFlorida } from '#rules/neighbouring-law/residency-florida.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/region'
const system = (
  stated: string,
  product = 'product: { certifiedEhr: true }',
  about = 'providerType: hospital, jurisdictions: [US-FL]',
  asset = 'kind: saas, ephi: [stores]',
) => `
    system: { ${about} }
    assets: [{ id: ehr, ${asset}, ${product}, ${stated} }, { id: portal, kind: web-app, ephi: none }]`

ruleTable(residencyFlorida, {
  system: (stated) => system(stated),
  rows: [
    ['in Ireland', 'region: europe-west1', 'fail', { path, severity: 'high' }],
    ['in Virginia', 'region: eastus', 'pass', path],
    ['in Guam', 'region: Guam', 'pass', path],
    ['in Canada', 'region: ca-central-1', 'pass', path],
    ['in Mexico', 'region: mx-central-1', 'fail', path],
    ['nothing said', 'tenancy: shared', 'unproven', path],
  ],
  also: [
    [
      'whether the health record is certified is not said',
      system('region: europe-west1', 'tenancy: shared'),
      'unproven',
      '/assets/ehr/product/certifiedEhr',
    ],
    ['not said, but in Virginia', system('region: eastus', 'tenancy: shared'), 'pass'],
    [
      'no certified health record',
      system('region: europe-west1', 'product: { certifiedEhr: false }'),
      'not-applicable',
    ],
    [
      'another system is the certified one',
      system('region: europe-west1', 'product: { certifiedEhr: false }').replace(
        'ephi: none',
        'ephi: none, product: { certifiedEhr: true }',
      ),
      'fail',
      path,
    ],
    [
      'a practice',
      system('region: IN', undefined, 'providerType: physician-practice, jurisdictions: [US-FL]'),
      'fail',
    ],
    [
      'a health plan',
      system('region: IN', undefined, 'providerType: health-plan, jurisdictions: [US-FL]'),
      'not-applicable',
    ],
    [
      'which provider is not said',
      system('region: IN', undefined, 'jurisdictions: [US-FL]'),
      'not-applicable',
    ],
    [
      'another state',
      system('region: IN', undefined, 'providerType: hospital, jurisdictions: [US-GA]'),
      'not-applicable',
    ],
    [
      'a log',
      system('region: IN', undefined, undefined, 'kind: log-store, ephi: [stores]'),
      'not-applicable',
    ],
  ],
  message: 'ehr: it keeps patient information where Florida does not allow it (europe-west1, in BE)',
})
