// Plugins of the bundler that put off what a run may never need: modules of Node.js, and parts of packages.
import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'

const packages = fileURLToPath(new URL('../node_modules/', import.meta.url))
const OCLIF = `${packages}@oclif/core/lib/`

/** What stands in for a package. */
const ENTRIES = {
  // What our code takes of it, by the files that have it: its own entry reads everything.
  '@oclif/core': `
    export { Command } from '${OCLIF}command.js'
    export { Help } from '${OCLIF}help/index.js'
    export * as Args from '${OCLIF}args.js'
    export * as Errors from '${OCLIF}errors/index.js'
    export * as Flags from '${OCLIF}flags.js'`,
  // Who names a file needs no patterns.
  tinyglobby: `
    export const glob = (...args) => require('${packages}tinyglobby/dist/index.mjs').glob(...args)
    export const globSync = (...args) => require('${packages}tinyglobby/dist/index.mjs').globSync(...args)`,
}
const STANDING_IN = '\0instead of '

/** What oclif tells of itself where DEBUG asks for it, which is of no use to anybody but its authors. */
const NO_LOGGER = `
const debug = () => {}
const logger = { debug, error: debug, info: debug, trace: debug, warn: debug, namespace: 'oclif', child: () => logger }
exports.getLogger = () => logger
exports.makeDebug = () => debug
`

/** Standard output is made when somebody writes on it, and its errors are ours (src/standard-output.ts). */
const withoutOutput = (code) => {
  const rest = code.replace(/^process\.stdout\.on\('error'.*?^\}\);$/ms, '')
  if (rest === code) throw new Error('oclif no longer listens to standard output where it did')
  return rest
}

/** An object whose properties are modules, each read when it is first asked for. */
const lazyObject = (name, modules) =>
  `const ${name} = {};
for (const [key, read] of Object.entries({ ${modules.map(([key, read]) => `${key}: () => ${read}`).join(', ')} }))
  Object.defineProperty(${name}, key, {
    configurable: true,
    get: () => {
      const value = read();
      Object.defineProperty(${name}, key, { value });
      return value;
    },
  });
`

/** Replaces `key` by `object.key` everywhere. Where it is no value that is read, as in `{ key }`, that is refused. */
const readThrough = (code, object, key) =>
  code.replace(new RegExp(`(?<![\\w$.'"/])${key}(?![\\w$'"/])`, 'g'), (_, at) => {
    const around = `${code.slice(at - 20, at)}@${code.slice(at + key.length, at + key.length + 20)}`
    if (/[{,]\s*@\s*[,}:]|@\s*=[^=]/.test(around))
      throw new Error(`${key} cannot be put off: ${code.slice(at - 40, at + 60)}`)
    return `${object}.${key}`
  })

/** Lets a module that the compiler of TypeScript made CommonJS of read each of its modules when it is asked for. */
const lazyRequires = (code) => {
  const modules = []
  const rest = code.replace(
    /^(?:const|var) (\w+_\d+|Errors|Parser) = ((?:__import(?:Default|Star)\()?require\("[^"]+"\)\)?);$/gm,
    (_, key, read) => {
      modules.push([key, read])
      return ''
    },
  )
  if (modules.length === 0) return undefined
  const through = modules.reduce((text, [key]) => readThrough(text, 'lazy', key), rest)
  return through.replace(/^("use strict";)?/, (strict) => `${strict}\n${lazyObject('lazy', modules)}`)
}

/** Reads of packages what is asked for, when it is asked for. */
export const lazyPackages = {
  name: 'lazy-packages',
  resolveId: (id) => (Object.hasOwn(ENTRIES, id) ? `${STANDING_IN}${id}` : undefined),
  load: (id) => {
    if (id.startsWith(STANDING_IN)) return ENTRIES[id.slice(STANDING_IN.length)]
    return id === `${OCLIF}logger.js` ? NO_LOGGER : undefined
  },
  transform: (code, id) => {
    if (!id.startsWith(OCLIF)) return undefined
    return lazyRequires(id === `${OCLIF}command.js` ? withoutOutput(code) : code)
  },
}

const TABLES = /^import \{ (TERRAFORM_TYPES|CLOUDFORMATION_TYPES) \} from '([^']+)';$/m

/** Makes the tables of the types that clouds have when something is imported. */
export const lazyTables = {
  name: 'lazy-tables',
  transform: (code, id) => {
    const [line, table, from] = (id.includes('/dist/src/sources/') && TABLES.exec(code)) || []
    return line && code.replace(line, '').replaceAll(table, `require('${from}').${table}`)
  },
}

const BARE = new Set(builtinModules)

/** Modules of Node.js that are not there anyway when it starts. */
const COSTLY =
  'child_process|crypto|dgram|dns|dns_promises|fs_promises|https|net|perf_hooks|stream|string_decoder|timers_promises|tls|tty|zlib'
const DECLARED = new RegExp(`^let (node_(?:${COSTLY})) = (require\\("node:[^"]+"\\));$`, 'gm')
const WRAPPED = new RegExp(`^(node_(?:${COSTLY})) = (__toESM\\S*)\\(\\1(, 1)?\\);$`, 'gm')
const PLACE = '/* modules of Node.js */'

/** Reads modules of Node.js when they are asked for. */
export const lazyBuiltins = {
  name: 'lazy-builtins',
  // By one name each, which no variable of anybody has.
  resolveId: (id) => (BARE.has(id) ? { id: `node:${id}`, external: true } : undefined),
  renderChunk: (code) => {
    const modules = []
    // Where the first stands, what the bundler wraps modules with is there already.
    const rest = code
      .replace(DECLARED, (_, key, read) => {
        modules.push([key, read])
        return modules.length === 1 ? PLACE : ''
      })
      .replace(WRAPPED, (_, key, wrap, mode = '') => {
        const one = modules.find(([name]) => name === key)
        one[1] = `${wrap}(${one[1]}${mode})`
        return ''
      })
    return modules
      .reduce((text, [key]) => readThrough(text, 'builtins', key), rest)
      .replace(PLACE, () => lazyObject('builtins', modules))
  },
}
