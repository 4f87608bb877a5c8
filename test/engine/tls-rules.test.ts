import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit.js'

describe('a policy of a cloud', () => {
  it('is named beside what it offers', () => {
    const text =
      'version: 1\nassets: [{ id: lb, kind: load-balancer, ephi: [transmits], endpoints: [{ port: 443, protocol: https, tls: { providerPolicy: ELBSecurityPolicy-2016-08 } }] }]\n'
    const audited = audit([{ file: 'a.yaml', bytes: new TextEncoder().encode(text) }], { asOf: '2026-11-24' })
    const findings = 'report' in audited ? audited.report.findings : []
    expect(findings.find(({ rule }) => rule === 'transmission-security/tls-1-0-refused')?.message).toContain(
      '(ELBSecurityPolicy-2016-08 offers TLSv1.0, TLSv1.1 and TLSv1.2)',
    )
  })
})
