// Writes the TypeScript types of descriptions, in the one spelling that reading leaves: `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { compile } from 'json-schema-to-typescript'

const SCHEMA = new URL('../schemas/infrastructure.schema.json', import.meta.url)
const TYPES = new URL('../src/model/description.generated.ts', import.meta.url)

const BANNER = `// Generated from schemas/infrastructure.schema.json by \`npm run generate\`; changes here are lost.
// Short forms are written out, lists stand where one value may, and free \`x-\` keys are left out: a typo must not compile.
import type { DayText, DurationText } from './scalars/text.js'
import type { TlsVersionName } from './scalars/tls-version.js'
`

const SCALARS = { duration: 'DurationText', date: 'DayText', version: 'TlsVersionName', percent: 'number' }

/** The schema of what reading leaves of a description. */
const normal = (node) => {
  if (Array.isArray(node)) return node.map(normal)
  if (typeof node !== 'object' || node === null) return node
  const {
    patternProperties: _free,
    examples: _examples,
    default: _default,
    pattern: _pattern,
    minItems: _least,
    ...kept
  } = node
  // What stands beside a reference would make another type of it.
  if (kept.$ref) return { $ref: kept.$ref }
  if (kept['x-list']) return normalList(kept)
  if (kept['x-scalar'] in SCALARS) return scalar(kept)
  if (kept['x-text']) return described(kept, { type: 'string' })
  if (kept['x-short'] || kept['x-fill']) return writtenOut(kept)
  const result = {}
  for (const [key, value] of Object.entries(kept)) {
    if (!key.startsWith('x-'))
      result[key] = key === 'enum' ? value : KEYED.has(key) ? mapped(value) : normal(value)
  }
  return result
}

const KEYED = new Set(['properties', '$defs'])
const mapped = (object) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, normal(value)]))

const described = ({ description }, rest) => (description === undefined ? rest : { description, ...rest })

const normalList = (node) => {
  const list = node.anyOf.find(({ type }) => type === 'array')
  const { 'x-scalar': kind, 'x-text': text } = node
  const passed = { ...(kind && { 'x-scalar': kind }), ...(text && { 'x-text': text }) }
  return described(node, { type: 'array', items: normal({ ...passed, ...list.items }) })
}

const scalar = (node) => {
  const words = (node['x-also'] ?? []).filter(
    (word) => node['x-scalar'] === 'date' || (word !== 'never' && word !== 'forever'),
  )
  return described(node, {
    tsType: [SCALARS[node['x-scalar']], ...words.map((word) => `'${word}'`)].join(' | '),
  })
}

/** Of a short form only what it stands for: the object, or the word that stays. */
const writtenOut = ({ 'x-short': short = {}, 'x-fill': _fill, ...node }) => {
  if (!node.anyOf) return normal({ ...node, type: 'object' })
  const words = [...new Set(Object.values(short).filter((value) => typeof value === 'string'))]
  const objects = node.anyOf.filter((branch) => branch.$ref || branch.properties)
  return described(node, { anyOf: [...words.map((word) => ({ const: word })), ...objects.map(normal)] })
}

const schema = normal(JSON.parse(readFileSync(SCHEMA, 'utf8')))
delete schema.$id
const compiled = await compile(schema, 'Description', {
  bannerComment: BANNER,
  additionalProperties: false,
  ignoreMinAndMaxItems: true,
  unreachableDefinitions: true,
  format: true,
  style: { semi: false, singleQuote: true, printWidth: 110 },
})

const types = compiled
  .replace(/\n \*\n \* This interface was referenced by [^\n]*\n \* via the `definition` "[^"]*"\./g, '')
  .replace(
    /\/\*\*\n \* This interface was referenced by [^\n]*\n \* via the `definition` "[^"]*"\.\n \*\/\n/g,
    '',
  )

if (process.argv.includes('--check')) {
  if (readFileSync(TYPES, 'utf8') !== types) {
    console.error('The types of descriptions are out of date: npm run generate')
    process.exitCode = 1
  }
} else writeFileSync(TYPES, types)
