import { createHash, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Ask } from '../../../src/evidence/dns/client.js'
import { dnsClient } from '../../../src/evidence/dns/client.js'
import { daneOf } from '../../../src/evidence/mail/dane.js'
import { dkimOf } from '../../../src/evidence/mail/dkim.js'
import { dmarcOf, walkOf } from '../../../src/evidence/mail/dmarc.js'
import { mailServersOf } from '../../../src/evidence/mail/mail-servers.js'
import { parsePolicy, policyNames } from '../../../src/evidence/mail/mta-sts.js'
import { tlsReporting } from '../../../src/evidence/mail/records.js'
import { spfOf } from '../../../src/evidence/mail/spf.js'
import { type Manner, withDns, type Zone } from '../dns/server.js'
import { certificate, HAS_OPENSSL } from '../tls/credentials.js'

const within = <T>(zone: Zone, work: (ask: Ask) => Promise<T>, manner: Manner = {}): Promise<T> =>
  withDns(zone, ({ resolver }) => work(dnsClient(resolver)), manner, 300)
const DOMAIN = 'clinic.example'

describe('SPF', () => {
  const many = (count: number): Zone => ({
    [`TXT ${DOMAIN}`]: [
      `v=spf1 ${Array.from({ length: count }, (_, index) => `a:h${index}.example`).join(' ')} -all`,
    ],
    ...Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`A h${index}.example`, ['192.0.2.1']]),
    ),
  })
  it.each<[string, Zone, object]>([
    ['none', {}, { state: 'none' }],
    ['another text', { [`TXT ${DOMAIN}`]: ['v=spf10 -all', 'hello'] }, { state: 'none' }],
    [
      'one without look-ups',
      { [`TXT ${DOMAIN}`]: ['hello', 'v=spf1 ip4:192.0.2.0/24 -all'] },
      { state: 'published', lookups: 0, voids: 0 },
    ],
    [
      'two',
      { [`TXT ${DOMAIN}`]: ['v=spf1 -all', 'v=spf1 ~all'] },
      { state: 'invalid', words: '2 records, so that none counts' },
    ],
    ['ten look-ups', many(10), { state: 'published', lookups: 10, voids: 0 }],
    ['eleven look-ups', many(11), { lookups: 11, fault: '11 look-ups, of which 10 are allowed' }],
    [
      'look-ups without end',
      many(40),
      { lookups: 20, fault: '20 or more look-ups, of which 10 are allowed' },
    ],
    [
      'included look-ups',
      {
        [`TXT ${DOMAIN}`]: ['v=spf1 include:a.example mx ptr exists:%{i}.b.example ~all'],
        'TXT a.example': ['v=spf1 a:c.example redirect=d.example'],
        'A c.example': ['192.0.2.1'],
        'TXT d.example': ['v=spf1 ?all'],
        [`MX ${DOMAIN}`]: ['10 mx.example'],
      },
      { lookups: 6, voids: 0 },
    ],
    [
      'what stands behind all, which is passed over',
      { [`TXT ${DOMAIN}`]: ['v=spf1 a:h0.example -all mx include:x.example'], 'A h0.example': ['192.0.2.1'] },
      { lookups: 1, voids: 0 },
    ],
    [
      'a redirect before all, which is passed over too',
      { [`TXT ${DOMAIN}`]: ['v=spf1 redirect=d.example -all'] },
      { lookups: 0, voids: 0 },
    ],
    [
      'a redirect behind all, which is none',
      { [`TXT ${DOMAIN}`]: ['v=spf1 -all redirect=d.example'] },
      { lookups: 0 },
    ],
    [
      'what includes itself',
      {
        [`TXT ${DOMAIN}`]: ['v=spf1 include:a.example -all'],
        'TXT a.example': [`v=spf1 include:${DOMAIN.toUpperCase()} -all`],
      },
      { lookups: 2, fault: `it includes itself by ${DOMAIN}` },
    ],
    ...[
      ['a misspelt mechanism', 'ipv4:192.0.2.1 -all', 'ipv4:192.0.2.1'],
      ['a word without a value', 'mx google.example -all', 'google.example'],
      ['an address that is none', 'ip4:192.0.2.300 -all', 'ip4:192.0.2.300'],
      ['an address of the other kind', 'ip4:2001:db8::1 -all', 'ip4:2001:db8::1'],
      ['an include of nothing', 'include: -all', 'include:'],
    ].map(([what, terms, term]): [string, Zone, Record<string, unknown>] => [
      what as string,
      { [`TXT ${DOMAIN}`]: [`v=spf1 ${terms}`] },
      { fault: `“${term}” of ${DOMAIN} is no term of SPF` },
    ]),
    [
      'a misspelt mechanism of what is included',
      { [`TXT ${DOMAIN}`]: ['v=spf1 include:a.example -all'], 'TXT a.example': ['v=spf1 al'] },
      { fault: '“al” of a.example is no term of SPF' },
    ],
    [
      'all that there is',
      {
        [`TXT ${DOMAIN}`]: [
          'v=spf1 +ip4:192.0.2.1 ip4:192.0.2.0/24 ip6:2001:db8::/32 ?a/24 A:b.example//64 mx/24 exp=x.example  unknown-one=%{i} -ALL ',
        ],
        [`A ${DOMAIN}`]: ['192.0.2.1'],
        'A b.example': ['192.0.2.1'],
        [`MX ${DOMAIN}`]: ['10 mx.example'],
      },
      { lookups: 3, voids: 0 },
    ],
    [
      'what includes nothing',
      { [`TXT ${DOMAIN}`]: ['v=spf1 include:a.example -all'] },
      { voids: 1, fault: 'include of a.example, which has no SPF record' },
    ],
    [
      'three that find nothing',
      { [`TXT ${DOMAIN}`]: ['v=spf1 a:x.example a:y.example mx:z.example -all'] },
      { voids: 3, fault: '3 look-ups that find nothing, of which 2 are allowed' },
    ],
    ['two that find nothing', { [`TXT ${DOMAIN}`]: ['v=spf1 a:x.example mx:z.example -all'] }, { voids: 2 }],
    [
      'a host of IPv6 alone',
      {
        [`TXT ${DOMAIN}`]: ['v=spf1 a:x.example -all'],
        'AAAA x.example': ['20010db8000000000000000000000001'],
      },
      { voids: 0 },
    ],
    [
      'one that cannot be looked up',
      { [`TXT ${DOMAIN}`]: ['v=spf1 include:a.example -all'], 'TXT a.example': 2 },
      { state: 'published', unproven: 'the resolver answered SERVFAIL (TXT a.example)' },
    ],
    ['a resolver that fails', { [`TXT ${DOMAIN}`]: 2 }, { state: 'not-proven' }],
  ])('%s', async (_, zone, expected) => {
    const spf = await within(zone, (ask) => spfOf(ask, DOMAIN))
    expect(spf).toMatchObject(expected)
    expect('fault' in spf).toBe('fault' in expected)
  })
})

