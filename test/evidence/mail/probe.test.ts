import { createHash, X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verdictOf } from '../../../src/evidence/mail/verdict.js'
import { mailText } from '../../../src/mail-text.js'
import { mailEvidence, mailExitCode, probeMail } from '../../../src/probe-mail.js'
import { type Manner, withDns, type Zone } from '../dns/server.js'
import { HAS_OPENSSL } from '../tls/credentials.js'
import type { Running } from '../tls/servers.js'
import { credentials, policyServer, type SmtpManner, smtpServer } from './servers.js'

const DOMAIN = 'clinic.example'
const HOSTS: Zone = {
  [`MX ${DOMAIN}`]: ['10 mx.clinic.example'],
  'A mx.clinic.example': ['127.0.0.1'],
  'A mta-sts.clinic.example': ['127.0.0.1'],
}
const POLICY = 'version: STSv1\nmode: enforce\nmx: mx.clinic.example\nmax_age: 604800\n'
const ANNOUNCED: Zone = { '_mta-sts': [], [`TXT _mta-sts.${DOMAIN}`]: ['v=STSv1; id=1;'] }

interface Setting {
  readonly zone?: (port: number) => Zone
  readonly smtp?: SmtpManner | 'closed'
  readonly policy?: { readonly status?: number; readonly body?: string; readonly silent?: boolean }
  readonly manner?: Manner
  readonly trusted?: boolean
}

