import { describe, expect, it } from 'vitest'
import { receivedHop } from '#rules/email/received-hop.js'
import { findingsOf } from '../../../src/engine/findings.js'
import { judge } from '../../../src/engine/judge.js'
import { buildInfrastructure } from '../../../src/model/infrastructure.js'
import type { ClaimTree, Layer } from '../../../src/model/layer.js'
import type { MessageHop } from '../../../src/model/observed-message.js'
import type { DayText } from '../../../src/model/scalars/text.js'

const TODAY = '2026-11-24' as DayText
const layer = (rank: Layer['rank'], tree: object): Layer => ({
  rank,
  document: 0,
  tree: { version: 1, ...tree } as ClaimTree,
})

const server = (endpoint: object) =>
  layer('stated', {
    assets: [
      {
        id: 'mx',
        kind: 'mail-server',
        ephi: ['stores'],
        endpoints: [{ id: 'smtp', host: 'MX.clinic.example', port: 25, protocol: 'smtp', ...endpoint }],
      },
    ],
    email: {
      inbound: { mailServers: ['mx'] },
      streams: [
        { id: 'referrals', sender: 'mx', carries: ['ephi'] },
        { id: 'news', sender: 'mx', carries: [] },
      ],
    },
  })
const OFFERS = server({ encryption: 'optional' })
const HOP = { from: 'mail.partner.example', by: 'mx.clinic.example', verdict: 'tls', trusted: true } as const
const message = (hops: readonly Partial<MessageHop>[], more: object = {}): Layer =>
  layer('observed', { messages: [{ id: '<1@x>', hops: hops.map((hop) => ({ ...HOP, ...hop })), ...more }] })

const judged = (...layers: Layer[]) => {
  const infrastructure = buildInfrastructure(layers, TODAY)
  const [result] = judge(infrastructure, [receivedHop as never], { today: TODAY, profile: 'hipaa' })
  const place = { file: 'x', line: 1, column: 1, endLine: 1, endColumn: 1 }
  const findings = findingsOf(result?.judged ?? [], infrastructure, { placeOf: () => place })
  return { counts: result?.counts, noted: result?.noted.map(({ note }) => note), findings }
}
const LABEL = 'message <1@x>, mail.partner.example to mx.clinic.example'

describe('email/received-hop', () => {
  it.each<[string, Partial<MessageHop>]>([
    ['TLS 1.3', { tlsVersion: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' }],
    ['TLS 1.2', { tlsVersion: 'TLSv1.2', cipher: 'ECDHE-RSA-AES256-GCM-SHA384' }],
    ['a cipher that nobody knows', { tlsVersion: 'TLSv1.2', cipher: 'NEW-SUITE' }],
  ])('passes: %s', (_, hop) => {
    expect(judged(OFFERS, message([hop]))).toMatchObject({
      counts: { pass: 1, fail: 0, unproven: 0 },
      noted: [],
    })
  })

  it.each<[string, Partial<MessageHop>, string]>([
    [
      'version not shown',
      { verdict: 'tls-version-unknown' },
      'the header does not say which version of TLS it was',
    ],
    [
      'anonymous, as mail between strangers often is',
      { tlsVersion: 'TLSv1.2', cipher: 'AECDH-AES256-SHA' },
      'AECDH-AES256-SHA: anonymous key exchange, usual in opportunistic mail',
    ],
  ])('passes with a word: %s', (_, hop, note) => {
    expect(judged(OFFERS, message([hop]))).toMatchObject({ counts: { pass: 1 }, noted: [note] })
  })

  it.each<[string, Layer, Partial<MessageHop>, string]>([
    [
      'said to be in clear',
      OFFERS,
      { verdict: 'not-encrypted' },
      `high: ${LABEL}: it came in clear (mx.clinic.example ends TLS itself, and shows none)`,
    ],
    [
      'silent, of a server that offers TLS',
      OFFERS,
      { verdict: 'not-shown' },
      `high: ${LABEL}: it came in clear (mx.clinic.example ends TLS itself, and shows none)`,
    ],
    [
      'silent, of a server whose TLS is described',
      server({ tls: { versions: ['TLSv1.2'] } }),
      { verdict: 'not-shown' },
      `high: ${LABEL}: it came in clear (mx.clinic.example ends TLS itself, and shows none)`,
    ],
    [
      'TLS 1.1',
      OFFERS,
      { tlsVersion: 'TLSv1.1' },
      `medium: ${LABEL}: it came over a version of TLS that is withdrawn (TLSv1.1)`,
    ],
    [
      'SSL 3.0',
      OFFERS,
      { tlsVersion: 'SSLv3' },
      `medium: ${LABEL}: it came over a version of TLS that is withdrawn (SSLv3)`,
    ],
    [
      'no cipher',
      OFFERS,
      { tlsVersion: 'TLSv1.2', cipher: 'NULL-SHA' },
      `high: ${LABEL}: it came in clear (NULL-SHA: no encryption)`,
    ],
    [
      'RC4',
      OFFERS,
      { tlsVersion: 'TLSv1.2', cipher: 'ECDHE-RSA-RC4-SHA' },
      `medium: ${LABEL}: it came over a cipher that is withdrawn (ECDHE-RSA-RC4-SHA: RC4 (RFC 7465))`,
    ],
  ])('fails: %s', (_, description, hop, message_) => {
    const { findings } = judged(description, message([hop]))
    expect(findings.map(({ outcome, severity, message: text }) => [outcome, `${severity}: ${text}`])).toEqual(
      [['fail', message_]],
    )
  })

  it.each<[string, Layer, Partial<MessageHop>, string]>([
    [
      'silent, of a server that offers none',
      server({ encryption: 'none', tls: { versions: ['TLSv1.2'] } }),
      { verdict: 'not-shown' },
      'low',
    ],
    ['silent, of a server of which it is not said', server({}), { verdict: 'not-shown' }, 'low'],
    ['silent, of another host', OFFERS, { verdict: 'not-shown', by: 'proxy.clinic.example' }, 'low'],
    [
      'silent, of another protocol',
      server({ protocol: 'https', encryption: 'optional' }),
      { verdict: 'not-shown' },
      'low',
    ],
    ['not understood', OFFERS, { verdict: 'unparsed' }, 'low'],
    ['told by nobody who is trusted', OFFERS, { trusted: false }, 'high'],
  ])('is not proven: %s', (_, description, hop, severity) => {
    const { findings } = judged(description, message([hop]))
    expect(findings).toMatchObject([{ outcome: 'unproven', severity }])
  })

  it('asks of trusted legs between hosts, and of the last where none is trusted', () => {
    const legs = [{ trusted: false }, { verdict: 'internal' as const }, {}]
    expect(judged(OFFERS, message(legs)).counts).toMatchObject({ pass: 1, unproven: 0 })
    expect(judged(OFFERS, message(legs.map((leg) => ({ ...leg, trusted: false })))).counts).toMatchObject({
      pass: 0,
      unproven: 1,
    })
  })

  it.each<[string, Layer[]]>([
    ['no message', [OFFERS]],
    ['a stream without ePHI', [OFFERS, message([{}], { stream: 'news' })]],
    ['no mail with ePHI', [layer('stated', { assets: [{ id: 'db', ephi: ['stores'] }] }), message([{}])]],
  ])('does not apply: %s', (_, layers) => {
    expect(judged(...layers).counts).toMatchObject({ 'not-applicable': 1 })
  })

  it('applies to a stream with ePHI', () => {
    expect(judged(OFFERS, message([{}], { stream: 'referrals' })).counts).toMatchObject({ pass: 1 })
  })
})
