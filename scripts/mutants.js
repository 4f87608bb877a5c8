import { parse } from 'acorn'
import { full } from 'acorn-walk'

/** One change of a text: what stands from `start` to `end` is replaced. */
const change = (node, text, why) => ({ start: node.start, end: node.end, text, why })

const COMPARISONS = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
}
const LOGIC = { '&&': '||', '||': '&&', '??': '&&' }
const METHODS = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  min: 'max',
  max: 'min',
}
/** Calls whose receiver alone is another meaning. */
const DROPPED = new Set(['filter', 'slice', 'sort', 'reverse', 'trim', 'toLowerCase', 'toUpperCase'])
/** Expectations that a slip may confuse. */
const EXPECTATIONS = {
  expectTrue: 'expectFalse',
  expectFalse: 'expectTrue',
  expectAtMost: 'expectAtLeast',
  expectAtLeast: 'expectAtMost',
  expectOneOf: 'expectNoneOf',
  expectNoneOf: 'expectOneOf',
  expectNumberAtLeast: 'expectNumberAtMost',
  expectNumberAtMost: 'expectNumberAtLeast',
  all: 'any',
  any: 'all',
  pass: 'fail',
  fail: 'pass',
}

const source = (code, node) => code.slice(node.start, node.end)

const MUTATORS = {
  BinaryExpression: (node, code) =>
    (COMPARISONS[node.operator] ?? []).map((operator) =>
      change(
        node,
        `${source(code, node.left)} ${operator} ${source(code, node.right)}`,
        `${node.operator} → ${operator}`,
      ),
    ),
  LogicalExpression: (node, code) => [
    change(
      node,
      `(${source(code, node.left)}) ${LOGIC[node.operator]} (${source(code, node.right)})`,
      `${node.operator} → ${LOGIC[node.operator]}`,
    ),
    ...(node.operator === '??'
      ? []
      : [
          change(node, source(code, node.left), `right of ${node.operator} left out`),
          change(node, source(code, node.right), `left of ${node.operator} left out`),
        ]),
  ],
  UnaryExpression: (node, code) =>
    node.operator === '!' ? [change(node, source(code, node.argument), '! left out')] : [],
  ConditionalExpression: (node, code) => [
    change(node, `(${source(code, node.consequent)})`, 'condition true'),
    change(node, `(${source(code, node.alternate)})`, 'condition false'),
  ],
  IfStatement: (node) => [change(node.test, 'true', 'if true'), change(node.test, 'false', 'if false')],
  Literal: (node) => {
    if (typeof node.value === 'boolean')
      return [change(node, String(!node.value), `${node.value} → ${!node.value}`)]
    return typeof node.value === 'number'
      ? [change(node, String(node.value + 1), `${node.value} → ${node.value + 1}`)]
      : []
  },
  CallExpression: (node, code) => {
    const { callee } = node
    if (callee.type === 'Identifier') return []
    if (callee.type !== 'MemberExpression' || callee.computed) return []
    const name = callee.property.name
    if (METHODS[name]) return [change(callee.property, METHODS[name], `${name} → ${METHODS[name]}`)]
    if (name === 'includes' || name === 'has') return [change(node, `!${source(code, node)}`, `not ${name}`)]
    return DROPPED.has(name) ? [change(node, source(code, callee.object), `${name} left out`)] : []
  },
}

/** Identifiers of expectations that are called, with those that they may be taken for. */
const confused = (node, imported) =>
  node.type === 'CallExpression' && node.callee.type === 'Identifier' && imported.has(node.callee.name)
    ? [
        change(
          node.callee,
          `_other.${EXPECTATIONS[node.callee.name]}`,
          `${node.callee.name} → ${EXPECTATIONS[node.callee.name]}`,
        ),
      ]
    : []

/** Texts for people are asserted by their own tests; what they say does not decide. */
const WORDS = new Set(['says', 'why', 'fix', 'title', 'references', 'examples', 'asks', 'formerly', 'id'])

/** Every change that breaks one comparison, condition or expectation of a module (JavaScript), as whole texts. */
export const mutantsOf = (code) => {
  const tree = parse(code, { ecmaVersion: 'latest', sourceType: 'module' })
  const silent = []
  full(tree, (node) => {
    if (node.type === 'Property' && WORDS.has(node.key.name) && node.value.type !== 'ArrowFunctionExpression')
      silent.push(node)
  })
  const isSilent = ({ start, end }) => silent.some((one) => one.start <= start && end <= one.end)
  const imported = new Set(
    Object.keys(EXPECTATIONS).filter((name) => new RegExp(`\\b${name}\\b`).test(code.split('\n')[0] ?? '')),
  )
  const changes = []
  full(tree, (node) => {
    if (isSilent(node)) return
    changes.push(...(MUTATORS[node.type]?.(node, code) ?? []), ...confused(node, imported))
  })
  return changes.map(({ start, end, text, why }) => ({
    why,
    line: code.slice(0, start).split('\n').length,
    was: code.slice(start, end),
    code: `${/_other\./.test(text) ? "import * as _other from '#rule'\n" : ''}${code.slice(0, start)}${text}${code.slice(end)}`,
  }))
}
