import { describe, expect, it } from 'vitest'
import { message } from '#rules/drift/message.js'
import { findingsOf } from '../../../src/engine/findings.js'
import { judge } from '../../../src/engine/judge.js'
import { buildInfrastructure } from '../../../src/model/infrastructure.js'
import type { ClaimTree, Layer } from '../../../src/model/layer.js'
import type { DayText } from '../../../src/model/scalars/text.js'

const TODAY = '2026-11-24' as DayText
const layer = (rank: Layer['rank'], tree: object): Layer => ({
  rank,
  document: 0,
  tree: { version: 1, ...tree } as ClaimTree,
})
const described = (messageEncryption: unknown, carries: readonly string[] = ['ephi']): Layer =>
  layer('stated', {
    assets: [{ id: 'mx', kind: 'mail-server', ephi: ['stores'] }],
    email: { streams: [{ id: 'referrals', sender: 'mx', carries, messageEncryption }] },
  })
const seen = (encryption: string | undefined, stream: string | undefined = 'referrals'): Layer =>
  layer('observed', {
    messages: [
      {
        id: '<1@x>',
        hops: [],
        ...(encryption === undefined ? {} : { encryption }),
        ...(stream ? { stream } : {}),
      },
    ],
  })
const ALWAYS = { method: 'smime', when: ['always'] }

const judged = (...layers: Layer[]) => {
  const infrastructure = buildInfrastructure(layers, TODAY)
  const [result] = judge(infrastructure, [message as never], { today: TODAY, profile: 'hipaa' })
  const findings = findingsOf(result?.judged ?? [], infrastructure, {
    placeOf: ({ route }) => ({ file: route.join('.'), line: 1, column: 1, endLine: 1, endColumn: 1 }),
  })
  return {
    outcomes: (['pass', 'fail', 'unproven'] as const).flatMap((one) => (result?.counts[one] ? [one] : [])),
    findings: findings.map(({ severity, message: text }) => `${severity}: ${text}`),
    also: findings.flatMap(({ subjects: [first] }) =>
      (first?.also ?? []).map(({ place, words }) => `${words}: ${place.file}`),
    ),
  }
}

describe('drift/message', () => {
  it.each<[string, Layer, Layer, readonly string[]]>([
    ['encrypted', described(ALWAYS), seen('smime'), ['pass']],
    ['encrypted by another method', described(ALWAYS), seen('pgp'), ['pass']],
    ['plain', described(ALWAYS), seen('none'), ['fail']],
    ['plain, OpenPGP stated', described({ ...ALWAYS, method: 'pgp' }), seen('none'), ['fail']],
    ['not looked at', described(ALWAYS), seen(undefined), ['unproven']],
    [
      'plain, and only sensitive ones are said to be',
      described({ ...ALWAYS, when: ['sensitive'] }),
      seen('none'),
      [],
    ],
    ['plain, and it is not said which are', described({ method: 'smime' }), seen('none'), []],
    [
      'plain, by which a portal is told of',
      described({ ...ALWAYS, method: 'portal-pickup' }),
      seen('none'),
      [],
    ],
    ['plain, as it is stated', described('none'), seen('none'), []],
    ['plain, and nothing is stated', described(undefined), seen('none'), []],
    ['plain, of no stream', described(ALWAYS), seen('none', ''), []],
    ['plain, of another stream', described(ALWAYS), seen('none', 'news'), []],
    ['plain, of a stream without ePHI', described(ALWAYS, []), seen('none'), []],
    ['none was looked at', described(ALWAYS), layer('observed', {}), []],
  ])('%s', (_, description, observation, outcomes) => {
    expect(judged(description, observation).outcomes).toEqual(outcomes)
  })

  it('shows both', () => {
    const { findings, also } = judged(described(ALWAYS), seen('none'))
    expect(also).toEqual(['stated here: email.streams.0.messageEncryption.method'])
    expect(findings).toEqual([
      'medium: message <1@x>: it was not encrypted as it is claimed of every message (messageEncryption.method of referrals is stated as smime, and observed as none)',
    ])
  })
})
