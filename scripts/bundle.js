// Puts the command line into one file, which is read faster than hundreds, with the data beside it; run after the compiler.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = `${root}dist/bundle`

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

const build = await rolldown({
  input: `${root}dist/src/main.js`,
  platform: 'node',
  // One brings a file of its own, the other is wanted by few.
  external: ['node-sqlite3-wasm', 'pg'],
  // The other form of this package loads its parts by names that nobody can follow.
  resolve: { alias: { 'jsonc-parser': `${root}node_modules/jsonc-parser/lib/esm/main.js` } },
  logLevel: 'warn',
})
await build.write({
  file: `${out}/hipaacheck.cjs`,
  format: 'cjs',
  dynamicImportInCjs: false,
  codeSplitting: false,
  minify: true,
})

// Data is looked for beside the module that reads it, and that is the bundle now.
for (const path of readdirSync(`${root}dist/src`, { recursive: true, encoding: 'utf8' }))
  if (/\.(json|yaml|css)$/.test(path) || path.endsWith('page-script.js'))
    copyFileSync(`${root}dist/src/${path}`, `${out}/${basename(path)}`)

// The first audit leaves the code that it compiled for the next.
const audit = ['audit', `${root}examples/clinic.yaml`, '--no-config']
spawnSync(process.execPath, [`${root}bin/run.js`, ...audit], { stdio: 'ignore' })
