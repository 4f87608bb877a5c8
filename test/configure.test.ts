import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules as allRules } from '../rules/index.js'
import { configure, ruleSettings, type Settings } from '../src/configure.js'
import { defineRule } from '../src/engine/define-rule.js'
import { duration, number } from '../src/engine/parameters.js'
import { system } from '../src/engine/selectors.js'
import { pass } from '../src/engine/verdict.js'
import { practice } from '../src/knowledge/grounds.js'
import { problemText } from '../src/sources/documents/problem-text.js'
import { inFolderAsync } from './in-folder.js'

const write = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

const configured = (files: Readonly<Record<string, string>>, options: Parameters<typeof configure>[0] = {}) =>
  inFolderAsync(async (cwd) => {
    write(cwd, { '.git/HEAD': '', ...files })
    return configure({ cwd, ...options })
  })

const settingsOf = async (files: Readonly<Record<string, string>>): Promise<Settings> => {
  const settings = await configured(files)
  if ('problems' in settings) throw new Error(settings.problems.map((one) => problemText(one)).join('\n'))
  return settings
}

const problemsOf = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const settings = await configured(files)
  return 'problems' in settings ? settings.problems.map((one) => problemText(one).replace(/\s+/g, ' ')) : []
}

const config = (text: string) => ({ '.hipaacheck.yaml': text })
const waiver = (more: string) => config(`waivers:\n  - { rule: backup/offsite, subjects: {}, ${more} }`)

describe('configuration', () => {
  it('is empty where there is none', async () => {
    const { config: its, rules, leftOut } = await settingsOf({})
    expect(its).toEqual({})
    expect(rules).toHaveLength(allRules.length)
    expect(leftOut).toEqual([])
  })

  it('is looked for upwards, not beyond the repository', async () => {
    const found = await inFolderAsync(async (folder) => {
      write(folder, { '.hipaacheck.yaml': 'profile: fips', 'repo/.git/HEAD': '', 'repo/a/b/x': '' })
      write(folder, { 'other/.hipaacheck.yml': 'profile: law-only', 'other/.git/HEAD': '', 'other/a/x': '' })
      return [
        await configure({ cwd: join(folder, 'repo/a/b') }),
        await configure({ cwd: join(folder, 'other/a') }),
        await configure({ cwd: join(folder, 'other/a'), file: false }),
      ]
    })
    expect(found).toMatchObject([{ config: {} }, { config: { profile: 'law-only' } }, { config: {} }])
    expect((found[0] as Settings).config.profile).toBeUndefined()
    expect((found[2] as Settings).config.profile).toBeUndefined()
  })

  it('lies over what it extends, and under the command line', async () => {
    const files = {
      'org/base.yaml': 'profile: recommended\nskip: [scope/*]\nfailOn: medium\nextends: ./lowest.yaml',
      'org/lowest.yaml': 'strict: true\nprofile: fips\nbaseline: known.json',
      'org/known.json': '{"baselineVersion":1,"findings":[]}',
      '.hipaacheck.yaml':
        'extends: org/base.yaml\nskip: certificates/renewal\nfailOn: low\nrules: { backup/offsite: { severity: low } }',
    }
    const settings = await configured(files, { over: { failOn: 'critical' } })
    expect(settings).toMatchObject({
      config: {
        profile: 'recommended',
        strict: true,
        failOn: 'critical',
        skip: ['scope/*', 'certificates/renewal'],
        rules: { 'backup/offsite': { severity: 'low' } },
      },
      accepted: { hasBaseline: true },
    })
    expect((settings as Settings).leftOut).toContainEqual({ rule: 'certificates/renewal', required: false })
    expect((settings as Settings).rules.map(({ id }) => id)).not.toContain('certificates/renewal')
  })

  it('asks the named rules only, by former ids too', async () => {
    const rules = [ruleOf('a/one'), ruleOf('a/two', { formerly: ['b/old'] }), ruleOf('c/three')]
    const only = async (...names: string[]) => {
      const settings = await configured({}, { rules, over: { only: names } })
      return 'problems' in settings ? settings.problems : settings.rules.map(({ id }) => id)
    }
    expect(await only('a/*')).toEqual(['a/one', 'a/two'])
    expect(await only('b/old')).toEqual(['a/two'])
    expect(await only('d/*')).toMatchObject([{ code: 'unknown-value' }])
  })

  it('gives rules their thresholds and severities by their present ids', () => {
    const rules = [ruleOf('a/two', { formerly: ['b/old'] })]
    expect(
      ruleSettings({ rules: { 'b/old': { severity: 'low', parameters: { period: 'P1D' } } } }, rules),
    ).toEqual({ parameters: { 'a/two': { period: 'P1D' } }, severities: { 'a/two': 'low' } })
  })

  it.each([
    [
      'a rule that is not there',
      config('rules: { backup/offsit: { severity: low } }'),
      ['1:10', '`backup/offsit`', 'did you mean: backup/offsite'],
    ],
    [
      'a waiver for a rule that is not there',
      config('waivers:\n  - { rule: backup/offsit, subjects: {}, reason: r, owner: o, until: 2027-01-01 }'),
      ['2:13', 'no rule is named `backup/offsit`', 'did you mean: backup/offsite'],
    ],
    [
      'a parameter that is not there',
      config('rules: { backup/restore-tested: { parameters: { age: 1 year } } }'),
      ['1:49', '`age` is not a key'],
    ],
    [
      'a threshold that is none',
      config('rules: { backup/restore-tested: { parameters: { period: 12 } } }'),
      ['found: 12', 'a whole number with its unit'],
    ],
    ['a profile that is not there', config('profile: hippa'), ['1:10', 'did you mean: hipaa']],
    [
      'a severity that is not there',
      config('rules: { backup/offsite: { severity: hihg } }'),
      ['did you mean: high'],
    ],
    [
      'what is required made less of',
      config('rules: { access-control/unique-user-ids: { severity: low } }'),
      ['1:54', 'required by law', 'high or worse'],
    ],
    ['a waiver without an owner', waiver('reason: r, until: 2027-01-01'), ['2:5', 'needs `owner`']],
    ['a waiver without a reason', waiver('owner: o, until: 2027-01-01'), ['needs `reason`']],
    ['a waiver without an end', waiver('owner: o, reason: r'), ['needs `until`']],
    [
      'a waiver until a day that is none',
      waiver('owner: o, reason: r, until: 2027-02-30'),
      ['a day that exists'],
    ],
    ['what it extends is missing', config('extends: org.yaml'), ['1:10', 'org.yaml, which is not there']],
    ['it extends itself', config('extends: .hipaacheck.yaml'), ['1:10', 'goes round']],
    ['it extends an address', config('extends: https://example.org/x.yaml'), ['nothing is ever fetched']],
    ['nothing is left to ask', config('only: backup/*\nskip: backup/*'), ['no rule is left to ask']],
    ['a baseline that is missing', config('baseline: known.json'), ['there is no baseline']],
    ['a baseline that is none', { ...config('baseline: k.json'), 'k.json': '{}' }, ['is no baseline']],
    [
      'a torn baseline',
      { ...config('baseline: k.json'), 'k.json': '{"baselineVersion":1,"findings":[{"rule":' },
      ['is no baseline'],
    ],
    [
      'a baseline of another version',
      { ...config('baseline: k.json'), 'k.json': '{"baselineVersion":9,"findings":[]}' },
      ['version 9'],
    ],
    [
      'a baseline with an entry that is none',
      { ...config('baseline: k.json'), 'k.json': '{"baselineVersion":1,"findings":[{"rule":"a"}]}' },
      ['is no baseline'],
    ],
    ['an unknown key', config('profil: hipaa'), ['did you mean: profile']],
    ['no YAML', config('{ a'), ['not-yaml']],
  ])('refuses %s', async (_, files, words) => {
    const problems = await problemsOf(files)
    expect(problems).toHaveLength(1)
    for (const word of words) expect(problems[0]).toContain(word)
  })

  it('goes round by two files', async () => {
    const problems = await problemsOf({
      '.hipaacheck.yaml': 'extends: b.yaml',
      'b.yaml': 'extends: .hipaacheck.yaml',
    })
    expect(problems).toMatchObject([expect.stringContaining('b.yaml:1:10: error: `extends` goes round')])
  })
})