describe.runIf(HAS_OPENSSL)('the probe of mail', () => {
  let own: ReturnType<typeof credentials>
  let policies: Running
  const answer: { status?: number; body?: string; silent?: boolean } = {}
  beforeAll(async () => {
    own = credentials()
    policies = await policyServer(own.leaf, answer)
  })
  afterAll(() => policies.stop())

  const probed = async ({
    zone = () => ({}),
    smtp = { credentials: own.leaf },
    policy = {},
    manner = {},
    trusted = true,
  }: Setting) => {
    const server = smtp === 'closed' ? { port: 1, stop: () => {} } : await smtpServer(smtp)
    Object.assign(answer, { status: undefined, body: POLICY, silent: false }, policy)
    try {
      return await withDns(
        { ...HOSTS, ...zone(server.port) },
        ({ resolver }) =>
          probeMail([DOMAIN], resolver, {
            timeout: 500,
            selectors: ['s1'],
            ports: { smtp: server.port, https: policies.port },
            ...(trusted ? { ca: own.root.cert } : {}),
          }),
        manner,
        300,
      )
    } finally {
      await server.stop()
    }
  }
  const verdict = async (setting: Setting) => {
    const [seen] = await probed(setting)
    if (!seen) throw new Error('nothing was probed')
    return verdictOf(seen)
  }
  const tlsa = (port: number, hash: string): Zone => ({
    [`TLSA _${port}._tcp.mx.clinic.example`]: [`3 1 1 ${hash}`],
  })
  const keyHash = () =>
    createHash('sha256')
      .update(new X509Certificate(own.leaf.cert).publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex')
  const SIGNED = { signed: [DOMAIN] }

  it('says that mail is forced by a policy', async () => {
    expect(await verdict({ zone: () => ANNOUNCED })).toEqual({
      kind: 'forced',
      words: 'Senders who honour MTA-STS deliver over TLS or not at all; others take what is offered.',
    })
  })

  it('says that mail is forced by TLSA records that DNSSEC proves', async () => {
    expect(await verdict({ zone: (port) => tlsa(port, keyHash()), manner: SIGNED })).toEqual({
      kind: 'forced',
      words: 'Senders who honour DANE deliver over TLS or not at all; others take what is offered.',
    })
  })

  const OPEN =
    'TLS is offered, and nothing tells senders that it must be: who sits between can take the offer away.'
  it.each<[string, () => Setting, string]>([
    ['nothing is published', () => ({}), OPEN],
    [
      'the policy is for tests',
      () => ({ zone: () => ANNOUNCED, policy: { body: POLICY.replace('enforce', 'testing') } }),
      `${OPEN} But its MTA-STS policy is in mode testing.`,
    ],
    [
      'the policy names other servers',
      () => ({ zone: () => ANNOUNCED, policy: { body: POLICY.replace('mx.clinic', 'mx.other') } }),
      `${OPEN} But its MTA-STS policy names none of its servers.`,
    ],
    [
      'the policy is elsewhere',
      () => ({ zone: () => ANNOUNCED, policy: { status: 302 } }),
      `${OPEN} But its MTA-STS policy is void (mta-sts.clinic.example answered 302 for the policy).`,
    ],
    [
      'the policy is gone',
      () => ({ zone: () => ANNOUNCED, policy: { status: 404 } }),
      `${OPEN} But its MTA-STS policy is void (mta-sts.clinic.example answered 404 for the policy).`,
    ],
    [
      'the record has no id',
      () => ({ zone: () => ({ [`TXT _mta-sts.${DOMAIN}`]: ['v=STSv1;'] }) }),
      `${OPEN} But its MTA-STS policy is void (its record has no \`id\` (RFC 8461, 3.1)).`,
    ],
    [
      'the record is in small letters, and so is none',
      () => ({ zone: () => ({ [`TXT _mta-sts.${DOMAIN}`]: ['v=stsv1; id=1;'] }) }),
      OPEN,
    ],
    [
      'the policy is endless',
      () => ({ zone: () => ANNOUNCED, policy: { body: 'x'.repeat(70_000) } }),
      `${OPEN} But its MTA-STS policy is void (the policy is longer than 64 kB).`,
    ],
    [
      'the policy is under a certificate that nobody trusts',
      () => ({ zone: () => ANNOUNCED, trusted: false }),
      `${OPEN} But its MTA-STS policy is void (the certificate of mta-sts.clinic.example does not hold (SELF_SIGNED_CERT_IN_CHAIN)).`,
    ],
    [
      'TLSA records are not signed, and the resolver would say so',
      () => ({ zone: (port) => tlsa(port, keyHash()), manner: { signedAlone: ['example'] } }),
      `${OPEN} But mx.clinic.example has TLSA records, and the resolver does not say that DNSSEC proves them.`,
    ],
    [
      'the MX records are not signed',
      () => ({ zone: (port) => tlsa(port, keyHash()), manner: { signed: ['mx.clinic.example'] } }),
      `${OPEN} But mx.clinic.example has TLSA records, and the resolver does not say that DNSSEC proves the MX records.`,
    ],
    [
      'TLSA records name another key',
      () => ({ zone: (port) => tlsa(port, '00'.repeat(32)), manner: SIGNED }),
      `${OPEN} But the certificate of mx.clinic.example is none that its TLSA records name.`,
    ],
    [
      'TLSA records are of another usage',
      () => ({
        zone: (port) => ({ [`TLSA _${port}._tcp.mx.clinic.example`]: [`1 1 1 ${keyHash()}`] }),
        manner: SIGNED,
      }),
      `${OPEN} But mx.clinic.example has TLSA records of kinds that are not for mail (RFC 7672, 3.1.3).`,
    ],
    [
      'one of two servers is silent',
      () => ({ zone: () => ({ [`MX ${DOMAIN}`]: ['10 mx.clinic.example', '20 mx2.clinic.example'] }) }),
      `${OPEN} mx2.clinic.example could not be asked.`,
    ],
  ])('says that mail is opportunistic: %s', async (_, setting, words) => {
    expect(await verdict(setting())).toEqual({ kind: 'opportunistic', words })
  })

  it.each<[string, () => Setting, string, RegExp]>([
    [
      'the policy does not come',
      () => ({ zone: () => ANNOUNCED, policy: { silent: true } }),
      'not-proven',
      /^TLS is offered; whether senders are told that it must be is not proven: MTA-STS \(mta-sts\.clinic\.example did not answer in 500 ms\)\.$/,
    ],
    [
      'the server of the policy is broken',
      () => ({ zone: () => ANNOUNCED, policy: { status: 503 } }),
      'not-proven',
      /not proven: MTA-STS \(mta-sts\.clinic\.example answered 503 for the policy\)\.$/,
    ],
    [
      'the server of the policy is busy',
      () => ({ zone: () => ANNOUNCED, policy: { status: 429 } }),
      'not-proven',
      /answered 429/,
    ],
    [
      'the TLSA records cannot be looked up',
      () => ({ zone: (port) => ({ [`TLSA _${port}._tcp.mx.clinic.example`]: 2 }) }),
      'not-proven',
      /not proven: DANE of mx\.clinic\.example \(the resolver answered SERVFAIL \(TLSA /,
    ],
    [
      'the resolver proves nothing by DNSSEC',
      () => ({ zone: (port) => tlsa(port, keyHash()) }),
      'not-proven',
      /DANE of mx\.clinic\.example \(there are TLSA records, and the resolver proves nothing by DNSSEC\)\.$/,
    ],
    [
      'the TLSA records of one of two cannot be looked up, and the other has none',
      () => ({
        zone: (port) => ({
          [`MX ${DOMAIN}`]: ['10 mx.clinic.example', '20 mx2.clinic.example'],
          'A mx2.clinic.example': ['127.0.0.1'],
          [`TLSA _${port}._tcp.mx.clinic.example`]: 2,
        }),
      }),
      'opportunistic',
      /take the offer away\.$/,
    ],
    [
      'a server offers none',
      () => ({ smtp: {}, zone: () => ANNOUNCED }),
      'plain',
      /^Mail to it may go in clear: mx\.clinic\.example offers no TLS\.$/,
    ],
    [
      'a server is silent',
      () => ({ smtp: { silent: true } }),
      'not-proven',
      /^None of its servers could be asked whether it offers TLS: mx\.clinic\.example: /,
    ],
    [
      'a server does not serve us',
      () => ({ smtp: { greeting: '421 go away' } }),
      'not-proven',
      /421 go away/,
    ],
    ['a server is closed', () => ({ smtp: 'closed' }), 'not-proven', /the connection was refused/],
    [
      'a server sends garbage',
      () => ({ smtp: { greeting: '\u0000\u0001\u0002' } }),
      'not-proven',
      /could be asked/,
    ],
    [
      'a server has no address',
      () => ({ zone: () => ({ 'A mx.clinic.example': [] }) }),
      'not-proven',
      /mx\.clinic\.example has no address/,
    ],
    [
      'the resolver is silent',
      () => ({ manner: { silent: ['*'] } }),
      'not-proven',
      /^Nobody can tell who takes its mail: the resolver did not answer in 300 ms \(MX clinic\.example\)\.$/,
    ],
    ['it takes no mail', () => ({ zone: () => ({ [`MX ${DOMAIN}`]: ['0 '] }) }), 'no-mail', /RFC 7505/],
  ])('says what it knows: %s', async (_, setting, kind, words) => {
    expect(await verdict(setting())).toEqual({ kind, words: expect.stringMatching(words) as unknown })
  })

  it('matches TLSA records of every kind', async () => {
    const [leaf, root] = [new X509Certificate(own.leaf.cert), new X509Certificate(own.root.cert)]
    const sha512 = createHash('sha512').update(leaf.raw).digest('hex')
    const rootHash = createHash('sha256').update(root.raw).digest('hex')
    for (const record of [`3 0 2 ${sha512}`, `3 0 0 ${leaf.raw.toString('hex')}`, `2 0 1 ${rootHash}`])
      expect(
        (
          await verdict({
            zone: (port) => ({ [`TLSA _${port}._tcp.mx.clinic.example`]: [record] }),
            manner: SIGNED,
          })
        ).kind,
      ).toBe('forced')
    for (const record of [`3 0 1 ${rootHash}`, `2 0 2 ${sha512}`, `3 0 9 ${rootHash}`])
      expect(
        (
          await verdict({
            zone: (port) => ({ [`TLSA _${port}._tcp.mx.clinic.example`]: [record] }),
            manner: SIGNED,
          })
        ).kind,
      ).toBe('opportunistic')
  })

  const ALL: Zone = {
    ...ANNOUNCED,
    [`TXT ${DOMAIN}`]: ['v=spf1 mx -all'],
    [`TXT _dmarc.${DOMAIN}`]: ['v=DMARC1; p=reject'],
    [`TXT _smtp._tls.${DOMAIN}`]: ['v=TLSRPTv1; rua=mailto:tls@clinic.example'],
    [`TXT s1._domainkey.${DOMAIN}`]: [`v=DKIM1; k=ed25519; p=${Buffer.alloc(32, 1).toString('base64')}`],
  }

  it.each([
    ['two records', ['v=spf1 mx -all', 'v=spf1 -all'], 'v=spf1 mx -all', '2 records, so that none counts'],
    [
      'an include that leads nowhere',
      ['v=spf1 include:x.example -all'],
      'v=spf1 include:x.example -all',
      'include of x.example, which has no SPF record',
    ],
  ])('makes a fact of an SPF record on which receivers give up: %s', async (_, texts, spf, spfFault) => {
    const { observations } = mailEvidence(
      await probed({ zone: () => ({ ...ALL, [`TXT ${DOMAIN}`]: texts }), manner: SIGNED }),
    )
    expect(observations[0]).toMatchObject({ facts: { spf, spfFault } })
  })

  it('makes facts of what is proven', async () => {
    const { observations } = mailEvidence(
      await probed({ zone: (port) => ({ ...ALL, ...tlsa(port, keyHash()) }), manner: SIGNED }),
    )
    expect(observations).toMatchObject([
      {
        about: { kind: 'mail-domain', domain: DOMAIN },
        how: 'DNS and handshakes',
        facts: {
          spf: 'v=spf1 mx -all',
          dmarc: { policy: 'reject', record: 'v=DMARC1; p=reject' },
          mtaSts: { mode: 'enforce' },
          dane: true,
          tlsRpt: true,
          dkim: { enabled: true, algorithm: 'ed25519-sha256', keyBits: 256 },
        },
      },
      {
        about: { kind: 'endpoint', host: 'mx.clinic.example' },
        state: 'observed',
        facts: { tls: { certificate: { subject: 'CN=mail-leaf' } } },
      },
    ])
  })

  it('makes facts of what is not there, where the resolver says so', async () => {
    const { observations } = mailEvidence(await probed({ smtp: {} }))
    expect(observations[0]).toMatchObject({
      facts: { spf: 'none', dmarc: { policy: 'none' }, mtaSts: { mode: 'none' }, dane: false, tlsRpt: false },
    })
    expect(observations[0]).not.toHaveProperty('facts.dkim')
    expect(observations[1]).toMatchObject({
      facts: { encryption: 'none' },
      details: { words: 'EHLO does not list STARTTLS' },
    })
  })

  it('makes no fact of DANE where the resolver proves nothing by DNSSEC', async () => {
    const { observations } = mailEvidence(await probed({ zone: (port) => tlsa(port, keyHash()) }))
    expect(observations[0]).not.toHaveProperty('facts.dane')
    expect(observations[1]).toMatchObject({
      state: 'not-proven',
      reason: 'DANE of mx.clinic.example: there are TLSA records, and the resolver proves nothing by DNSSEC',
    })
  })

  it('makes no facts of silence', async () => {
    const { observations } = mailEvidence(await probed({ manner: { silent: ['*'] } }))
    expect(
      observations.map((one) => [one.state, one.state === 'not-proven' ? one.reason.replace(/ .*/, '') : '']),
    ).toEqual([
      ['not-proven', 'mail'],
      ['not-proven', 'SPF:'],
      ['not-proven', 'DMARC:'],
      ['not-proven', 'MTA-STS:'],
      ['not-proven', 'TLS-RPT:'],
      ['not-proven', 'DKIM'],
    ])
  })

  it('takes what is only tested for the next milder policy, and for no record of its own one from above', async () => {
    const testing = async (record: string) =>
      mailEvidence(await probed({ zone: () => ({ [`TXT _dmarc.${DOMAIN}`]: [record] }) })).observations[0]
    expect(await testing('v=DMARC1; p=reject; t=y')).toMatchObject({
      facts: { dmarc: { policy: 'quarantine', record: 'v=DMARC1; p=reject; t=y' } },
    })
    expect(await testing('v=DMARC1; p=quarantine; t=y')).toMatchObject({
      facts: { dmarc: { policy: 'none' } },
    })
    const above = await probed({
      zone: () => ({ 'TXT _dmarc.example': ['v=DMARC1; p=reject; sp=quarantine'] }),
    })
    const [first] = mailEvidence(above).observations
    expect(first).toMatchObject({ facts: { dmarc: { policy: 'quarantine' } } })
    expect(first).not.toHaveProperty('facts.dmarc.record')
  })

  it('connects to what it was told alone', async () => {
    const server = await smtpServer({ credentials: own.leaf })
    await withDns({ ...HOSTS, [`TXT ${DOMAIN}`]: ['v=spf1 -all'] }, async ({ resolver, asked }) => {
      await probeMail([DOMAIN], resolver, {
        timeout: 500,
        ports: { smtp: server.port, https: policies.port },
      })
      expect([...asked].sort()).toEqual([
        'A mx.clinic.example',
        'AAAA mx.clinic.example',
        `MX ${DOMAIN}`,
        `TLSA _${server.port}._tcp.mx.clinic.example`,
        'TXT _dmarc.clinic.example',
        'TXT _dmarc.example',
        'TXT _mta-sts.clinic.example',
        'TXT _smtp._tls.clinic.example',
        'TXT clinic.example',
      ])
    })
    await server.stop()
  })

  it('leaves no domain without questions that another has asked', async () => {
    const domains = Array.from({ length: 100 }, (_, index) => `clinic${index}.example`)
    const seen = await withDns({ 'TXT example': ['x'] }, ({ resolver }) =>
      probeMail(domains, resolver, { timeout: 500 }),
    )
    expect(new Set(seen.map((one) => `${verdictOf(one).kind}, DMARC ${one.dmarc.state}`))).toEqual(
      new Set(['no-mail, DMARC none']),
    )
  })

  it('is told in 80 columns', async () => {
    const seen = await probed({ zone: (port) => ({ ...ALL, ...tlsa(port, keyHash()) }), manner: SIGNED })
    const text = mailText(seen, { color: false, columns: 80 })
    expect(
      text.replace(/until \d{4}-\d\d-\d\d/, 'until DAY').replace(/TLS_AES_\d+_GCM_SHA\d+/, 'SUITE'),
    ).toBe(`clinic.example  forced
  Senders who honour DANE or MTA-STS deliver over TLS or not at all; others take
  what is offered.

  MX       10 mx.clinic.example
  STARTTLS TLSv1.3, SUITE; certificate for its name, trusted,
           until DAY
  DANE     1 TLSA record, which names its certificate; DNSSEC by the word of the
           resolver
  MTA-STS  mode enforce, mx.clinic.example, kept for 7 days
  TLS-RPT  reports go to mailto:tls@clinic.example
  SPF      v=spf1 mx -all (1 of 10 look-ups)
  DKIM     s1: ed25519-sha256, 256 bits
  DMARC    reject: v=DMARC1; p=reject
`)
  })

  it.each([
    ['v=DMARC1; p=reject; t=y', 'reject, only tested: receivers act as by quarantine (t=y): v=DMARC1;'],
    ['v=DMARC1; p=quarantine; t=y', 'quarantine, only tested: receivers act as by none (t=y):'],
    ['v=DMARC1; p=reject', 'reject: v=DMARC1; p=reject'],
  ])('tells by what receivers act: %s', async (record, words) => {
    const seen = await probed({ zone: () => ({ [`TXT _dmarc.${DOMAIN}`]: [record] }) })
    expect(mailText(seen, { color: false, columns: 100 })).toContain(`DMARC    ${words}`)
  })

  it.each<[string, () => Setting, boolean, number]>([
    ['forced', () => ({ zone: () => ANNOUNCED }), true, 0],
    ['opportunistic', () => ({}), false, 0],
    ['opportunistic, strictly', () => ({}), true, 1],
    ['plain', () => ({ smtp: {} }), false, 1],
    ['nothing proven', () => ({ manner: { silent: ['*'] } }), false, 2],
    [
      'TLS is offered, the rest not proven',
      () => ({ zone: () => ANNOUNCED, policy: { status: 503 } }),
      false,
      0,
    ],
    [
      'TLS is offered, the rest not proven, strictly',
      () => ({ zone: () => ANNOUNCED, policy: { status: 503 } }),
      true,
      1,
    ],
  ])('ends so: %s', async (_, setting, strict, code) => {
    expect(mailExitCode(await probed(setting()), strict)).toBe(code)
  })
})
