import { describe, expect, it } from 'vitest'
import { parseTarget, targetText } from '../../../src/evidence/tls/target.js'

describe('targets', () => {
  it.each([
    ['clinic.example', 'clinic.example', 443, 'https'],
    ['Clinic.Example.', 'clinic.example', 443, 'https'],
    ['clinic.example:8443', 'clinic.example', 8443, 'https'],
    ['clinic.example:25', 'clinic.example', 25, 'smtp'],
    ['clinic.example:993', 'clinic.example', 993, 'imap'],
    ['clinic.example:9999', 'clinic.example', 9999, 'other'],
    ['https://clinic.example/', 'clinic.example', 443, 'https'],
    ['https://clinic.example:9999', 'clinic.example', 9999, 'https'],
    ['smtp://mx.clinic.example', 'mx.clinic.example', 25, 'smtp'],
    ['smtps://mx.clinic.example', 'mx.clinic.example', 465, 'smtp'],
    ['ldaps://10.0.0.7', '10.0.0.7', 636, 'ldap'],
    ['postgres://db', 'db', 5432, 'postgresql'],
    ['dicom://pacs', 'pacs', 2762, 'dicom'],
    ['mllp://10.0.0.7:6661', '10.0.0.7', 6661, 'mllp'],
    ['http://clinic.example', 'clinic.example', 80, 'http'],
    ['10.0.0.7:1', '10.0.0.7', 1, 'other'],
    ['10.0.0.7:65535', '10.0.0.7', 65_535, 'other'],
    ['[2001:db8::1]:5432', '2001:db8::1', 5432, 'postgresql'],
    ['2001:db8::1', '2001:db8::1', 443, 'https'],
    ['klinik-münchen.example', 'xn--klinik-mnchen-3ob.example', 443, 'https'],
    ['_x.clinic.example', '_x.clinic.example', 443, 'https'],
  ])('%s', (text, host, port, protocol) => expect(parseTarget(text)).toEqual({ host, port, protocol }))

  it.each([
    ['', 'it is no host'],
    ['a b', 'it is no DNS name and no address'],
    ['clinic.example:0', 'ports are 1 to 65535'],
    ['clinic.example:65536', 'ports are 1 to 65535'],
    ['clinic.example:x', 'it is no host'],
    ['https://clinic.example/portal', 'it is no host'],
    ['user@clinic.example', 'it is no DNS name and no address'],
    ['gopher://clinic.example', 'no port is known for gopher'],
    ['constructor://clinic.example', 'no port is known for constructor'],
    ['300.1.2.3', 'it is no DNS name and no address'],
    ['-x.example', 'it is no DNS name and no address'],
    ['clinic..example', 'it is no DNS name and no address'],
    ['[clinic.example', 'it is no host'],
  ])('%s is none', (text, why) =>
    expect(parseTarget(text)).toMatchObject({ code: 'bad-usage', message: `cannot probe ${text}: ${why}` }),
  )

  it('are written as they are read', () => {
    expect(targetText({ host: '2001:db8::1', port: 443 })).toBe('[2001:db8::1]:443')
    expect(targetText({ host: 'clinic.example', port: 25 })).toBe('clinic.example:25')
  })
})
