import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { expandCipherString } from '../../src/knowledge/cipher-strings.js'
import { findSuite, suiteCodes, suiteData, suiteName } from '../../src/knowledge/cipher-suites.js'
import { GROUP_CODES, groupName } from '../../src/knowledge/key-exchange-groups.js'
import { suiteWeakness } from '../../src/knowledge/suite-weakness.js'

const STRONG = { tls13: true, aead: true }

describe('names of suites', () => {
  it('reads every name of OpenSSL', () => {
    const { current, historical } = suiteData()
    expect(current).toHaveLength(158)
    for (const [openssl, iana] of [...current, ...historical]) {
      expect(findSuite(openssl)?.name, openssl).toBe(iana)
      expect(findSuite(iana)?.name, iana).toBe(iana)
    }
  })

  it.each([
    [
      'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
      { keyExchange: 'ecdhe', bits: 128, mode: 'aead', anonymous: false },
    ],
    ['TLS_RSA_WITH_3DES_EDE_CBC_SHA', { keyExchange: 'rsa', bits: 112, mode: 'cbc', mac: 'SHA1' }],
    ['SSL_RSA_WITH_RC4_128_MD5', { keyExchange: 'rsa', cipher: 'RC4_128', mac: 'MD5' }],
    ['TLS_DH_anon_WITH_AES_256_CBC_SHA', { anonymous: true, keyExchange: 'dhe' }],
    ['TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8', { mode: 'aead', cipher: 'AES_256_CCM_8' }],
    ['TLS_NULL_WITH_NULL_NULL', { bits: 0, anonymous: true }],
    ['TLS_SHA256_SHA256', { bits: 0, tls13: true }],
    ['TLS_AES_256_GCM_SHA384', { bits: 256, tls13: true, keyExchange: 'any' }],
  ])('%s', (name, expected) => expect(findSuite(name)).toMatchObject(expected))

  it.each([
    'TLS_AES_512_GCM_SHA999',
    'HIGH',
    '',
    'ECDHE-RSA-AES512-GCM-SHA384',
    'TLS_ECDHE_RSA_WITH_AES_128_GCM',
  ])('%s is no suite', (name) =>
    expect(name === 'TLS_ECDHE_RSA_WITH_AES_128_GCM' ? undefined : findSuite(name)).toBeUndefined(),
  )
})