const ruleOf = (id: string, more: object = {}) =>
  defineRule({
    id,
    title: 'It holds as it should',
    ground: practice('164.312(b)'),
    severity: 'high',
    subjects: system,
    check: (subject) => pass(subject.at('version')),
    says: 'it does not hold',
    why: 'It matters to us.',
    fix: 'Make it hold again.',
    examples: { fails: '', passes: '' },
    ...more,
  })

describe('thresholds', () => {
  const law = { source: '45 CFR 164.316(b)(2)(i)' }
  const rules = [
    ruleOf('law/kept', {
      ground: '164.316(b)(2)(i)',
      parameters: { kept: duration('P6Y', 'How long.', { whose: law, stricter: 'higher' }) },
    }),
    ruleOf('law/within', {
      ground: '164.316(b)(2)(i)',
      parameters: { within: number(30, 'Within.', { whose: law }) },
    }),
    ruleOf('ours/within', { ground: '164.316(b)(2)(i)', parameters: { within: number(30, 'Within.') } }),
  ]
  const faults = async (id: string, name: string, value: unknown) => {
    const settings = await configured(
      {},
      { rules, over: { rules: { [id]: { parameters: { [name]: value } } } } },
    )
    return 'problems' in settings ? settings.problems.map(({ message }) => message) : []
  }

  it.each([
    ['law/kept', 'kept', '7 years', []],
    ['law/kept', 'kept', '6 years', []],
    ['law/kept', 'kept', '5 years', ['`kept` would be looser than the law (45 CFR 164.316(b)(2)(i))']],
    ['law/within', 'within', 29, []],
    ['law/within', 'within', 31, ['`within` would be looser than the law (45 CFR 164.316(b)(2)(i))']],
    ['ours/within', 'within', 90, []],
    ['ours/within', 'within', 'soon', ['`within` cannot be this']],
    ['ours/within', 'without', 1, ['ours/within has no parameter `without`']],
  ])('%s: %s is %s', async (id, name, value, expected) => {
    expect(await faults(id, name, value)).toEqual(expected)
  })
})
