import type { ValidateFunction } from 'ajv/dist/2020.js'
import type { SchemaNode } from './schema-node.js'

/**
 * The validator of a schema that was compiled beforehand: none here, so that sources follow their schemas at once. In the
 * bundle `scripts/compile-schemas.js` stands in for this module.
 */
export const readyValidator = (_: SchemaNode): ValidateFunction | undefined => undefined
