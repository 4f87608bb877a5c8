// Plugin of the bundler that lets some of our modules read what they import when they use it, as `require` in a function does.
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))

/** Modules at which the ways part: of what each of them imports, an audit needs little. */
const PARTINGS = [
  'src/audit',
  'src/base-command',
  'src/configure',
  'src/sources/cloudformation/source',
  'src/sources/cloudformation/template',
  'src/sources/compose/source',
  'src/sources/description/validate',
  'src/sources/documents/json',
  'src/sources/documents/xml',
  'src/sources/documents/yaml',
  'src/sources/documents/yaml-tree',
  'src/sources/evidence/format',
  'src/sources/evidence/read-evidence',
  'src/sources/kubernetes/refusals',
  'src/sources/kubernetes/source',
  'src/sources/suggest',
  'src/sources/terraform/source',
  'src/store/open',
]
const FILES = new Set(PARTINGS.map((name) => `${dist}${name}.js`))

/** Everything below a node of the syntax tree, with the node above. */
function* nodesBelow(node) {
  for (const [key, value] of Object.entries(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === 'string') {
        yield { node: child, key, parent: node }
        yield* nodesBelow(child)
      }
}

/** Whether a name stands there for a value, and is no key of an object and no name of a property. */
const isRead = ({ key, parent }) =>
  !(parent.type === 'MemberExpression' && key === 'property' && !parent.computed) &&
  !(parent.type === 'Property' && key === 'key' && !parent.computed) &&
  !parent.type.startsWith('Import')

/** Whether it is declared there. Who imports a name and gives it to a variable too cannot be read through. */
const DECLARES = new Set(['params', 'id', 'param'])
const isDeclared = (its, above) => {
  for (let one = its; one; one = above.get(one.parent)) {
    if (one.parent.type === 'AssignmentPattern' && one.key === 'right') return false
    if (DECLARES.has(one.key) && /Function|Declarator|Class|Catch/.test(one.parent.type)) return true
    if (!/Pattern|RestElement|Property/.test(one.parent.type)) return false
  }
  return false
}

/** The places where names are used, each with what has to be written there. */
const uses = (tree, replacements, id) => {
  const all = [...nodesBelow(tree)]
  const above = new Map(all.map((one) => [one.node, one]))
  return all
    .filter((one) => one.node.type === 'Identifier' && replacements.has(one.node.name) && isRead(one))
    .map((one) => {
      const { node, parent } = one
      if (isDeclared(one, above)) throw new Error(`${id} imports ${node.name}, and declares it too`)
      const text = replacements.get(node.name)
      return {
        ...node,
        text: parent.type === 'Property' && parent.shorthand ? `${node.name}: ${text}` : text,
      }
    })
}

/** Reads what modules at which the ways part import, when it is used. */
export const lazyImports = {
  name: 'lazy-imports',
  transform(code, id) {
    if (!FILES.has(id)) return undefined
    const tree = this.parse(code)
    const replacements = new Map()
    const edits = []
    for (const [index, node] of tree.body.entries()) {
      if (node.type !== 'ImportDeclaration' || node.source.value.startsWith('node:')) continue
      for (const { imported, local } of node.specifiers)
        replacements.set(local.name, `(read$${index}().${imported.name})`)
      const [kept, read] = [`kept$${index}`, `read$${index}`]
      edits.push({
        ...node,
        text: `let ${kept}; const ${read} = () => ${kept} ??= require(${JSON.stringify(node.source.value)});`,
      })
    }
    edits.push(...uses(tree, replacements, id))
    return edits
      .sort((one, other) => other.start - one.start)
      .reduce((text, { start, end, text: written }) => text.slice(0, start) + written + text.slice(end), code)
  },
}
