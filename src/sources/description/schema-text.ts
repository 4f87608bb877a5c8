import { schemaText } from '../../schemas.js'

/** The schema of descriptions as text; in the bundle without what it says to people alone (`scripts/compile-schemas.js`). */
export const descriptionSchemaText = (): string => schemaText('infrastructure')
