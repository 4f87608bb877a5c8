import { createRequire } from 'node:module'
import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js'
import { readyValidator } from './ready-validators.js'
import type { SchemaNode } from './schema-node.js'

const ANNOTATIONS = [
  'x-key',
  'x-short',
  'x-fill',
  'x-list',
  'x-none',
  'x-text',
  'x-ref',
  'x-words',
  'x-scalar',
  'x-also',
  'x-expected',
]

/** Loaded when something is wrong. */
const require = createRequire(import.meta.url)

/** The compiler of schemas, which lets our annotations pass. The build keeps the source of what it makes. */
export const schemaCompiler = ({ keepsSource = false } = {}): Ajv2020 => {
  const { Ajv2020: Validator } = require('ajv/dist/2020.js') as { Ajv2020: typeof Ajv2020 }
  const ajv = new Validator({
    allErrors: true,
    verbose: true,
    strict: false,
    strictNumbers: true,
    validateFormats: false,
    code: { source: keepsSource },
  })
  ajv.addVocabulary(ANNOTATIONS)
  return ajv
}

const COMPILED = new Map<SchemaNode, ValidateFunction>()

/** The validator of a schema. To compile one takes half a second, so that the bundle has those of whole files ready. */
export const validatorOf = (schema: SchemaNode): ValidateFunction => {
  let compiled = COMPILED.get(schema)
  if (!compiled) {
    compiled = readyValidator(schema) ?? schemaCompiler().compile(schema as object)
    COMPILED.set(schema, compiled)
  }
  return compiled
}
