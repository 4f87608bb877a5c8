import { describe, expect, it } from 'vitest'
import { fipsModule } from '#rules/key-management/fips-module.js'
import { infrastructureOf } from '#test/infrastructure-of.js'
import { ruleTable } from '#test/rule-table.js'
import { judge } from '../../../src/engine/judge.js'
import type { DayText } from '../../../src/model/scalars/text.js'

const path = '/keys/master/module'
const system = (stated: string) => `
    keys: [{ id: master, ${stated} }]
    assets:
      - { id: patients, kind: relational-database, ephi: [stores], encryptionAtRest: { enabled: true, key: master } }`

ruleTable(fipsModule, {
  system,
  rows: [
    ['140-2, historical by now', 'module: fips-140-2', 'fail', { path, severity: 'info' }],
    ['140-3', 'module: fips-140-3', 'pass', path],
    ['not validated', 'module: none', 'fail', { path, severity: 'info' }],
    ['nothing said', 'manager: hsm', 'unproven', path],
  ],
  message:
    'master: its module was validated by FIPS 140-2, whose certificates are historical since 22 September 2026 (module is fips-140-2)',
})

describe('the end of FIPS 140-2', () => {
  const judged = (today: string, profile: 'hipaa' | 'fips' = 'hipaa') =>
    judge(infrastructureOf(system('module: fips-140-2')), [fipsModule], {
      today: today as DayText,
      profile,
    })[0]

  it('is the day after 21 September 2026', () => {
    expect(judged('2026-09-21')?.counts.pass).toBe(1)
    expect(judged('2026-09-22')?.counts.fail).toBe(1)
  })

  it('weighs more by the profile fips', () => {
    expect(judged('2026-11-24', 'fips')?.judged[0]?.severity).toBe('low')
  })
})
