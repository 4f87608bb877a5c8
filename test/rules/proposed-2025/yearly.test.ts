import { yearly } from '#rules/proposed-2025/yearly.js'
import { ruleTable } from '#test/rule-table.js'

const NAMES = ['inventory', 'networkMap', 'riskAnalysis', 'evaluation', 'training', 'incidentResponse']
const FRESH = '{ document: d, date: 2026-11-01, lastTest: 2026-11-01 }'
const low = (path: string) => ({ path: `/governance/${path}`, severity: 'low' }) as const

ruleTable(yearly, {
  profile: 'hipaa-2025-proposed',
  system: (stated) => `
    governance: { ${[stated, ...NAMES.filter((name) => !stated.includes(name)).map((name) => `${name}: ${FRESH}`)].join(', ')} }`,
  rows: [
    ...NAMES.slice(0, 5).flatMap(
      (name) =>
        [
          [
            `${name}, a day more than a year ago`,
            `${name}: { date: 2025-11-23 }`,
            'fail',
            low(`${name}/date`),
          ],
          [`${name}, a year ago`, `${name}: { date: 2025-11-24 }`, 'pass'],
          [`${name}, without a day`, `${name}: { document: d }`, 'unproven', low(`${name}/date`)],
        ] as const,
    ),
    ['no inventory', 'inventory: none', 'fail', low('inventory')],
    ['no map', 'networkMap: { document: none }', 'fail', low('networkMap')],
    ...NAMES.slice(2).map(
      (name) => [`no ${name}, of which another rule speaks`, `${name}: none`, 'pass'] as const,
    ),
    [
      'an incident plan that was tested too long ago',
      'incidentResponse: { date: 2026-11-01, lastTest: 2025-11-23 }',
      'fail',
      low('incidentResponse/lastTest'),
    ],
    ['an incident plan that was never tested', 'incidentResponse: { lastTest: never }', 'fail'],
    [
      'an incident plan that was tested, however old',
      'incidentResponse: { date: 2020-11-01, lastTest: 2025-11-24 }',
      'pass',
    ],
    [
      'an incident plan, test not said',
      'incidentResponse: { date: 2026-11-01 }',
      'unproven',
      low('incidentResponse/lastTest'),
    ],
  ],
  parameters: [['two years allowed', { period: 'P2Y' }, 'inventory: { date: 2024-11-24 }', 'pass']],
  also: [
    ['nothing said', 'assets: [{ id: db, kind: server, ephi: [stores] }]', 'unproven', low('inventory/date')],
  ],
  message:
    'governance.inventory: the proposal would have it renewed every 12 months (governance.inventory.date is 2025-11-23)',
})
