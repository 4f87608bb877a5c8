import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.js'
import { speaksIn } from '../../src/engine/speaks-in.js'
import { findSuite, suiteData } from '../../src/knowledge/cipher-suites.js'
import {
  findTlsPolicy,
  NAMED_TLS_POLICIES,
  UNNAMED_ELB_POLICY,
} from '../../src/knowledge/cloud-tls-policies.js'
import { citationText, proposed, standingOf } from '../../src/knowledge/grounds.js'
import { PROPOSAL, PROPOSED, type ProposedItem, proposedCitation } from '../../src/knowledge/proposal-2025.js'
import { SAFEGUARDS, safeguardOf } from '../../src/knowledge/safeguards.js'
import {
  STATE_RETENTION,
  STATE_RETENTION_CHECKED,
  stateRetention,
} from '../../src/knowledge/state-retention.js'
import { PROFILES } from '../../src/knowledge/terms.js'
import { parseDay } from '../../src/model/scalars/day.js'

/** Sections that only define words. */
const DEFINITIONS: readonly string[] = ['164.304', '164.501']

/** A paragraph that is known, or one above or below it. */
const known = (citation: string): boolean =>
  DEFINITIONS.includes(citation) ||
  SAFEGUARDS.some(
    (one) =>
      one.citation === citation ||
      one.citation.startsWith(`${citation}(`) ||
      citation.startsWith(`${one.citation}(`),
  )

const cited = (text: string): string[] => text.match(/164\.\d{3}(\([a-zA-Z0-9]+\))*/g) ?? []

describe('citations', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('of %s are known', (_id, rule) => {
    const { ground, related = [] } = rule
    const own = typeof ground === 'string' ? [ground] : ground.supports === undefined ? [] : [ground.supports]
    for (const citation of [...own, ...related]) expect(safeguardOf(citation), citation).toBeDefined()
    if (typeof ground !== 'string' && ground.basis === 'proposed') return
    const texts = [rule.title, rule.says, rule.why, rule.fix, ...(rule.references ?? [])]
    for (const citation of texts.flatMap(cited)) expect(known(citation), citation).toBe(true)
  })

  it('are not made up', () => {
    expect(known('164.312(a)(2)(iv)')).toBe(true)
    expect(known('164.306(d)(3)(ii)(B)(1)')).toBe(true)
    expect(known('164.308(a)(9)')).toBe(false)
    expect(known('164.999')).toBe(false)
  })

  it('say what each paragraph asks, in one sentence', () => {
    for (const { citation, asks, name } of SAFEGUARDS) {
      expect(citation).toMatch(/^164\.\d{3}(\([a-zA-Z0-9]+\))*$/)
      expect(name.length, citation).toBeGreaterThan(5)
      expect(asks, citation).toMatch(/^[^.]+[^.\s]\.$/)
    }
  })

  it('stand in the order of the law', () => {
    const sections = SAFEGUARDS.map(({ citation }) => Number(citation.slice(4, 7)))
    expect(sections).toEqual([...sections].sort((one, other) => one - other))
  })
})

describe('cipher suites', () => {
  const { current, historical, codes } = suiteData()
  const all = [...current, ...historical]

  it('have one code point each', () => {
    const named = Object.entries(codes)
    expect(new Set(named.map(([, iana]) => iana)).size).toBe(named.length)
    for (const [codePoint] of named) expect(codePoint).toMatch(/^[0-9A-F]{4}$/)
    const known = new Set(named.map(([, iana]) => iana))
    for (const [, iana] of all) expect(known, iana).toContain(iana)
  })

  it.each([
    ['TLS_AES_128_GCM_SHA256', '1301'],
    ['ECDHE-RSA-AES256-GCM-SHA384', 'C030'],
    ['DES-CBC3-SHA', '000A'],
    ['TLS_DH_anon_WITH_RC4_128_MD5', '0018'],
  ])('%s is %s', (name, codePoint) => expect(findSuite(name)?.codePoint).toBe(codePoint))

  it('are known of names that OpenSSL never had', () =>
    expect(findSuite('TLS_KRB5_WITH_RC4_128_SHA')?.codePoint).toBe('0020'))
})

describe('cloud policies', () => {
  it('are dated, each with its source', () => {
    for (const name of [...NAMED_TLS_POLICIES, 'ELBSecurityPolicy-TLS13-1-2-2021-06']) {
      const policy = findTlsPolicy(name)
      expect(parseDay(policy?.checked ?? ''), name).toBeDefined()
      expect(policy?.source, name).toMatch(/^AWS, /)
      for (const suite of policy?.cipherSuites ?? []) expect(findSuite(suite)?.codePoint, suite).toBeDefined()
    }
    expect(new Set(NAMED_TLS_POLICIES).size).toBe(NAMED_TLS_POLICIES.length)
  })

  it('include the one that holds where none is named', () => {
    expect(findTlsPolicy(UNNAMED_ELB_POLICY.policy)?.versions).toContain('TLSv1.0')
    expect(parseDay(UNNAMED_ELB_POLICY.checked)).toBeDefined()
  })
})

