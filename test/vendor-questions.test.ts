import { describe, expect, it } from 'vitest'
import { audit } from '../src/audit.js'
import type { Report } from '../src/engine/report.js'
import { findVendor, vendorLetter, vendorQuestions } from '../src/vendor-questions.js'

const TEXT = `version: 1
system: { name: Clinic }
vendors:
  - { id: meridian, name: 'Meridian <EHR>', relationship: business-associate, baa: true }
  - { id: other, relationship: business-associate, baa: none }
  - { id: idle }
identity: { uniqueIds: false }
assets:
  - { id: ehr, kind: saas, vendor: meridian, ephi: [stores], encryptionAtRest: false }
  - { id: ehr-2, kind: server, vendor: other, ephi: [stores] }
  - { id: own, kind: server, ephi: [stores] }
`
const audited = audit([{ file: 'a.yaml', bytes: new TextEncoder().encode(TEXT) }], { asOf: '2026-11-24' })
const report = (audited as { report: Report }).report
const of = (id: string) => {
  const found = findVendor(report, id)
  if ('problem' in found) throw new Error(found.problem.message)
  return found.vendor
}
const asked = (id: string) => vendorQuestions(report, of(id))

describe('questions to a vendor', () => {
  it('are about what it runs and no other thing', () => {
    expect(asked('meridian').length).toBeGreaterThan(3)
    expect(new Set(asked('meridian').flatMap(({ about }) => about))).toEqual(new Set(['ehr']))
    expect(new Set(asked('other').flatMap(({ about }) => about))).toEqual(new Set(['ehr-2']))
    expect(asked('idle')).toEqual([])
  })

  it('tell what is not proven from what is known to be amiss', () => {
    const rule = 'encryption-at-rest/storage-encrypted'
    expect(asked('meridian').find((one) => one.rule === rule)).toMatchObject({
      open: true,
      topic: 'Encryption, at rest and on the way',
    })
    expect(asked('other').find((one) => one.rule === rule)).toMatchObject({ open: false })
    expect(asked('other').find((one) => one.rule === 'business-associates/baa-present')).toMatchObject({
      open: true,
    })
  })

  it('leave out what is ours to answer', () => {
    expect(asked('meridian').map(({ rule }) => rule)).not.toContain('access-control/unique-user-ids')
  })

  it('make a letter by topics, numbered through, without mark-up of others', () => {
    const letter = vendorLetter(report, of('meridian'))
    expect(letter).toMatch(/^# Questions to Meridian &lt;EHR&gt;\n/)
    const numbers = [...letter.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(letter).toContain('## What we know not to be so')
    expect(letter).toContain('Answered by')
    expect(vendorLetter(report, of('idle'))).toContain('Nothing is left to ask.')
  })

  it('suggest the vendor that was meant', () => {
    expect(findVendor(report, 'Meridan')).toMatchObject({ problem: { suggestion: 'meridian' } })
    expect(findVendor(report, 'Meridian <EHR>')).toMatchObject({ vendor: { id: 'meridian' } })
  })
})
