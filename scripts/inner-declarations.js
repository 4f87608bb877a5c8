// Plugin of the bundler that declares what one module alone uses within the function of this module. What stands beside all
// others is named in the compiled code, and made at each start, whether the module runs or not.

/** As the bundler writes a module: what it declares, and the function that runs it. */
const MODULE = /^var ([\w$, ]+);\n(var [\w$]+ = __esmMin\(\((?:async )?\(\) => \{)$/gm
const END = '\n}));'
/** A word that may name a variable: no property of anything, though what follows three dots counts. */
const WORD = /(?<!(?<!\.\.)\.)(?<![\w$])[A-Za-z_$][\w$]*/g

const modulesIn = (code) =>
  [...code.matchAll(MODULE)].map(({ index, 0: { length }, 1: names, 2: head }) => ({
    start: index,
    names: names.split(', '),
    head,
    body: index + length,
    end: code.indexOf(END, index + length),
  }))

/** The one module in which each word stands; `undefined` where it stands in several, or in none. */
const homesOf = (code, modules) => {
  const homes = new Map()
  let at = 0
  for (const { index, 0: word } of code.matchAll(WORD)) {
    while (at < modules.length && modules[at].end < index) at++
    const home = modules[at]?.start <= index ? modules[at] : undefined
    homes.set(word, homes.has(word) && homes.get(word) !== home ? undefined : home)
  }
  return homes
}

/** Moves declarations to where they are used. A word that merely looks the same elsewhere leaves one where it is. */
export const innerDeclarations = {
  name: 'inner-declarations',
  renderChunk: (code) => {
    const modules = modulesIn(code)
    const homes = homesOf(code, modules)
    let moved = ''
    let from = 0
    for (const one of modules) {
      const inner = one.names.filter((name) => homes.get(name) === one)
      const outer = one.names.filter((name) => homes.get(name) !== one)
      moved += code.slice(from, one.start)
      if (outer.length > 0) moved += `var ${outer.join(', ')};\n`
      moved += one.head
      if (inner.length > 0) moved += `\n\tvar ${inner.join(', ')};`
      from = one.body
    }
    return moved + code.slice(from)
  },
}
