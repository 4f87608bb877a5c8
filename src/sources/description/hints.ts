import { expectedWords, schemaOf } from './schema-node.js'

/** What may be stated for a field of a description, in few words; `undefined` where the schema does not know it. */
export const hintOf = (field: readonly string[]): string | undefined => {
  const node = schemaOf(field)
  return node && expectedWords(node)
}
