// Writes the registry of rules from the folders: `rules/<module>/<slug>.ts` exports one rule, named after its slug.
import { readdirSync, writeFileSync } from 'node:fs'

const RULES = new URL('../rules/', import.meta.url)

const camelCase = (slug) => slug.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
const named = (module, slug) => camelCase(`${module}-${slug}`)

const files = readdirSync(RULES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: module }) =>
    readdirSync(new URL(`${module}/`, RULES))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => ({ module, slug: file.slice(0, -3) })),
  )
  .sort((one, other) => (`${one.module}/${one.slug}` < `${other.module}/${other.slug}` ? -1 : 1))

const text = `// Generated from the folders by \`npm run generate\`; changes here are lost.
import type { AnyRule } from '../src/engine/define-rule.js'
${files.map(({ module, slug }) => `import { ${camelCase(slug)} as ${named(module, slug)} } from './${module}/${slug}.js'`).join('\n')}

/** Every rule, in the order of modules and slugs. */
export const rules: readonly AnyRule[] = [
${files.map(({ module, slug }) => `  ${named(module, slug)},`).join('\n')}
]
`
writeFileSync(new URL('index.ts', RULES), text)
