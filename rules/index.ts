// Generated from the folders by `npm run generate`; changes here are lost.
import type { AnyRule } from '../src/engine/define-rule.js'


/** Every rule, in the order of modules and slugs. */
export const rules: readonly AnyRule[] = [

]
