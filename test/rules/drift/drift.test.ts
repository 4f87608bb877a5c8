import { describe, expect, it } from 'vitest'
import { configuration } from '#rules/drift/configuration.js'
import { observed } from '#rules/drift/observed.js'
import { findingsOf } from '../../../src/engine/findings.js'
import { judge } from '../../../src/engine/judge.js'
import { buildInfrastructure } from '../../../src/model/infrastructure.js'
import type { Layer } from '../../../src/model/layer.js'
import type { DayText } from '../../../src/model/scalars/text.js'

const TODAY = '2026-11-24' as DayText
const layer = (rank: Layer['rank'], its: object): Layer => ({
  rank,
  document: 0,
  tree: { version: 1, assets: [{ id: 'db', ...its }] } as Layer['tree'],
})
const EPHI = { ephi: ['stores'], encryptionAtRest: { enabled: true } }
const said = (rule: unknown, ...layers: Layer[]): readonly string[] => {
  const infrastructure = buildInfrastructure(layers, TODAY)
  const results = judge(infrastructure, [rule as never], { today: TODAY, profile: 'hipaa' })
  const place = { file: 'x', line: 1, column: 1, endLine: 1, endColumn: 1 }
  return findingsOf(
    results.flatMap(({ judged }) => judged),
    infrastructure,
    { placeOf: () => place },
  ).map(({ severity, message }) => `${severity}: ${message}`)
}
const whole = (rank: Layer['rank'], tree: object): Layer => ({
  rank,
  document: 0,
  tree: { version: 1, ...tree } as Layer['tree'],
})
const stated = layer('stated', EPHI)
const off = { encryptionAtRest: { enabled: false } }

describe('drift', () => {
  it.each([
    [
      'a description and an import agree',
      configuration,
      [stated, layer('imported', { encryptionAtRest: { enabled: true } })],
      [],
    ],
    [
      'an import says otherwise',
      configuration,
      [stated, layer('imported', off)],
      [
        'medium: db: the description says something else than the configuration (encryptionAtRest.enabled is stated as true, and imported as false)',
      ],
    ],
    [
      'the description corrects the import',
      configuration,
      [layer('stated', { ...EPHI, corrects: 'restored since' }), layer('imported', off)],
      [
        'info: db: the description corrects the configuration (encryptionAtRest.enabled is imported as false, and stated as true; the description counts: restored since)',
      ],
    ],
    [
      'an import says otherwise of what belongs to no asset',
      configuration,
      [
        whole('stated', {
          identity: { rootAccount: { accessKeys: false } },
          zonePolicy: { default: 'deny' },
        }),
        whole('imported', {
          identity: { rootAccount: { accessKeys: true } },
          zonePolicy: { default: 'allow' },
        }),
      ],
      [
        'medium: identity: the description says something else than the configuration (identity.rootAccount.accessKeys is stated as false, and imported as true)',
        'medium: zonePolicy: the description says something else than the configuration (zonePolicy.default is stated as deny, and imported as allow)',
      ],
    ],
    [
      'rules between zones, which add up',
      configuration,
      [
        whole('stated', { zonePolicy: { rules: [{ from: 'a', to: 'b', allow: [] }] } }),
        whole('imported', { zonePolicy: { rules: [{ from: 'b', to: 'a', allow: ['any'] }] } }),
      ],
      [],
    ],
    [
      'an observation says otherwise, which is another rule',
      configuration,
      [stated, layer('observed', off)],
      [],
    ],
    [
      'an observation contradicts a claim',
      observed,
      [stated, layer('observed', off)],
      [
        'medium: db: what really runs differs from what is claimed (encryptionAtRest.enabled is stated as true, and observed as false)',
      ],
    ],
    [
      'an observation contradicts an import',
      observed,
      [
        layer('stated', { ephi: ['stores'] }),
        layer('imported', off),
        layer('observed', { encryptionAtRest: { enabled: true } }),
      ],
      [
        'medium: db: what really runs differs from what is claimed (encryptionAtRest.enabled is imported as false, and observed as true)',
      ],
    ],
    [
      'an observation agrees',
      observed,
      [stated, layer('observed', { encryptionAtRest: { enabled: true } })],
      [],
    ],
    [
      'an import contradicts a description, which is another rule',
      observed,
      [stated, layer('imported', off)],
      [],
    ],
    [
      'the asset has nothing to do with ePHI',
      configuration,
      [layer('stated', { encryptionAtRest: { enabled: true } }), layer('imported', off)],
      [],
    ],
    [
      'nobody stated what an import says',
      configuration,
      [layer('stated', { ephi: ['stores'] }), layer('imported', off)],
      [],
    ],
  ])('%s', (_, rule, layers, expected) => {
    expect(said(rule, ...layers)).toEqual(expected)
  })
})
