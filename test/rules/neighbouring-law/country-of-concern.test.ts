import { countryOfConcern } from '#rules/neighbouring-law/country-of-concern.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/store/region'
const system = (stated: string, about = 'individuals: 10001', asset = 'ephi: [stores]') => `
    system: { name: Clinic, ${about} }
    data:
      - { id: stats, class: deidentified, individuals: 20000, deidentification: { method: safe-harbor, date: 2026-01-01, by: P. Q., document: record } }
      - { id: few, class: deidentified, individuals: 900, deidentification: { method: safe-harbor, date: 2026-01-01, by: P. Q., document: record } }
      - { id: half, class: deidentified, individuals: 9100, deidentification: { method: safe-harbor, date: 2026-01-01, by: P. Q., document: record } }
      - { id: rest, class: deidentified, individuals: 901, deidentification: { method: safe-harbor, date: 2026-01-01, by: P. Q., document: record } }
      - { id: chart, class: ephi }
    sites: [{ id: lab, operator: us, jurisdiction: CN }]
    assets: [{ id: store, kind: object-store, ${asset}, ${stated} }]`

ruleTable(countryOfConcern, {
  system: (stated) => system(stated),
  rows: [
    ['in China', 'region: cn-north-1', 'fail', { path, severity: 'high' }],
    ['in Hong Kong', 'region: ap-east-1', 'fail', path],
    ...['Macau', 'CU', 'IR', 'KP', 'Russia', 'VE'].map(
      (country) => [`in ${country}`, `region: ${country}`, 'fail', path] as const,
    ),
    ['at a site in China', 'site: lab', 'fail', '/sites/lab/jurisdiction'],
    ['in Taiwan', 'region: asia-east1', 'pass', path],
    ['in Virginia', 'region: us-east-1', 'pass', path],
    ['encrypted, in China', 'region: cn-north-1, encryptionAtRest: true', 'fail', path],
    ['nothing said', 'tenancy: shared', 'unproven', { path, severity: 'low' }],
  ],
  also: [
    ['10,000 people', system('region: CN', 'individuals: 10000'), 'not-applicable'],
    [
      'how many people is not said',
      system('region: CN', 'asOf: 2026-11-01'),
      'unproven',
      '/system/individuals',
    ],
    ['how many is not said, in Virginia', system('region: us-east-1', 'asOf: 2026-11-01'), 'pass'],
    ['de-identified data of many', system('region: CN', 'individuals: 100', 'holds: stats'), 'fail', path],
    [
      'de-identified data of few',
      system('region: CN', 'individuals: 100000', 'holds: few'),
      'not-applicable',
    ],
    ['the most of several', system('region: CN', 'individuals: 100', 'holds: [few, stats]'), 'fail', path],
    [
      'data that does not say of how many',
      system('region: CN', 'individuals: 20000', 'holds: chart'),
      'fail',
      path,
    ],
    ['no health data', system('region: CN', 'individuals: 20000', 'holds: none'), 'not-applicable'],
    [
      'two sets that are bulk only together',
      system('region: CN', 'individuals: 100', 'holds: [half, rest]'),
      'unproven',
      '/system/individuals',
    ],
    [
      'two sets that are not even together',
      system('region: CN', 'individuals: 100', 'holds: [half, few]'),
      'not-applicable',
    ],
    [
      'a set of few, and one that does not say of how many',
      system('region: CN', 'individuals: 100', 'holds: [few, chart]'),
      'unproven',
      '/data/chart/individuals',
    ],
    [
      'a set of many, and one that does not say of how many',
      system('region: CN', 'individuals: 100', 'holds: [stats, chart]'),
      'fail',
      path,
    ],
  ],
  message:
    'store: health data of more than 10,000 people lies in a country of concern (cn-north-1, in CN; 10001 people)',
})
