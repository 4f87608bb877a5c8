import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { load } from '../../src/audit.js'
import { problemsText } from '../../src/base-command.js'
import { configure } from '../../src/configure.js'
import { inFolderAsync } from '../in-folder.js'
import { hipaacheck, inFolder } from './run.js'

const DESCRIPTIONS = [
  ['an unknown key', 'version: 1\nasets: []\n'],
  ['a key missing', 'version: 1\nassets: [{ kind: server }]\nvendors: [{}]\n'],
  ['wrong types', 'version: 1\nassets: [{ id: a, kind: [server], audit: 7, count: x }]\nflows: 3\n'],
  [
    'unknown words',
    'version: 1\nassets: [{ id: a, kind: databse, endpoints: [{ port: 443, protocol: htps }] }]\n',
  ],
  [
    'unions',
    'version: 1\ngovernance: { securityOfficial: 7, policies: yes, riskAnalysis: { documnt: x } }\n',
  ],
  ['numbers out of bounds', 'version: 1\nassets: [{ id: a, endpoints: [{ port: 70000 }, { port: -1 }] }]\n'],
  ['empty texts', 'version: 1\ngovernance: { securityOfficial: { name: "" }, policies: { document: "" } }\n'],
  ['another version', 'version: 2\n'],
  ['no mapping at all', '- version: 1\n'],
] as const

const CONFIGURATIONS = [
  ['an unknown key', 'profil: hipaa\n'],
  ['an unknown rule setting', 'rules: { backup/store-covered: { severty: high } }\n'],
  ['wrong types', 'failOn: 7\nwaivers: { rule: x }\n'],
] as const

// The bundle has its validators compiled beforehand; sources compile them when something is wrong.
describe('compiled schemas', () => {
  it.each(DESCRIPTIONS)('say of descriptions what the schema says: %s', (_, text) => {
    const loaded = load([{ file: 'a.yaml', bytes: new TextEncoder().encode(text) }], '2026-11-24')
    if (!('problems' in loaded)) throw new Error('it is valid')
    inFolder({ 'a.yaml': text }, (cwd) => {
      const { stderr, status } = hipaacheck(['validate', 'a.yaml'], { cwd })
      expect(stderr).toBe(problemsText(loaded.problems, loaded.lineOf))
      expect(status).toBe(2)
    })
  })

  it.each(CONFIGURATIONS)('say of configurations what the schema says: %s', async (_, text) => {
    await inFolderAsync(async (cwd) => {
      writeFileSync(join(cwd, '.hipaacheck.yaml'), text)
      writeFileSync(join(cwd, 'a.yaml'), 'version: 1\n')
      const settings = await configure({ cwd })
      if (!('problems' in settings)) throw new Error('it is valid')
      const { stderr, status } = hipaacheck(['audit', 'a.yaml'], { cwd })
      expect(stderr).toBe(problemsText(settings.problems))
      expect(status).toBe(2)
    })
  })
})
