#!/usr/bin/env node
// Runs the bundle of the command line, with the code that V8 compiled last time: that is read faster than it is compiled.
const { readFileSync, renameSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { dirname, join } = require('node:path')
const { constants, Script } = require('node:vm')

const FILE = join(__dirname, '../dist/bundle/hipaacheck.cjs')
/** What needs little of the code has a cache of its own, which is read sooner; all others share that of an audit. */
const LIGHT = new Map([
  [undefined, 'help'],
  ['--help', 'help'],
  ['--version', 'help'],
  ['rules', 'rules'],
])
const USE = LIGHT.get(process.argv[2]) ?? 'audit'
// The folder is made anew with each build, so that no cache can be of another text.
const CACHE = join(dirname(FILE), `code-${USE}-${process.version}-${process.arch}.cache`)

const known = () => {
  try {
    return readFileSync(CACHE)
  } catch {
    return undefined
  }
}

/** Keeps what was compiled. Where that is not allowed, the next run compiles again. */
const keep = (script) => {
  try {
    const beside = `${CACHE}.${process.pid}`
    writeFileSync(beside, script.createCachedData())
    renameSync(beside, CACHE)
  } catch {}
}

const cachedData = known()
// All of it is ASCII, and already wrapped as a module (scripts/bundle.js).
const script = new Script(readFileSync(FILE, 'latin1'), {
  filename: FILE,
  ...(cachedData && { cachedData }),
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
})
if (cachedData === undefined || script.cachedDataRejected) process.once('exit', () => keep(script))

// When everything is done and written, the heap need not be taken apart.
process.once('beforeExit', () => process.exit())

const bundle = { exports: {} }
script.runInThisContext()(bundle.exports, createRequire(FILE), bundle, FILE, dirname(FILE))
bundle.exports.main(process.argv.slice(2))
