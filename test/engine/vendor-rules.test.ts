import { describe, expect, it } from 'vitest'
import { assurance } from '../../rules/business-associates/assurance.js'
import { vendors } from '../../src/engine/selectors.js'
import { conveyedBy, endsWithin, vendorSafeguards } from '../../src/engine/vendor-rules.js'
import type { DayText } from '../../src/model/scalars/text.js'
import { infrastructureOf } from '../infrastructure-of.js'

const today = '2026-11-24' as DayText

describe('the days left of an agreement', () => {
  it.each([
    ['2026-11-23', false],
    ['2026-11-24', true],
    ['2027-01-22', true],
    ['2027-01-23', false],
  ])('%s lies within 60 days: %s', (day, within) => {
    expect(endsWithin(day as DayText, 'P60D', today)).toBe(within)
  })
})

describe('what a vendor takes that is no mere line', () => {
  it('names systems and flows, and nothing that goes to others', () => {
    const [vendor] = vendors.withEphi.of(
      infrastructureOf(`
        vendors: [{ id: voice }, { id: other }]
        assets:
          - { id: bot, kind: ai-service, vendor: voice, ephi: [processes] }
          - { id: ehr, kind: server, ephi: [stores] }
        flows:
          - { id: calls, from: ehr, to: voice, carries: ephi, medium: voice }
          - { id: letters, from: ehr, to: voice, carries: ephi, medium: paper }
          - { id: faxes, from: ehr, to: other, carries: ephi, medium: fax }
          - { id: greetings, from: ehr, to: voice, carries: none, medium: sms }`),
    )
    expect(vendor && conveyedBy(vendor)).toEqual(['bot', 'calls'])
  })
})

describe('what an assurance is found to be', () => {
  const found = (assurances: string): string | undefined => {
    const infrastructure = infrastructureOf(`
      vendors:
        - id: host
          relationship: business-associate
          baa: true
          responsibilities: { backup: vendor }
          assurances: ${assurances}
      assets:
        - { id: ehr, kind: saas, vendor: host, ephi: [stores], service: Records }
        - { id: files, kind: saas, vendor: host, ephi: [stores], service: Records }`)
    const [safeguard] = vendorSafeguards.of(infrastructure)
    const verdict =
      safeguard && assurance.check(safeguard, { age: 'P1Y' as never }, { today, profile: 'hipaa' })
    return verdict?.is === 'fail' ? verdict.found : undefined
  }

  it.each([
    ['[{ kind: iso27001, validUntil: 2026-01-01 }]', 'iso27001 until 2026-01-01'],
    [
      '[{ kind: soc2-type2, periodEnd: 2024-12-31 }, { validUntil: 2026-01-01 }]',
      'soc2-type2 for a period to 2024-12-31 and an assurance until 2026-01-01',
    ],
    [
      '[{ validUntil: 2027-01-01, services: [Mail, Chat] }]',
      'assurances are for Mail and Chat, used is Records',
    ],
    ['[]', undefined],
  ])('%s: %s', (assurances, words) => expect(found(assurances)).toBe(words))
})
