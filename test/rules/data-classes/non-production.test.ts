import { describe, expect, it } from 'vitest'
import { nonProduction } from '#rules/data-classes/non-production.js'
import { ruleTable, TODAY } from '#test/rule-table.js'
import type { AnyRule } from '../../../src/engine/define-rule.js'
import { findingsOf } from '../../../src/engine/findings.js'
import { judge } from '../../../src/engine/judge.js'
import { infrastructureOf } from '../../infrastructure-of.js'

const path = '/assets/trial/environment'
const STRONG =
  'environment: production, encryptionAtRest: true, audit: true, malwareProtection: true, access: { leastPrivilege: true, uniqueIds: true }'
const system = (stated: string, { environment = 'environment: test', ehr = STRONG, flows = '' } = {}) => `
    assets:
      - { id: ehr, kind: server, ephi: [stores], ${ehr} }
      - { id: trial, kind: server, ${environment}, ${stated} }
    flows: [${flows}]`
const weak = (text: string) => `ephi: [stores], ${text}`

ruleTable(nonProduction, {
  system: (stated) => system(stated),
  rows: [
    ['holds ePHI', 'ephi: [stores]', 'fail', { path, severity: 'medium' }],
    ['holds none', 'ephi: none', 'pass', '/assets/trial/ephi'],
    ['holds synthetic data', 'holds: synthetic', 'pass', '/assets/trial/holds'],
    ['holds de-identified data without a record', 'holds: deidentified', 'fail', path],
    ['not said', 'count: 1', 'unproven', '/assets/trial/holds'],
    ['holds ePHI, without encryption', weak('encryptionAtRest: false'), 'fail', { path, severity: 'high' }],
    ['holds ePHI, without a record of activity', weak('audit: false'), 'fail', { path, severity: 'high' }],
    [
      'holds ePHI, open to many',
      weak('access: { leastPrivilege: false }'),
      'fail',
      { path, severity: 'high' },
    ],
    [
      'holds ePHI, with shared accounts',
      weak('access: { uniqueIds: false }'),
      'fail',
      { path, severity: 'high' },
    ],
    [
      'holds ePHI, without protection from malware',
      weak('malwareProtection: false'),
      'fail',
      { path, severity: 'high' },
    ],
    [
      'holds ePHI, as protected as production',
      weak(STRONG.slice('environment: production, '.length)),
      'fail',
      { path, severity: 'medium' },
    ],
  ],
  also: [
    ...['development', 'training', 'staging'].map(
      (environment) =>
        [
          environment,
          system('ephi: [stores]', { environment: `environment: ${environment}` }),
          'fail',
          path,
        ] as const,
    ),
    [
      'by its purpose',
      system('ephi: [stores]', { environment: 'purpose: non-production' }),
      'fail',
      '/assets/trial/purpose',
    ],
    ['in production', system('ephi: [stores]', { environment: 'environment: production' }), 'not-applicable'],
    ['nowhere in particular', system('ephi: [stores]', { environment: 'count: 1' }), 'not-applicable'],
    [
      'as weak as production',
      system(weak('encryptionAtRest: false'), { ehr: 'environment: production, encryptionAtRest: false' }),
      'fail',
      { path, severity: 'medium' },
    ],
    [
      'weaker than what is taken for production',
      system(weak('encryptionAtRest: false'), { ehr: 'encryptionAtRest: true' }),
      'fail',
      { path, severity: 'high' },
    ],
    [
      'weaker than another system for tests',
      system(weak('encryptionAtRest: false'), { ehr: 'environment: test, encryptionAtRest: true' }),
      'fail',
      { subject: 'trial', severity: 'medium' },
    ],
    [
      'ePHI flows to it',
      system('count: 1', { flows: '{ from: ehr, to: trial, carries: ephi }' }),
      'fail',
      { path, severity: 'medium' },
    ],
    [
      'what flows to it is not said',
      system('count: 1', { flows: '{ from: ehr, to: trial }' }),
      'unproven',
      '/assets/trial/ephi',
    ],
    [
      'said to hold none, of which another rule speaks',
      system('ephi: none', { flows: '{ from: ehr, to: trial, carries: ephi }' }),
      'not-applicable',
    ],
  ],
  message: 'trial: it holds ePHI, and is no production (environment is test)',
})

describe('data-classes/non-production', () => {
  const messageOf = (description: string) => {
    const infrastructure = infrastructureOf(description)
    const results = judge(infrastructure, [nonProduction as unknown as AnyRule], {
      today: TODAY,
      profile: 'hipaa',
    })
    const place = { file: 'table', line: 1, column: 1, endLine: 1, endColumn: 1 }
    return findingsOf(
      results.flatMap(({ judged }) => judged),
      infrastructure,
      { placeOf: () => place },
    )[0]?.message
  }

  it('tells the way of ePHI to it', () => {
    expect(messageOf(system('count: 1', { flows: '{ from: ehr, to: trial, carries: ephi }' }))).toBe(
      'trial: it holds ePHI, and is no production (test: ehr → trial)',
    )
  })

  it('tells what production has and it has not', () => {
    expect(messageOf(system(weak('encryptionAtRest: false, audit: false')))).toBe(
      'trial: it holds ePHI outside production, and protects it less than production does (test: without encryptionAtRest.enabled and audit.enabled)',
    )
  })
})
