import { reviewed } from '#rules/documentation/reviewed.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/policies'
const low = { path: `${path}/date`, severity: 'low' } as const
const medium = { path: `${path}/date`, severity: 'medium' } as const

ruleTable(reviewed, {
  system: (stated) => `
    governance: { ${stated} }`,
  rows: [
    ['a day more than a year ago', 'policies: { document: p, date: 2025-11-23 }', 'fail', low],
    ['a year ago', 'policies: { document: p, date: 2025-11-24 }', 'pass'],
    ['without a day', 'policies: { document: p }', 'unproven', low],
    ['a day that has not come', 'policies: { document: p, date: 2026-11-25 }', 'unproven', low],
    [
      'its own period, a day over',
      'policies: { document: p, date: 2024-11-23, reviewEvery: 2 years }',
      'fail',
      medium,
    ],
    ['its own period, kept', 'policies: { document: p, date: 2024-11-24, reviewEvery: 2 years }', 'pass'],
    [
      'its own period, shorter than ours',
      'policies: { document: p, date: 2026-05-23, reviewEvery: 6 months }',
      'fail',
      medium,
    ],
    ['its own period, without a day', 'policies: { document: p, reviewEvery: 1 year }', 'unproven', medium],
    [
      'never to be reviewed',
      'policies: { document: p, date: 2026-11-01, reviewEvery: never }',
      'fail',
      { path: `${path}/reviewEvery`, severity: 'medium' },
    ],
    ['none, of which another rule speaks', 'policies: none', 'not-applicable'],
    ['none, with a note', 'policies: { document: none, date: 2020-01-01 }', 'not-applicable'],
    ...['riskAnalysis', 'evaluation', 'breachLog', 'vulnerabilityScans', 'penetrationTest'].map(
      (name) =>
        [`${name}, made anew`, `${name}: { document: d, date: 2020-01-01 }`, 'not-applicable'] as const,
    ),
    ...['riskAnalysis', 'evaluation', 'breachLog', 'vulnerabilityScans', 'penetrationTest'].map(
      (name) =>
        [
          `${name} with a period of its own`,
          `${name}: { document: d, date: 2024-01-01, reviewEvery: 1 year }`,
          'fail',
          { path: `/governance/${name}/date`, severity: 'medium' },
        ] as const,
    ),
    ...[
      'riskManagement',
      'sanctions',
      'training',
      'incidentResponse',
      'activityReview',
      'breachNotification',
      'inventory',
      'networkMap',
    ].map(
      (name) =>
        [
          `${name} of long ago`,
          `${name}: { document: d, date: 2024-01-01 }`,
          'fail',
          { path: `/governance/${name}/date`, severity: 'low' },
        ] as const,
    ),
  ],
  also: [
    ...['backupPlan', 'disasterRecovery', 'emergencyMode', 'testing', 'criticalityAnalysis'].map(
      (name) =>
        [
          `${name} of long ago`,
          `contingency: { ${name}: { document: d, date: 2024-01-01 } }`,
          'fail',
          `/contingency/${name}/date`,
        ] as const,
    ),
    [
      'the procedure for emergencies',
      'identity: { emergencyAccess: { document: d, date: 2024-01-01 } }',
      'fail',
      '/identity/emergencyAccess/date',
    ],
    [
      'the procedure of one asset',
      'assets: [{ id: ehr, kind: saas, access: { emergencyAccess: { document: d, date: 2024-01-01 } } }]',
      'fail',
      '/assets/ehr/access/emergencyAccess/date',
    ],
    [
      'a facility security plan',
      'sites: [{ id: office, physicalAccess: { documented: { document: d, date: 2024-01-01 } } }]',
      'fail',
      '/sites/office/physicalAccess/documented/date',
    ],
    [
      'a data use agreement',
      'data: [{ id: cohort, class: limited-data-set, dataUseAgreement: { document: d, date: 2024-01-01 } }]',
      'fail',
      '/data/cohort/dataUseAgreement/date',
    ],
  ],
  parameters: [
    ['two years allowed', { period: 'P2Y' }, 'policies: { document: p, date: 2024-11-24 }', 'pass'],
    [
      'its own period counts',
      { period: 'P9Y' },
      'policies: { document: p, date: 2020-01-01, reviewEvery: 1 year }',
      'fail',
    ],
  ],
  notApplicable: 'assets: [{ id: db, kind: server, ephi: [stores] }]',
  message:
    'governance.policies: it was not reviewed within 12 months (governance.policies.date is 2025-11-23)',
})
