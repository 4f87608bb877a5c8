import { describe, expect, it } from 'vitest'
import { audit, type Report } from '../../src/audit.js'

const rowOf = (text: string, citation: string): Report['matrix'][number] | undefined => {
  const audited = audit([{ file: 'a.yaml', bytes: new TextEncoder().encode(`version: 1\n${text}`) }], {
    asOf: '2026-11-24',
  })
  if ('problems' in audited) throw new Error(JSON.stringify(audited.problems))
  return audited.report.matrix.find((row) => row.citation === citation)
}

const asset = (more: string) => `assets: [{ id: db, kind: server, ephi: [stores], ${more} }]\n`

describe('the matrix of paragraphs', () => {
  it.each([
    ['contradicted by a rule of the law', 'encryptionAtRest: false', 'fail'],
    ['not shown', 'region: us-east-1', 'unproven'],
    ['shown, and strong', 'encryptionAtRest: { enabled: true, algorithm: AES-128-GCM }', 'pass'],
    [
      'shown, but below what guidance asks',
      'encryptionAtRest: { enabled: true, algorithm: 3DES }',
      'below-practice',
    ],
  ])('%s', (_name, stated, status) => {
    expect(rowOf(asset(stated), '164.312(a)(2)(iv)')?.status).toBe(status)
  })

  it('says what nobody asks about', () => {
    expect(rowOf(asset('region: x'), '164.310(a)(2)(iv)')).toMatchObject({
      status: 'not-checked',
      rules: [],
      evidence: 'no',
    })
  })

  it('has the rules in the order of the law', () => {
    const first = rowOf(asset('region: x'), '164.105(a)(2)(ii)(B)')
    expect(first?.name).toContain('Hybrid')
  })
})
