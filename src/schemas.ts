import { readFileSync } from 'node:fs'
import { packageFile } from './package-files.js'

/** The schemas that the package publishes. */
export const SCHEMA_NAMES = ['infrastructure', 'report', 'evidence', 'config'] as const
export type SchemaName = (typeof SCHEMA_NAMES)[number]

const TEXTS = new Map<SchemaName, string>()

/** The text of a published schema, as it lies in the package. */
export const schemaText = (name: SchemaName): string => {
  let text = TEXTS.get(name)
  if (text === undefined) {
    text = readFileSync(packageFile(`schemas/${name}.schema.json`), 'utf8')
    TEXTS.set(name, text)
  }
  return text
}
