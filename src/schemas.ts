import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The schemas that the package publishes. */
export const SCHEMA_NAMES = ['infrastructure', 'report', 'evidence', 'config'] as const
export type SchemaName = (typeof SCHEMA_NAMES)[number]

const require = createRequire(import.meta.url)
const TEXTS = new Map<SchemaName, string>()

/** The text of a published schema, as it lies in the package. */
export const schemaText = (name: SchemaName): string => {
  let text = TEXTS.get(name)
  if (text === undefined) {
    // The package resolves itself, so that sources and built files find the same folder.
    text = readFileSync(require.resolve(`hipaacheck/schemas/${name}.schema.json`), 'utf8')
    TEXTS.set(name, text)
  }
  return text
}
