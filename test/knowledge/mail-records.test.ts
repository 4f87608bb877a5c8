import { describe, expect, it } from 'vitest'
import { dkimFault, dmarcFault, dmarcTags, spfFault } from '../../src/knowledge/mail-records.js'

describe('SPF records', () => {
  it.each([
    ['v=spf1 -all'],
    ['V=SPF1 MX -ALL'],
    ['  v=spf1 a mx ip4:192.0.2.0/24 ip6:2001:db8::/32 ~all '],
    ['v=spf1 redirect=_spf.example'],
    ['"v=spf1 include:_spf.exam" "ple -all"'],
    ['v=spf1 include:all.example -all'],
    [
      'v=spf1 a:a.example/24 mx/24 ptr ptr:b.example exists:%{i}.c.example -include:d.example redirect=e.example',
    ],
    ['v=spf1 -ip4:0.0.0.0/0 -all'],
  ])('nothing is seen to be wrong with %s', (record) => expect(spfFault(record)).toBeUndefined())

  it.each([
    ['', 'medium', 'no SPF record'],
    ['spf2.0/pra -all', 'medium', 'no SPF record'],
    ['v=spf10 -all', 'medium', 'no SPF record'],
    ['v=spf1 mx -all v=spf1 a -all', 'medium', 'two SPF records, so that neither counts (RFC 7208, 4.5)'],
    ['v=spf1 all', 'high', '`all`, which lets every server on earth send'],
    ['v=spf1 mx +all', 'high', '`+all`, which lets every server on earth send'],
    ['v=spf1 ip4:0.0.0.0/0 -all', 'high', '`ip4:0.0.0.0/0`, which lets every server on earth send'],
    ['v=spf1 +ip6:::/0 ~all', 'high', '`+ip6:::/0`, which lets every server on earth send'],
    ['v=spf1 mx ?all', 'medium', '`?all`, which says nothing of other servers'],
    ['v=spf1 mx', 'medium', 'no `all` at its end, so that it says nothing of other servers'],
    [
      'v=spf1 a mx ptr a:b mx:c ptr:d include:e exists:f a/24 mx/24 redirect=g',
      'medium',
      '11 look-ups, of which 10 are allowed',
    ],
  ])('%s', (record, severity, words) => expect(spfFault(record)).toEqual({ severity, words }))

  it('counts no addresses and no policy as look-ups', () => {
    const addresses = Array.from({ length: 20 }, (_, index) => `ip4:192.0.2.${index}`).join(' ')
    expect(spfFault(`v=spf1 ${addresses} exp=why.example -all`)).toBeUndefined()
  })

  it('counts nothing behind `all`, and no redirect beside it', () => {
    const hosts = Array.from({ length: 10 }, (_, index) => `a:h${index}.example`).join(' ')
    expect(spfFault(`v=spf1 redirect=z.example ${hosts} -all mx`)).toBeUndefined()
    expect(spfFault(`v=spf1 ${hosts} mx -all`)?.words).toBe('11 look-ups, of which 10 are allowed')
  })
})

describe('DMARC records', () => {
  it.each([
    ['v=DMARC1; p=reject'],
    ['v=DMARC1;p=quarantine;'],
    ['V=DMARC1 ; P=Reject ; rua=mailto:a@b.example?x=y ; t=n'],
    ['v=DMARC1; p=reject; pct=100'],
    ['v=DMARC1; p=reject; unknown=1'],
  ])('nothing is seen to be wrong with %s', (record) => expect(dmarcFault(record)).toBeUndefined())

  it.each([
    ['none', 'medium', 'no DMARC record'],
    ['p=reject', 'medium', 'no DMARC record'],
    ['v=dmarc1; p=reject', 'medium', 'no DMARC record'],
    ['p=reject; v=DMARC1', 'medium', 'no DMARC record'],
    ['v=DMARC1', 'medium', 'no `p`, which is read as none'],
    ['v=DMARC1; p=none', 'medium', 'p=none'],
    ['v=DMARC1; p=rejekt', 'medium', 'p=rejekt'],
    ['v=DMARC1; p=reject; t=y', 'low', 't=y, by which reject is taken for quarantine (RFC 9989, 4.7)'],
    ['v=DMARC1; p=quarantine; t=y', 'medium', 't=y, by which quarantine is taken for none (RFC 9989, 4.7)'],
    ['v=DMARC1; p=reject; pct=99', 'low', 'pct=99, a tag that RFC 9989 took away'],
    ['v=DMARC1; p=none; pct=0', 'medium', 'p=none'],
  ])('%s', (record, severity, words) => expect(dmarcFault(record)).toEqual({ severity, words }))

  it('keeps what stands behind the first sign of equality', () => {
    expect([...dmarcTags('v=DMARC1; rua=mailto:a@b?c=d; ; loose')]).toEqual([
      ['v', 'dmarc1'],
      ['rua', 'mailto:a@b?c=d'],
    ])
  })
})

describe('DKIM keys', () => {
  it.each([
    [undefined, undefined],
    [2048, undefined],
    [2048, 'rsa-sha256'],
    [256, 'ed25519-sha256'],
    [undefined, 'rsa-sha256'],
  ])('nothing is known to be weak about %s bits, %s', (bits, algorithm) =>
    expect(dkimFault(bits, algorithm)).toBeUndefined(),
  )

  it.each([
    [2047, undefined, 'low', 'a key of 2047 bits'],
    [1024, 'rsa-sha256', 'low', 'a key of 1024 bits'],
    [1023, 'rsa-sha256', 'medium', 'a key of 1023 bits, which verifiers must refuse'],
    [4096, 'rsa-sha1', 'medium', 'rsa-sha1, which verifiers must refuse'],
    [4096, 'RSA-SHA-1', 'medium', 'RSA-SHA-1, which verifiers must refuse'],
  ])('%s bits, %s', (bits, algorithm, severity, words) =>
    expect(dkimFault(bits, algorithm)).toEqual({ severity, words }),
  )
})
