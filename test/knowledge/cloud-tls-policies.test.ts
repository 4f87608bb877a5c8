import { describe, expect, it } from 'vitest'
import { findSuite } from '../../src/knowledge/cipher-suites.js'
import { findTlsPolicy } from '../../src/knowledge/cloud-tls-policies.js'

describe('policies of AWS', () => {
  it.each([
    ['ELBSecurityPolicy-2016-08', 'TLSv1.0', 'TLSv1.2', 18],
    ['ELBSecurityPolicy-TLS-1-0-2015-04', 'TLSv1.0', 'TLSv1.2', 19],
    ['ELBSecurityPolicy-TLS-1-1-2017-01', 'TLSv1.1', 'TLSv1.2', 18],
    ['ELBSecurityPolicy-TLS-1-2-2017-01', 'TLSv1.2', 'TLSv1.2', 12],
    ['ELBSecurityPolicy-FS-1-2-Res-2020-10', 'TLSv1.2', 'TLSv1.2', 4],
    ['ELBSecurityPolicy-TLS13-1-2-2021-06', 'TLSv1.2', 'TLSv1.3', 8],
    ['ELBSecurityPolicy-TLS13-1-2-Res-2021-06', 'TLSv1.2', 'TLSv1.3', 4],
    ['ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09', 'TLSv1.2', 'TLSv1.3', 4],
    ['ELBSecurityPolicy-TLS13-1-2-Ext1-FIPS-2023-04', 'TLSv1.2', 'TLSv1.3', 12],
    ['ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06', 'TLSv1.2', 'TLSv1.3', 18],
    ['ELBSecurityPolicy-TLS13-1-0-PQ-2025-09', 'TLSv1.0', 'TLSv1.3', 18],
    ['ELBSecurityPolicy-TLS13-1-3-2021-06', 'TLSv1.3', 'TLSv1.3', 0],
    ['TLSv1.2_2021', 'TLSv1.2', 'TLSv1.3', 6],
    ['TLSv1', 'TLSv1.0', 'TLSv1.3', 19],
  ])('%s: from %s to %s, %d suites', (name, first, last, count) => {
    const policy = findTlsPolicy(name)
    expect(policy?.versions[0]).toBe(first)
    expect(policy?.versions.at(-1)).toBe(last)
    expect(policy?.cipherSuites).toHaveLength(count)
    for (const suite of policy?.cipherSuites ?? []) expect(findSuite(suite), suite).toBeDefined()
  })

  it.each(['ELBSecurityPolicy-2030-01', 'ELBSecurityPolicy-TLS13-1-2-Foo-2021-06', 'MyPolicy', ''])(
    '%s is not known',
    (name) => expect(findTlsPolicy(name)).toBeUndefined(),
  )
})
