import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What each floor may import; the first that matches a file counts. */
const FLOORS: readonly { readonly of: RegExp; readonly may: readonly RegExp[]; readonly why: string }[] = [
  { of: /^src\/knowledge\//, may: [/^src\/knowledge\//], why: 'law and standards know nothing of us' },
  {
    of: /^src\/model\//,
    may: [/^src\/(knowledge|model)\//],
    why: 'the model knows no format, rule or screen',
  },
  {
    of: /^src\/engine\//,
    may: [/^src\/(knowledge|model|engine)\//],
    why: 'the engine knows no importer and no reporter',
  },
  {
    of: /^rules\/index\.ts$/,
    may: [/^rules\//, /^src\/engine\/define-rule/],
    why: 'the registry lists rules',
  },
  { of: /^rules\//, may: [/^#rule$/], why: 'rules know the contract alone' },
  {
    of: /^src\/sources\/evidence\//,
    may: [
      /^src\/(knowledge|model|sources)\//,
      /^src\/schemas\.js$/,
      /^src\/evidence\/(evidence\.js$|scanners\/)/,
    ],
    why: 'what was observed becomes claims by its shape alone: no probe runs when files are read',
  },
  {
    of: /^src\/sources\//,
    may: [/^src\/(knowledge|model|sources)\//, /^src\/(schemas|timing)\.js$/],
    why: 'sources make models',
  },
  {
    of: /^src\/evidence\//,
    may: [/^src\/(knowledge|model|evidence)\//, /^src\/schemas\.js$/, /^src\/sources\/documents\//],
    why: 'evidence makes claims, and judges nothing',
  },
  {
    of: /^src\/reporters\//,
    may: [/^src\/(reporters|map)\//, /^src\/engine\/report\.js$/, /^src\/model\/(visible|wrapped)\.js$/],
    why: 'a reporter sees a report alone, and the pictures made of one',
  },
  {
    of: /^src\/map\//,
    may: [/^src\/map\//, /^src\/engine\/report\.js$/, /^src\/reporters\/escape\.js$/],
    why: 'a picture is drawn of the map in a report, and escapes where reporters do',
  },
  {
    of: /^src\/store\//,
    may: [/^src\/store\//, /^src\/engine\/report\.js$/],
    why: 'a store keeps reports, and knows nothing else of us',
  },
  { of: /^src\/commands\//, may: [/^src\//], why: 'commands are on top' },
]

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .map((path) => `${folder}/${path}`)
    .filter((path) => path.endsWith('.ts'))

const importsOf = (file: string): string[] => {
  const text = readFileSync(join(ROOT, file), 'utf8')
  return [
    ...text.matchAll(/^(?:import|export)[^'\n]*?from '([^']+)'|^} from '([^']+)'|import\('([^']+)'\)/gm),
  ]
    .map(([, one, two, three]) => one ?? two ?? three ?? '')
    .map((name) => (name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), name)) : name))
}

const files = [...sources('src'), ...sources('rules')]

describe('floors', () => {
  it.each(files)('%s', (file) => {
    const floor = FLOORS.find(({ of }) => of.test(file))
    if (!floor) return
    const own = importsOf(file).filter((name) => /^(src|rules|#rule)/.test(name))
    for (const name of own)
      expect(
        floor.may.some((may) => may.test(name)),
        `${file} imports ${name}: ${floor.why}`,
      ).toBe(true)
  })

  it('has no runtime dependency below sources and commands', () => {
    // The one exception gives things their places in a picture, which nobody writes twice.
    const exceptions = ['src/map/layout.ts']
    const below = /^(src\/(knowledge|model|engine|reporters|map)|rules)\//
    for (const file of files.filter((one) => below.test(one) && !exceptions.includes(one))) {
      const foreign = importsOf(file).filter((name) => !/^(src|rules|#rule|node:)/.test(name))
      expect(foreign, file).toEqual([])
    }
  })

  it('knows standard output in one file, which tells what cannot be written', () => {
    const those = files.filter((file) =>
      /process\.stdout|this\.log\(/.test(readFileSync(join(ROOT, file), 'utf8')),
    )
    expect(those).toEqual(['src/standard-output.ts'])
  })

  it('depends on what is listed here, each for a reason', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: object
    }
    expect(Object.keys(dependencies).sort()).toEqual([
      '@dagrejs/dagre', // places in a picture, loaded for svg and html alone
      '@oclif/core', // the command line
      'ajv', // JSON Schema
      'fastest-levenshtein', // did you mean
      'jsonc-parser', // places in JSON
      'listr2', // progress
      'node-sqlite3-wasm', // the history in a file
      'pg', // the history in PostgreSQL
      'postal-mime', // MIME of messages: encodings, nested parts
      'saxes', // XML of scanners: reads as it goes, expands no entities
      'tinyglobby', // globs
      'yaml', // YAML 1.2
    ])
  })

  it('tells of each why it is there', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    ) as {
      dependencies: object
      devDependencies: object
    }
    const told = [...readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8').matchAll(/^\| `([^`]+)` /gm)]
    expect(told.map(([, name]) => name)).toEqual([
      ...Object.keys(dependencies).sort(),
      ...Object.keys(devDependencies).sort(),
    ])
  })

  it('has a rule for each file, named after it', async () => {
    const { rules } = await import('../rules/index.js')
    const ids = sources('rules')
      .filter((path) => path !== 'rules/index.ts')
      .map((path) => path.slice(6, -3))
      .sort()
    expect(rules.map(({ id }) => id).sort()).toEqual(ids)
  })
})
