import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/**
 * The path of a file of this package. The package resolves itself, so that sources and built files find the same
 * folder; the bundle, which always lies in the same place, has a shorter way (`scripts/bundle.js`).
 */
export const packageFile = (name: string): string => require.resolve(`hipaacheck/${name}`)
