// Puts the command line into one file, which is read faster than hundreds, with the data beside it; run after the compiler.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { compileSchemas, schemaForReading } from './compile-schemas.js'
import { innerDeclarations } from './inner-declarations.js'
import { lazyImports } from './lazy-imports.js'
import { lazyBuiltins, lazyPackages, lazyTables } from './lazy-modules.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = `${root}dist/bundle`
const { version, description } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

/** Modules that ask at each start what is known when the bundle is made. */
const KNOWN = {
  [`${root}dist/src/version.js`]: `export const VERSION = ${JSON.stringify(version)}
export const PURPOSE = ${JSON.stringify(description)}`,
  [`${root}dist/src/package-files.js`]: `import { join } from 'node:path'
export const packageFile = (name) => join(__dirname, '../..', name)`,
  [`${root}dist/src/sources/description/schema-text.js`]: `const TEXT = ${JSON.stringify(schemaForReading())}
export const descriptionSchemaText = () => TEXT`,
  [`${root}dist/src/sources/description/ready-validators.js`]: compileSchemas(out),
}

/** Texts of rules, indented as the code is, as the paragraphs that `defineRule` makes of them. */
const paragraphs = {
  name: 'paragraphs',
  transform: (code, id) =>
    id.startsWith(`${root}dist/rules/`)
      ? code.replace(
          /\b(says|why|fix): `((?:[^`\\$]|\\.)*)`/g,
          (_, key, text) => `${key}: \`${text.replace(/\s+/g, ' ').trim()}\``,
        )
      : undefined,
}

const build = await rolldown({
  input: `${root}dist/src/main.js`,
  platform: 'node',
  // One brings a file of its own, the other is wanted by few.
  external: ['node-sqlite3-wasm', 'pg'],
  // The other form of this package loads its parts by names that nobody can follow.
  resolve: { alias: { 'jsonc-parser': `${root}node_modules/jsonc-parser/lib/esm/main.js` } },
  plugins: [
    { name: 'known', load: (id) => KNOWN[id] },
    paragraphs,
    lazyPackages,
    lazyTables,
    lazyImports,
    lazyBuiltins,
    innerDeclarations,
  ],
  logLevel: 'warn',
})
const { output } = await build.generate({
  format: 'cjs',
  dynamicImportInCjs: false,
  codeSplitting: false,
  minify: true,
})

/** A text whose characters all are one byte is read without being decoded, and takes half the memory. */
const inAscii = (code) => {
  if (/String\.raw`[^`]*[^\0-\x7f`]|(?<!\\)(?:\\\\)*\\[^\0-\x7f]/.test(code))
    throw new Error('an escape would change its meaning')
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

// The global clock would read all of perf_hooks first.
const CLOCK = 'const performance={now:()=>process.uptime()*1e3};'
// Wrapped as Node.js wraps a module, so that bin/run.js need not put megabytes together.
const wrapped = `(function (exports, require, module, __filename, __dirname) {${CLOCK}${output[0].code}\n})`
writeFileSync(`${out}/hipaacheck.cjs`, inAscii(wrapped))

// Data is looked for beside the module that reads it, and that is the bundle now.
for (const path of readdirSync(`${root}dist/src`, { recursive: true, encoding: 'utf8' }))
  if (/\.(json|yaml|css)$/.test(path) || path.endsWith('page-script.js'))
    copyFileSync(`${root}dist/src/${path}`, `${out}/${basename(path)}`)

// The first run leaves the code that it compiled for the next.
for (const args of [['audit', `${root}examples/clinic.yaml`, '--no-config'], ['rules'], ['--help']])
  spawnSync(process.execPath, [`${root}bin/run.js`, ...args], { stdio: 'ignore' })
