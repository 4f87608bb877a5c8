import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { audit } from '../../src/audit.js'
import { questionsText } from '../../src/reporters/questions-text.js'
import { dedented } from '../infrastructure-of.js'

const askedOf = (text: string): string => {
  const audited = audit([{ file: 'infra.yaml', bytes: new TextEncoder().encode(text) }], {
    asOf: '2026-11-24',
  })
  if ('problems' in audited) throw new Error(audited.problems.map(({ message }) => message).join('\n'))
  return questionsText(audited.report.questions)
}

const asked = (description: string): string => askedOf(`version: 1\n${dedented(description)}`)

describe('all questions together', () => {
  it.each(['clinic', 'compliant', 'openemr-on-eks'])('about %s are one YAML document', (name) => {
    const text = askedOf(readFileSync(`examples/${name}.yaml`, 'utf8'))
    const roots = [...text.matchAll(/^\w+:/gm)].map(([root]) => root)
    expect(new Set(roots).size).toBe(roots.length)
    expect(() => parse(text, { uniqueKeys: true })).not.toThrow()
  })

  it('ask facts of endpoints with what a default is merged by', () => {
    const text = asked(`
      assets:
        - { id: web, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: https }, { id: rpc }] }
        - { id: api, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: https }] }
        - { id: share, kind: file-share, ephi: [stores], endpoints: [{ protocol: smb }] }`)
    const { defaults } = parse(text) as { defaults: { match: object; set: { endpoints?: object[] } }[] }
    const named = defaults.flatMap(({ match, set }) =>
      (set.endpoints ?? []).map((endpoint) => ({ match, ...endpoint })),
    )
    expect(named).toContainEqual(
      expect.objectContaining({ match: { kind: 'web-app' }, port: 443, protocol: 'https', auth: null }),
    )
    expect(named).toContainEqual(expect.objectContaining({ match: { id: 'web' }, id: 'rpc', auth: null }))
    expect(named).toContainEqual(
      expect.objectContaining({ match: { kind: 'file-share' }, protocol: 'smb', auth: null }),
    )
  })

  it('say to which flow a fact is added', () => {
    const text = asked(`
      assets:
        - { id: web, kind: web-app, ephi: [processes] }
        - { id: db, kind: relational-database, ephi: [stores] }
      flows:
        - { from: web, to: db, carries: [ephi] }
        - { id: nightly, from: db, to: web, carries: [ephi] }`)
    expect(text).toContain('- from: web # add this to the flow at infra.yaml:6')
    expect(text).toContain('- id: nightly # add this to the flow at infra.yaml:7')
  })

  it('ask what answers when it is filled in and pasted', () => {
    const description = `
      assets: [{ id: share, kind: file-share, ephi: [stores], endpoints: [{ protocol: smb }] }]`
    expect(asked(description)).toContain('auth:')
    const answered = `${description}
      defaults: [{ match: {}, set: { endpoints: [{ protocol: smb, auth: kerberos }] } }]`
    expect(asked(answered)).not.toContain(' auth:')
  })
})

describe('a default for endpoints', () => {
  it('says for which', () => {
    expect(() =>
      asked(`
        assets: [{ id: web, ephi: [stores], endpoints: [{ port: 443 }] }]
        defaults: [{ match: {}, set: { endpoints: [{ auth: sso }] } }]`),
    ).toThrow('a default for endpoints does not say for which')
  })
})