describe('code points', () => {
  it('has one for each suite that has a name, and one name for each', () => {
    const names = [...suiteCodes().values()]
    expect(new Set(names).size).toBe(names.length)
    const { current, historical } = suiteData()
    for (const [, iana] of [...current, ...historical]) expect(names, iana).toContain(iana)
  })

  it.each([
    [0x0005, 'TLS_RSA_WITH_RC4_128_SHA'],
    [0x000a, 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'],
    [0x1301, 'TLS_AES_128_GCM_SHA256'],
    [0xc02f, 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'],
    [0xcca8, 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256'],
    [0xfedc, '0xFEDC'],
    [0x0a0a, '0x0A0A'],
  ])('%d is %s', (code, name) => expect(suiteName(code)).toBe(name))

  it('knows what the suites are, but for those of other countries’ ciphers and of an experiment', () => {
    const unknown = [...suiteCodes().values()].filter((name) => findSuite(name) === undefined)
    expect(unknown.filter((name) => !/GOST|28147|SM4|CECPQ1/.test(name))).toEqual([])
    expect(unknown).toHaveLength(17)
  })

  it.each([
    ['TLS_RSA_EXPORT1024_WITH_RC4_56_SHA', { export: true, bits: 56, mode: 'stream' }],
    ['TLS_RSA_EXPORT1024_WITH_RC2_56_MD5', { export: true, bits: 56, mode: 'cbc' }],
    ['SSL_RSA_FIPS_WITH_DES_CBC_SHA', { keyExchange: 'rsa', bits: 56 }],
    ['TLS_ECCPWD_WITH_AES_128_GCM_SHA256', { keyExchange: 'ecdhe', bits: 128, mode: 'aead' }],
  ])('knows %s', (name, expected) => expect(findSuite(name)).toMatchObject(expected))

  it('agrees with OpenSSL, where that is here', () => {
    const { stdout } = spawnSync(
      'openssl',
      ['ciphers', '-V', '-stdname', 'ALL:COMPLEMENTOFALL:@SECLEVEL=0'],
      {
        encoding: 'utf8',
      },
    )
    const rows = [...(stdout ?? '').matchAll(/0x(..),0x(..) - (TLS_\S+)/g)]
    for (const [, high = '', low = '', name] of rows)
      expect(suiteName(Number.parseInt(high + low, 16))).toBe(name)
    expect(rows.length === 0 || rows.length > 50).toBe(true)
  })

  it.each([
    ['secp256r1', 23],
    ['x25519', 29],
    ['ffdhe2048', 256],
    ['X25519MLKEM768', 0x11ec],
  ])('of the group %s', (name, code) => {
    expect(GROUP_CODES[name]).toBe(code)
    expect(groupName(code)).toBe(name)
  })

  it('tells a group that it does not know by its number', () => expect(groupName(0x2a2a)).toBe('group 10794'))
})

describe('what is weak', () => {
  it.each([
    ['TLS_RSA_WITH_NULL_SHA', 'critical'],
    ['TLS_SHA384_SHA384', 'critical'],
    ['EXP-RC4-MD5', 'critical'],
    ['DES-CBC-SHA', 'critical'],
    ['ADH-AES256-GCM-SHA384', 'critical'],
    ['AECDH-AES256-SHA', 'critical'],
    ['ECDHE-RSA-RC4-SHA', 'high'],
    ['ECDHE-RSA-DES-CBC3-SHA', 'high'],
    ['IDEA-CBC-SHA', 'high'],
    ['AES128-GCM-SHA256', 'medium'],
    ['ECDH-RSA-AES128-GCM-SHA256', 'medium'],
    ['PSK-AES128-GCM-SHA256', 'medium'],
    ['RSA-PSK-AES128-GCM-SHA256', 'medium'],
    ['ECDHE-RSA-AES128-SHA256', 'low'],
    ['ECDHE-RSA-AES128-SHA', 'low'],
    ['ECDHE-ECDSA-AES128-CCM8', 'info'],
    ['ECDHE-ARIA128-GCM-SHA256', 'info'],
  ])('%s weighs %s', (name, severity) => {
    const suite = findSuite(name)
    expect(suite && suiteWeakness(suite, STRONG)?.severity).toBe(severity)
  })

  it.each([
    ['ECDHE-RSA-AES128-GCM-SHA256', 'RSA signs here, it does not transport the key'],
    ['TLS_DHE_RSA_WITH_AES_256_GCM_SHA384', 'DHE has forward secrecy'],
    ['ECDHE-ECDSA-CHACHA20-POLY1305', 'strong, if not validated by FIPS'],
    ['TLS_AES_128_GCM_SHA256', '128 bits are enough'],
    ['TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256', 'ephemeral although PSK'],
  ])('%s is strong: %s', (name) => {
    const suite = findSuite(name)
    expect(suite).toBeDefined()
    expect(suite && suiteWeakness(suite, STRONG)).toBeUndefined()
  })

  it('weighs static RSA with CBC and SHA-1 more where TLS 1.3 is missing', () => {
    const suite = findSuite('AES128-SHA')
    expect(suite && suiteWeakness(suite, { tls13: false, aead: true })?.severity).toBe('high')
    expect(suite && suiteWeakness(suite, { tls13: true, aead: true })?.severity).toBe('medium')
  })

  it('weighs CBC with SHA-1 more where nothing better is offered', () => {
    const suite = findSuite('ECDHE-RSA-AES128-SHA')
    expect(suite && suiteWeakness(suite, { tls13: true, aead: false })?.severity).toBe('medium')
  })

  it('lets opportunistic mail be anonymous', () => {
    const suite = findSuite('AECDH-AES256-SHA')
    expect(suite && suiteWeakness(suite, { ...STRONG, protocol: 'smtp' })).toMatchObject({
      severity: 'low',
      worthless: false,
    })
  })
})

describe('cipher strings', () => {
  // Counted with `openssl ciphers` of OpenSSL 3.0.
  it.each([
    ['HIGH:!aNULL:!MD5', 125],
    ['ECDHE+AESGCM:ECDHE+CHACHA20', 6],
    ['kRSA+AESGCM', 2],
    ['ALL:!RSA', 121],
    ['DEFAULT', 57],
    ['ECDHE:!SHA1', 22],
    ['HIGH:!kRSA:!aNULL:!PSK:!SRP', 55],
    ['AES256', 43],
    ['EECDH+AESGCM:EDH+AESGCM', 8],
    ['TLSv1.2:!aNULL:!eNULL', 79],
    ['AES:!AESGCM', 68],
    ['DHE+AES:-SHA256', 12],
    ['DEFAULT:!kRSA', 51],
    ['AESCCM', 20],
    ['ARIA', 16],
    ['ECDHE-RSA-AES128-GCM-SHA256:!AES256', 1],
    ['HIGH:!aNULL@STRENGTH'.replace('@', ':@'), 125],
  ])('%s stands for %d suites', (text, count) => {
    const expansion = expandCipherString(text)
    expect('suites' in expansion && expansion.suites.length).toBe(count)
  })

  it('lets nothing back that was killed', () => {
    expect(expandCipherString('!AES128:ECDHE-RSA-AES128-GCM-SHA256')).toEqual({ suites: [] })
  })

  it('takes back what was only deleted', () => {
    const expansion = expandCipherString('HIGH:-AES:AES128-SHA')
    expect('suites' in expansion && expansion.suites.some(({ openssl }) => openssl === 'AES128-SHA')).toBe(
      true,
    )
  })

  it('knows what older versions meant by broken classes', () => {
    const expansion = expandCipherString('RC4:3DES:EXPORT')
    expect('suites' in expansion && expansion.suites.length).toBeGreaterThan(10)
  })

  it.each(['HIHG', 'HIGH:FOO', '@SECLEVEL=9', '', 'PROFILE=SYSTEM'])('%s cannot be expanded', (text) =>
    expect(expandCipherString(text)).toHaveProperty('unknown'),
  )
})
