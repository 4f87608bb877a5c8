import { describe, expect, it } from 'vitest'
import { sameValue } from '../../src/model/same-value.js'

describe('two claims say the same', () => {
  it.each<[string, unknown, unknown]>([
    ['versions', ['TLSv1.3', 'TLSv1.2'], ['TLSv1.2', 'TLSv1.3']],
    ['groups', ['X25519', 'P-256'], ['prime256v1', 'x25519']],
    ['cipherSuites', ['AES128-SHA'], ['TLS_RSA_WITH_AES_128_CBC_SHA']],
    ['subject', 'portal.clinic.example', 'CN=portal.clinic.example'],
    ['subject', 'Portal.clinic.example', 'C=US, O=Clinic, CN=portal.clinic.example'],
    ['issuer', 'CN=R3, O=Let’s Encrypt, C=US', 'C=US\nO=Let’s Encrypt\nCN=R3'],
    ['issuer', '/C=US/CN=R3', 'CN = R3, C = US'],
    ['keyType', 'ECDSA', 'EC'],
    ['keyType', 'id-ecPublicKey', 'ec'],
    ['keyType', 'Ed25519', 'ED25519'],
    ['signature', 'SHA256-RSA', 'sha256WithRSAEncryption'],
    ['signature', 'ecdsa-with-SHA384', 'SHA-384'],
    ['signature', 'ED25519', 'Ed25519'],
    ['maxAge', 'P1Y', 'P365D'],
    ['maxAge', 'PT3600S', 'PT1H'],
    ['spf', 'v=spf1 mx -all', '"v=spf1  MX " "-all"'],
    ['record', 'v=DMARC1;p=reject', 'v=DMARC1; p=reject;'],
  ])('%s: %j and %j', (key, one, other) => {
    expect([sameValue(key, one, other), sameValue(key, other, one)]).toEqual([true, true])
  })
})

describe('two claims differ', () => {
  it.each<[string, unknown, unknown]>([
    ['versions', ['TLSv1.2'], ['TLSv1.2', 'TLSv1.3']],
    ['groups', ['x25519'], ['x448']],
    ['subject', 'portal.clinic.example', 'CN=www.clinic.example'],
    ['subject', 'portal.clinic.example', 'www.clinic.example'],
    ['issuer', 'CN=R3, O=Clinic', 'CN=R3, O=Somebody'],
    ['keyType', 'RSA', 'EC'],
    ['signature', 'sha256WithRSAEncryption', 'sha1WithRSAEncryption'],
    ['signature', 'sha256WithRSAEncryption', 'ecdsa-with-SHA256'],
    ['signature', 'Ed25519', 'Ed448'],
    ['signature', 'Ed25519', 'SHA-256'],
    ['maxAge', 'P1Y', 'P364D'],
    ['maxAge', 'PT3600S', 'PT3601S'],
    ['maxAge', 'PT3600S', 'soon'],
    ['spf', 'v=spf1 mx -all', 'v=spf1 mx ~all'],
    ['record', 'v=DMARC1; p=reject', 'v=DMARC1; p=none'],
    ['keyBits', 2048, 4096],
    ['keyBits', 2048, '2048'],
  ])('%s: %j and %j', (key, one, other) => {
    expect([sameValue(key, one, other), sameValue(key, other, one)]).toEqual([false, false])
  })
})
