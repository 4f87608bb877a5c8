import { testing } from '#rules/proposed-2025/testing.js'
import { ruleTable } from '#test/rule-table.js'

const scans = '/governance/vulnerabilityScans'
const tests = '/governance/penetrationTest'
const medium = (path: string) => ({ path, severity: 'medium' }) as const
const scanned = 'vulnerabilityScans: { date: 2026-11-01 }'
const tested = 'penetrationTest: { date: 2026-11-01 }'

ruleTable(testing, {
  profile: 'hipaa-2025-proposed',
  system: (stated) => `
    governance: { ${stated} }`,
  rows: [
    [
      'a scan too long ago',
      `vulnerabilityScans: { date: 2026-05-23 }, ${tested}`,
      'fail',
      medium(`${scans}/date`),
    ],
    ['a scan six months ago', `vulnerabilityScans: { date: 2026-05-24 }, ${tested}`, 'pass'],
    ['no scan', `vulnerabilityScans: none, ${tested}`, 'fail', medium(scans)],
    ['a scan without a day', `vulnerabilityScans: { document: d }, ${tested}`, 'unproven', `${scans}/date`],
    [
      'a test too long ago',
      `${scanned}, penetrationTest: { date: 2025-11-23 }`,
      'fail',
      medium(`${tests}/date`),
    ],
    ['a test a year ago', `${scanned}, penetrationTest: { date: 2025-11-24 }`, 'pass'],
    ['no test', `${scanned}, penetrationTest: { document: none }`, 'fail', medium(tests)],
    ['a test without a day', `${scanned}, penetrationTest: { document: d }`, 'unproven', `${tests}/date`],
    [
      'a scanner that was reviewed too long ago',
      `vulnerabilityScans: { date: 2026-11-01, lastTest: 2025-11-23 }, ${tested}`,
      'fail',
      medium(`${scans}/lastTest`),
    ],
    [
      'a scanner that was reviewed a year ago',
      `vulnerabilityScans: { date: 2026-11-01, lastTest: 2025-11-24 }, ${tested}`,
      'pass',
    ],
    [
      'a scanner that was never reviewed',
      `vulnerabilityScans: { date: 2026-11-01, lastTest: never }, ${tested}`,
      'fail',
      `${scans}/lastTest`,
    ],
    ['nothing said', 'sanctions: none', 'unproven', `${scans}/date`],
  ],
  parameters: [
    ['a scan a year', { scans: 'P1Y' }, `vulnerabilityScans: { date: 2025-11-24 }, ${tested}`, 'pass'],
    ['a test every two years', { tests: 'P2Y' }, `${scanned}, penetrationTest: { date: 2024-11-24 }`, 'pass'],
  ],
  message:
    'governance.vulnerabilityScans: the proposal would ask for a scan every 6 months (governance.vulnerabilityScans.date is 2026-05-23)',
})
