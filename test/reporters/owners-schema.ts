import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'

/** The schemas of the formats' owners, where they lie beside the project. */
const FOLDER = fileURLToPath(new URL('../../../shared/schemas/', import.meta.url))

/** Why a test by a schema is skipped, or nothing. */
export const missingSchema = (name: string): string | undefined =>
  existsSync(FOLDER + name) ? undefined : `${name} is not in ../shared/schemas`

/** What a JSON Schema of an owner has against a value. */
export const faultsBy = (name: string, value: unknown): readonly string[] => {
  const schema = withoutIds(JSON.parse(readFileSync(FOLDER + name, 'utf8'))) as object
  const ajv = new Ajv({ strict: false, allErrors: true, formats: FORMATS })
  const check = ajv.compile(schema)
  check(value)
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)
}

/** References are pointers into the same file; names of drafts and of parts only confuse. */
const withoutIds = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(withoutIds)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !(['$schema', '$id', 'id'].includes(key) && typeof value === 'string'))
      .map(([key, value]) => [key, withoutIds(value)]),
  )
}

const isUri = (text: string): boolean => URL.canParse(text) && !/[\s<>"{}|\\^`]/.test(text)

const FORMATS = {
  uri: isUri,
  'uri-reference': (text: string) => URL.canParse(text, 'file:///') && !/[\s<>"{}|\\^`]/.test(text),
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  email: /^.+@.+$/,
}

/** Why XML cannot be checked by the schema of an owner, or nothing. */
export const missingXmllint = (name: string): string | undefined =>
  missingSchema(name) ??
  (spawnSync('xmllint', ['--version']).status === 0 ? undefined : 'xmllint is not installed')

/** Throws what the schema has against a document. */
export const checkXml = (name: string, xml: string): void => {
  execFileSync('xmllint', ['--noout', '--nonet', '--schema', FOLDER + name, '-'], {
    input: xml,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}
