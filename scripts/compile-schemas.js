// Compiles the schemas of whole files beforehand: ajv takes half a second, which nobody who mistyped a key should wait for.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import standalone from 'ajv/dist/standalone/index.js'
import { minifySync } from 'rolldown/utils'
import { schemaCompiler } from '../dist/src/sources/description/compiled-schema.js'

const schemas = fileURLToPath(new URL('../schemas/', import.meta.url))
const NAMES = ['infrastructure', 'config']

const schemaOf = (name) => JSON.parse(readFileSync(`${schemas}${name}.schema.json`, 'utf8'))

/** Writes a validator for each schema into a folder, and gives the module that finds them there. */
export const compileSchemas = (folder) => {
  for (const name of NAMES) {
    const compiler = schemaCompiler({ keepsSource: true })
    const code = standalone.default(compiler, compiler.compile(schemaOf(name)))
    writeFileSync(`${folder}/validate-${name}.cjs`, minifySync(`${name}.cjs`, code).code)
  }
  const files = Object.fromEntries(NAMES.map((name) => [schemaOf(name).$id, `validate-${name}.cjs`]))
  return `import { createRequire } from 'node:module'
const FILES = new Map(Object.entries(${JSON.stringify(files)}))
export const readyValidator = ({ $id }) => {
  const file = FILES.get($id)
  return file && createRequire(__filename)('./' + file)
}`
}

/** Keywords under which names stand, each with a schema. */
const NAMED = new Set(['properties', 'patternProperties', '$defs'])
/** What a schema says to people alone. `SchemaNode` knows none of it. */
const FOR_PEOPLE = new Set(['description', 'examples', 'title', '$schema'])

const withoutProse = (node) => {
  if (Array.isArray(node)) return node.map(withoutProse)
  if (typeof node !== 'object' || node === null) return node
  const kept = Object.entries(node).filter(([key]) => !FOR_PEOPLE.has(key))
  return Object.fromEntries(
    kept.map(([key, value]) => [key, NAMED.has(key) ? named(value) : withoutProse(value)]),
  )
}

const named = (schemas) =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutProse(schema)]))

/** The schema of descriptions with what reading asks for, on one line and in ASCII: it is parsed at each start. */
export const schemaForReading = () =>
  JSON.stringify(withoutProse(schemaOf('infrastructure'))).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