describe('DMARC', () => {
  it.each<[string, string, Zone, object]>([
    [
      'its own',
      DOMAIN,
      { _: [], [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC1; p=reject; sp=none'] },
      { state: 'published', policy: 'reject', at: DOMAIN, inherited: false, testing: false, asked: 1 },
    ],
    [
      'its own without a policy',
      DOMAIN,
      { [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC1; rua=mailto:x@y'] },
      { policy: 'none' },
    ],
    [
      'its own, for tests',
      DOMAIN,
      { [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC1; p=Quarantine; t=y'] },
      { policy: 'quarantine', testing: true },
    ],
    [
      'that of the organisation',
      'mail.clinic.example',
      { [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC1; p=reject'] },
      { policy: 'reject', at: DOMAIN, inherited: true, asked: 3 },
    ],
    [
      'that of the organisation for what is below',
      'mail.clinic.example',
      { [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC1; p=reject; sp=quarantine'] },
      { policy: 'quarantine', at: DOMAIN },
    ],
    [
      'that of the fewest labels',
      'a.b.clinic.example',
      {
        'TXT _dmarc.b.clinic.example': ['v=DMARC1; p=none'],
        [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC1; p=reject'],
      },
      { policy: 'reject', at: DOMAIN },
    ],
    [
      'that which says where the organisation begins',
      'a.b.clinic.example',
      {
        'TXT _dmarc.b.clinic.example': ['v=DMARC1; p=none; psd=n'],
        [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC1; p=reject'],
      },
      { policy: 'none', at: 'b.clinic.example', asked: 2 },
    ],
    [
      'that of the name below a public suffix',
      'a.clinic.example',
      {
        [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC1; p=quarantine'],
        'TXT _dmarc.example': ['v=DMARC1; p=reject; psd=y'],
      },
      { policy: 'quarantine', at: DOMAIN },
    ],
    [
      'that of a public suffix',
      'a.b.clinic.example',
      {
        'TXT _dmarc.b.clinic.example': ['v=DMARC1; p=none'],
        'TXT _dmarc.example': ['v=DMARC1; p=reject; psd=y'],
      },
      { policy: 'reject', at: 'example' },
    ],
    [
      'two, of which none counts',
      DOMAIN,
      { [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC1; p=reject', 'v=DMARC1; p=none'] },
      { state: 'invalid' },
    ],
    [
      'two, above which one counts',
      'a.clinic.example',
      {
        'TXT _dmarc.a.clinic.example': ['v=DMARC1; p=reject', 'v=DMARC1; p=none'],
        [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC1; p=quarantine'],
      },
      { state: 'published', policy: 'quarantine', at: DOMAIN, inherited: true },
    ],
    [
      'one whose version is in small letters, which is none',
      DOMAIN,
      { [`TXT _dmarc.${DOMAIN}`]: ['v=dmarc1; p=reject'] },
      { state: 'none' },
    ],
    [
      'two above, which are passed over',
      'a.clinic.example',
      { [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC1; p=reject', 'v=DMARC1; p=none'] },
      { state: 'none' },
    ],
    ['none', DOMAIN, { [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC12; p=reject'] }, { state: 'none' }],
    ['a resolver that fails', 'a.clinic.example', { [`TXT _dmarc.${DOMAIN}`]: 2 }, { state: 'not-proven' }],
  ])('%s', async (_, domain, zone, expected) => {
    expect(await within(zone, (ask) => dmarcOf(ask, domain))).toMatchObject(expected)
  })

  it.each([
    ['example', ['example']],
    ['clinic.example', ['clinic.example', 'example']],
    [
      '1.2.3.4.5.6.7.8',
      ['1.2.3.4.5.6.7.8', '2.3.4.5.6.7.8', '3.4.5.6.7.8', '4.5.6.7.8', '5.6.7.8', '6.7.8', '7.8', '8'],
    ],
    [
      '0.1.2.3.4.5.6.7.8',
      ['0.1.2.3.4.5.6.7.8', '2.3.4.5.6.7.8', '3.4.5.6.7.8', '4.5.6.7.8', '5.6.7.8', '6.7.8', '7.8', '8'],
    ],
  ])('walks up from %s', (domain, names) => {
    expect(walkOf(domain)).toEqual(names)
  })
})

describe('DKIM', () => {
  const rsa = (bits: number, type: 'spki' | 'pkcs1') =>
    generateKeyPairSync('rsa', { modulusLength: bits })
      .publicKey.export({ type, format: 'der' })
      .toString('base64')
  it.each<[string, string, object]>([
    [
      'RSA',
      `v=DKIM1; k=rsa; p=${rsa(2048, 'spki')}`,
      { state: 'published', algorithm: 'rsa-sha256', keyBits: 2048, testing: false },
    ],
    ['RSA in its bare form, for tests', `p=${rsa(1024, 'pkcs1')}; t=s:y`, { keyBits: 1024, testing: true }],
    [
      'Ed25519',
      `v=DKIM1; k=ed25519; p=${Buffer.alloc(32, 1).toString('base64')}`,
      { algorithm: 'ed25519-sha256', keyBits: 256 },
    ],
    [
      'Ed25519 of another length',
      `v=DKIM1; k=ed25519; p=${Buffer.alloc(31).toString('base64')}`,
      { state: 'invalid', words: 'the key of s1 has 31 bytes' },
    ],
    ['withdrawn', 'v=DKIM1; p=', { state: 'invalid', words: 'the key of s1 is withdrawn' }],
    ['broken', 'v=DKIM1; p=AAAA', { state: 'invalid', words: 'the key of s1 cannot be read' }],
    ['another text', 'hello', { state: 'none' }],
  ])('%s', async (_, text, expected) => {
    expect(
      await within({ [`TXT s1._domainkey.${DOMAIN}`]: [text] }, (ask) => dkimOf(ask, DOMAIN, 's1')),
    ).toMatchObject(expected)
  })
})

describe('TLS-RPT', () => {
  it.each<[string, readonly string[], object]>([
    [
      'two addresses',
      ['v=TLSRPTv1; rua=mailto:a@b, https://c.example/x,ftp://d'],
      { state: 'published', to: ['mailto:a@b', 'https://c.example/x'] },
    ],
    ['nobody', ['v=TLSRPTv1; rua='], { state: 'invalid' }],
    ['none', ['v=TLSRPTv2; rua=mailto:a@b'], { state: 'none' }],
    ['one in small letters, which is none', ['v=tlsrptv1; rua=mailto:a@b'], { state: 'none' }],
  ])('%s', async (_, texts, expected) => {
    expect(
      await within({ [`TXT _smtp._tls.${DOMAIN}`]: texts }, (ask) => tlsReporting(ask, DOMAIN)),
    ).toMatchObject(expected)
  })
})

describe('a policy of MTA-STS', () => {
  const POLICY =
    'version: STSv1\r\nmode: enforce\r\nmx: MX.clinic.example\r\nmx: *.clinic.example\r\nmax_age: 604800\r\n'
  it.each<[string, string, object]>([
    ['whole', POLICY, { mode: 'enforce', mx: ['mx.clinic.example', '*.clinic.example'], maxAge: 604_800 }],
    ['for tests', POLICY.replace('enforce', 'testing'), { mode: 'testing' }],
    ['withdrawn', 'version: STSv1\nmode: none\nmax_age: 0', { mode: 'none', mx: [], maxAge: 0 }],
    ['of a year', POLICY.replace('604800', '31557600'), { maxAge: 31_557_600 }],
    [
      'of more than a year',
      POLICY.replace('604800', '31557601'),
      { words: 'the policy has no `max_age` of at most a year' },
    ],
    [
      'without an age',
      POLICY.replace(/max_age.*/, ''),
      { words: 'the policy has no `max_age` of at most a year' },
    ],
    [
      'of another version',
      POLICY.replace('STSv1', 'STSv2'),
      { words: 'the policy does not begin with `version: STSv1`' },
    ],
    ['without a mode', POLICY.replace(/mode.*/, ''), { words: 'the policy has no mode' }],
    ['of another mode', POLICY.replace('enforce', 'perhaps'), { words: 'the policy has the mode perhaps' }],
    ['without a server', POLICY.replace(/mx:.*/g, ''), { words: 'the policy names no mail server' }],
    ['that is a page', '<html></html>', { words: 'the policy does not begin with `version: STSv1`' }],
  ])('%s', (_, text, expected) => {
    expect(parsePolicy(text)).toMatchObject(expected)
  })

  it.each([
    ['mx.clinic.example', ['mx.clinic.example'], true],
    ['mx.clinic.example', ['*.clinic.example'], true],
    ['a.mx.clinic.example', ['*.clinic.example'], false],
    ['clinic.example', ['*.clinic.example'], false],
    ['mx.other.example', ['mx.clinic.example', '*.clinic.example'], false],
  ])('names %s by %j: %s', (host, mx, expected) => {
    expect(policyNames({ mx }, host)).toBe(expected)
  })
})

describe('mail servers', () => {
  it.each<[string, Zone, object]>([
    [
      'the best first',
      { [`MX ${DOMAIN}`]: ['20 b.example', '10 a.example'] },
      { kind: 'servers', servers: [{ host: 'a.example' }, { host: 'b.example' }], implicit: false },
    ],
    [
      'each once',
      { [`MX ${DOMAIN}`]: ['20 a.example', '10 A.example', '30 a.example'] },
      { kind: 'servers', servers: [{ host: 'a.example', preference: 10 }] },
    ],
    [
      'the host of that name',
      { [`A ${DOMAIN}`]: ['192.0.2.1'] },
      { kind: 'servers', servers: [{ host: DOMAIN }], implicit: true },
    ],
    [
      'none, by its word',
      { [`MX ${DOMAIN}`]: ['0 '] },
      { kind: 'none', words: 'it says that it takes no mail (RFC 7505)' },
    ],
    ['none, for it does not exist', {}, { kind: 'none', words: 'the domain does not exist' }],
    [
      'none, for it has no address',
      { [`TXT ${DOMAIN}`]: ['x'] },
      { kind: 'none', words: 'it has neither MX records nor an address' },
    ],
    ['nobody knows', { [`MX ${DOMAIN}`]: 2 }, { kind: 'not-proven' }],
    ['nobody knows its address', { [`TXT ${DOMAIN}`]: ['x'], [`A ${DOMAIN}`]: 2 }, { kind: 'not-proven' }],
  ])('%s', async (_, zone, expected) => {
    expect(await within(zone, (ask) => mailServersOf(ask, DOMAIN))).toMatchObject(expected)
  })

  it('are ten at most', async () => {
    const zone = { [`MX ${DOMAIN}`]: Array.from({ length: 12 }, (_, index) => `${index} mx${index}.example`) }
    expect(await within(zone, (ask) => mailServersOf(ask, DOMAIN))).toMatchObject({ servers: { length: 10 } })
  })
})

describe.runIf(HAS_OPENSSL)('DANE', () => {
  const CA = ['basicConstraints=critical,CA:TRUE']
  const derOf = (pem: string): Buffer => new X509Certificate(pem).raw
  const sent = (pem: string): Buffer[] =>
    (pem.match(/-----BEGIN[\s\S]*?-----END CERTIFICATE-----/g) ?? []).map(derOf)
  const anchor = () => certificate({ name: 'dane-anchor', extensions: CA })
  const below = () => certificate({ name: 'dane-leaf', issuer: anchor(), names: 'DNS:mx.clinic.example' })
  const alone = () => certificate({ name: 'dane-alone', names: 'DNS:mx.clinic.example' })
  const hash = (der: Buffer): string => createHash('sha256').update(der).digest('hex')

  it.each([
    ['the anchor that issued the certificate', 2, () => sent(below().cert), 'mx.clinic.example', true],
    [
      'an anchor that is only sent along',
      2,
      () => [derOf(alone().cert), derOf(anchor().cert)],
      'mx.clinic.example',
      false,
    ],
    [
      'an anchor, and the certificate is for another host',
      2,
      () => sent(below().cert),
      'mx2.clinic.example',
      false,
    ],
    ['an anchor that is not sent', 2, () => sent(below().cert).slice(0, 1), 'mx.clinic.example', false],
    ['the certificate of the domain', 3, () => [derOf(anchor().cert)], 'mx2.clinic.example', true],
    ['the domain, by a certificate further up', 3, () => sent(below().cert), 'mx.clinic.example', false],
  ] as const)('names %s', async (_, usage, chain, host, matches) => {
    const zone = { [`TLSA _25._tcp.${host}`]: [`${usage} 0 1 ${hash(derOf(anchor().cert))}`] }
    const where = { host, port: 25, domain: 'elsewhere.example', mxAuthenticated: true }
    const dane = await within(zone, (ask) => daneOf(ask, where, chain()), { signed: ['clinic.example'] })
    expect(dane).toEqual({ state: 'usable', records: 1, matches })
  })
})
