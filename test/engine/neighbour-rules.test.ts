import { describe, expect, it } from 'vitest'
import {
  bulkHealthData,
  newYorkHospital,
  recordsOfFlorida,
  recordsOfTexas,
} from '../../src/engine/neighbour-rules.js'
import { infrastructureOf } from '../infrastructure-of.js'

const description = `
  system: { providerType: hospital, jurisdictions: [US-TX, US-FL, US-NY], individuals: 20000 }
  assets: [{ id: ehr, kind: saas, ephi: [stores] }]`

describe('a neighbouring law', () => {
  it.each([
    ['Texas', recordsOfTexas, '2025-12-31', '2026-01-01'],
    ['Florida', recordsOfFlorida, '2023-06-30', '2023-07-01'],
    ['28 CFR Part 202', bulkHealthData, '2025-04-07', '2025-04-08'],
    ['New York', newYorkHospital, '2025-10-01', '2025-10-02'],
  ] as const)('of %s binds from its day on', (_, { of }, before, from) => {
    const found = (day: string) => of(infrastructureOf(description, day as never)).length
    expect(found(before)).toBe(0)
    expect(found(from)).toBe(1)
  })
})