describe('retention of the states', () => {
  it('has every state and the District of Columbia once', () => {
    const states = STATE_RETENTION.map(({ state }) => state)
    expect(states).toHaveLength(51)
    expect(new Set(states).size).toBe(51)
    expect(states).toEqual(
      [
        'AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS',
        'MT NC ND NE NH NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY',
      ]
        .join(' ')
        .split(' '),
    )
    expect(parseDay(STATE_RETENTION_CHECKED)).toBeDefined()
  })

  it('cites what binds the kind of provider, as sure as it is of that', () => {
    const [alabama, newYork] = [stateRetention('US-AL'), stateRetention('US-NY')]
    expect(alabama?.hospital).toEqual({
      value: 5,
      citation: 'Ala. Admin. Code 420-5-7-.13',
      confidence: 'high',
    })
    expect(alabama?.physician).toEqual({
      value: 7,
      citation: 'Ala. Admin. Code 540-X-9-.10',
      confidence: 'low',
    })
    expect(newYork?.hospital).toEqual({ value: 6, citation: '10 NYCRR 405.10', confidence: 'high' })
    expect(newYork?.minorsHospital).toMatchObject({ value: 21, confidence: 'medium' })
    expect(newYork?.minorsPhysician).toMatchObject({ value: 22, confidence: 'medium' })
  })

  it.each(['US-ID', 'US-OH', 'US-WY'])('knows no period of %s', (state) => {
    expect(stateRetention(state)).toMatchObject({ confidence: 'low' })
    expect(stateRetention(state)).not.toHaveProperty('hospital')
  })
})

describe('the proposal of 2025', () => {
  const items: readonly (readonly [string, ProposedItem])[] = Object.entries(PROPOSED)

  it('is dated', () => {
    expect(parseDay(PROPOSAL.published)).toBeDefined()
    expect(parseDay(PROPOSAL.checked)).toBeDefined()
    expect(standingOf(proposed('mfa'), 'hipaa-2025-proposed').label).toBe(
      'proposed 2025-01-06, not law; agenda: final action July 2027 (non-binding); checked 2026-10-07',
    )
  })

  const resting = rules.filter(({ ground }) => typeof ground !== 'string' && ground.basis === 'proposed')

  it('is what all rules of its module rest on, and no others', () =>
    expect(resting.map(({ id }) => id)).toEqual(
      rules.map(({ id }) => id).filter((id) => id.startsWith('proposed-2025/')),
    ))

  it.each(resting.map((rule) => [rule.id, rule] as const))(
    '%s speaks only where it is asked to',
    (_id, rule) => {
      expect(PROFILES.filter((profile) => speaksIn(rule, profile))).toEqual(['hipaa-2025-proposed'])
      expect(['medium', 'low']).toContain(rule.severity)
      expect(rule.raisedBy).toBeUndefined()
      expect(citationText(rule.ground)).toContain('(proposed, 90 FR 898')
      expect([rule.says, rule.title].join(' ')).toMatch(/would/)
    },
  )

  it.each(items)('%s names its paragraphs', (_topic, { paragraphs, asks }) => {
    expect(paragraphs.length).toBeGreaterThan(0)
    for (const { citation } of paragraphs) expect(citation).toMatch(/^164\.3(06|08|12|14)\(/)
    expect(asks).toMatch(/\.$/)
  })

  it('says which paragraphs were compared with its text', () => {
    const compared = items.flatMap(([, { paragraphs }]) =>
      paragraphs.filter(({ verified }) => verified).map(({ citation }) => citation),
    )
    expect(compared).toEqual([
      '164.308(a)(1)(i)',
      '164.308(a)(1)(ii)(A)-(C)',
      '164.312(a)(2)(i)',
      '164.312(a)(2)(ii)',
      '164.312(a)(2)(iii)',
      '164.312(a)(2)(iv)',
      '164.312(a)(2)(v)',
      '164.312(a)(2)(vi)',
      '164.312(a)(2)(vii)',
      '164.312(a)(2)(viii)',
      '164.312(f)(2)(ii)',
      '164.312(h)(2)(i)',
      '164.312(h)(2)(iii)',
    ])
  })

  it.each([
    [['mfa'], '45 CFR 164.312(f)(2)(ii) (proposed, 90 FR 898)'],
    [['termination'], '45 CFR 164.308(a)(9) (proposed, 90 FR 898; paragraph not verified)'],
    [
      ['mfa', 'termination'],
      '45 CFR 164.312(f)(2)(ii) (proposed, 90 FR 898); 45 CFR 164.308(a)(9) (proposed, 90 FR 898; paragraph not verified)',
    ],
  ] as const)('cites %j', (topics, citation) => expect(proposedCitation(topics)).toBe(citation))
})
