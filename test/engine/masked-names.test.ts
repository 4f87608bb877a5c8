import { describe, expect, it } from 'vitest'
import { audit, load, mapOf } from '../../src/audit.js'
import type { Waiver } from '../../src/engine/config.js'
import { lossOf } from '../../src/loss.js'
import { mermaidMap } from '../../src/map/mermaid.js'

/** Of no person: the form of a number of social security, which no report may show. */
const NUMBER = '123-45-6789'

const inputs = [
  {
    file: 'infra.yaml',
    bytes: new TextEncoder().encode(`version: 1
system: { name: system ${NUMBER}, entity: business-associate, customers: [{ name: customer ${NUMBER}, breachNotice: 5 days }] }
zones: [{ id: z, name: zone ${NUMBER}, trust: internal }]
vendors: [{ id: v, name: vendor ${NUMBER}, relationship: business-associate, baa: { breachNotice: 10 days } }]
parties: [{ id: p, name: party ${NUMBER} }]
assets:
  - { id: db, name: asset ${NUMBER}, kind: relational-database, zone: z, vendor: v, ephi: [stores], encryptionAtRest: { enabled: true, algorithm: AES-256 }, exceptions: [{ count: 1, why: why ${NUMBER}, set: { encryptionAtRest: false } }] }
alternatives:
  - { specification: 164.312(a)(2)(iv), subjects: { id: [db] }, decision: alternative, equivalentMeasure: measure ${NUMBER}, approvedBy: ${NUMBER} }
flows:
  - { from: db, to: v, carries: ephi }
  - { from: db, to: p, carries: ephi }
`),
  },
]
const asOf = '2026-11-24'
const waiver: Waiver = {
  rule: '*/*',
  subjects: {},
  reason: `reason ${NUMBER}`,
  owner: { name: NUMBER },
  until: '2027-01-01' as Waiver['until'],
}

describe('what looks like the number of a person', () => {
  it('stands nowhere in a report, whatever it was written into', () => {
    const audited = audit(inputs, {
      asOf,
      accepted: { waivers: [waiver], known: new Map() },
    })
    if ('problems' in audited) throw new Error(JSON.stringify(audited.problems))
    const text = JSON.stringify(audited.report)
    expect(text).not.toContain(NUMBER)
    for (const word of ['system', 'zone', 'vendor', 'party', 'asset', 'measure', 'reason'])
      expect(text, word).toContain(`${word} ‹masked›`)
  })

  it('stands in no map, which shows that it is masked', () => {
    const loaded = load(inputs, asOf)
    if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
    const { map, title } = mapOf(loaded)
    const drawn = mermaidMap(map, title)
    expect(drawn).not.toContain(NUMBER)
    expect(drawn).toContain('"db<br/>asset ‹masked›<br/>')
    expect(drawn).toContain('accTitle: Data-flow map of system ‹masked›')
  })

  it('stands in no account of a loss', () => {
    const loaded = load(inputs, asOf)
    if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
    const text = JSON.stringify(lossOf(loaded.infrastructure, 'db'))
    expect(text).not.toContain(NUMBER)
    for (const word of ['asset', 'vendor', 'customer']) expect(text, word).toContain(`${word} ‹masked›`)
  })
})
