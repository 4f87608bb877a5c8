import {
  type Alias,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml'
import type { Place, Problem } from '../../model/problem.js'
import type { ReadDocument, Route } from './document.js'
import { LONGEST_LINE, type SourceText, startOf } from './text.js'
import { customTags, type TagKeys, tagsAsKeys } from './yaml-tags.js'
import { type Resolved, resolveYaml } from './yaml-value.js'

/** More faults than this of one file help nobody. */
const MOST = 20

/** Reads YAML 1.2, with the merge keys of 1.1, and with tags where a format has any. */
export const yamlDocument = (source: SourceText, tags: TagKeys = NO_TAGS): ReadDocument => {
  const long = longLine(source)
  if (long) return { problems: [long] }
  const parsed = parse(source, tags)
  if ('problems' in parsed) return parsed
  const resolved = resolveYaml(parsed.contents, source)
  if (resolved.problems.length > 0) return { problems: resolved.problems.slice(0, MOST) }
  const { contents } = parsed
  return {
    document: {
      file: source.file,
      digest: source.digest,
      format: 'yaml',
      value: resolved.value,
      locate: (route, part = 'value') => placeOf(walk(contents, route, resolved), part, source),
      sourceText: (route) => textAt(walk(contents, route, resolved), route, source),
      usedAt: (route) => {
        const { usedAt } = walk(contents, route, resolved)
        return usedAt && placeOfNode(usedAt, source)
      },
      line: source.line,
    },
  }
}

const longLine = ({ text, file }: SourceText): Problem | undefined => {
  let start = 0
  for (let line = 1; start <= text.length; line++) {
    const end = text.indexOf('\n', start)
    const length = (end < 0 ? text.length : end) - start
    if (length > LONGEST_LINE) {
      const place = { ...startOf(file), line, endLine: line }
      return {
        code: 'line-too-long',
        message: `line ${line} has ${length} characters`,
        expected: `at most ${LONGEST_LINE}`,
        place,
      }
    }
    if (end < 0) break
    start = end + 1
  }
  return undefined
}

const NO_TAGS: TagKeys = { words: [], keyOf: () => undefined }

const parse = (source: SourceText, tags: TagKeys): { contents: Node } | { problems: Problem[] } => {
  try {
    const document = parseDocument(source.text, {
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
      keepSourceTokens: false,
      customTags: customTags(tags.words),
    })
    const errors = document.errors.length > 0 ? document.errors : document.warnings
    const problems = errors.slice(0, MOST).map((error) => problemOf(error, source))
    // One fault of syntax has many consequences; only the first says where it is.
    if (problems.length > 0) return { problems: problems.slice(0, 1) }
    tagsAsKeys(document, tags)
    return document.contents === null || isEmpty(document.contents)
      ? { problems: [emptyFile(source)] }
      : { contents: document.contents as Node }
  } catch (error) {
    // The parser recurses; what it cannot follow down is deeper than any description.
    if (error instanceof RangeError) return { problems: [deep(source.placeAt(0))] }
    throw error
  }
}

const isEmpty = (node: unknown): boolean => isScalar(node) && node.value === null

const emptyFile = ({ file, text }: SourceText): Problem => ({
  code: 'empty-file',
  message: text.trim() === '' ? 'the file is empty' : 'the file says nothing but comments',
  expected: 'a description; `hipaacheck init` writes one to begin with',
  place: startOf(file),
})

const deep = (place: Place): Problem => ({
  code: 'too-deep',
  message: 'this is nested too deep',
  expected: 'a description, which has a few levels',
  place,
})

const CODES: Partial<Record<YAMLError['code'], Pick<Problem, 'code' | 'message' | 'expected'>>> = {
  TAB_AS_INDENT: {
    code: 'tab-indent',
    message: 'a tab indents this line',
    expected: 'spaces: YAML allows no tabs for indentation',
  },
  MULTIPLE_DOCS: {
    code: 'several-documents',
    message: 'a second document begins here',
    expected:
      'one document in a file: write the second into a file of its own, both are read as one description',
  },
  RESOURCE_EXHAUSTION: {
    code: 'too-deep',
    message: 'this is nested too deep',
    expected: 'a description, which has a few levels',
  },
  TAG_RESOLVE_FAILED: {
    code: 'unknown-tag',
    message: 'this tag has no meaning here',
    expected: 'plain values without `!` tags',
  },
}

const problemOf = (error: YAMLError, source: SourceText): Problem => {
  const place = source.placeAt(error.pos[0], Math.max(error.pos[0] + 1, error.pos[1]))
  const known = CODES[error.code]
  if (known) return { ...known, place }
  const [first = ''] = error.message.split('\n')
  return {
    code: 'not-yaml',
    message: `this is not YAML: ${first.replace(/ at line \d+.*$/, '').replace(/:$/, '')}`,
    place,
  }
}

interface Found {
  /** The node, or the nearest above it. */
  readonly node: Node
  readonly key?: Node
  readonly complete: boolean
  /** The last alias on the way. */
  readonly usedAt?: Alias
}

const walk = (root: Node, route: Route, { targets }: Resolved): Found => {
  let found: Found = { node: root, complete: true }
  const follow = (node: Node): Node => {
    if (!isAlias(node)) return node
    found = { ...found, usedAt: node }
    return targets.get(node) ?? node
  }
  for (const segment of route) {
    const next = childOf(follow(found.node), segment, targets)
    if (!next) return { ...found, complete: false }
    found = { ...found, ...next }
  }
  return {
    ...found,
    node: follow(found.node),
    ...(found.usedAt === undefined ? {} : { usedAt: found.usedAt }),
  }
}

type Child = { node: Node; key?: Node; usedAt?: Alias }

const childOf = (node: Node, segment: string | number, targets: Resolved['targets']): Child | undefined => {
  if (isSeq(node)) {
    const item = node.items[Number(segment)]
    return item === undefined || isPair(item) ? undefined : { node: item as Node }
  }
  if (!isMap(node)) return undefined
  for (const pair of node.items) {
    if (isScalar(pair.key) && String(pair.key.value) === String(segment) && pair.key.value !== '<<') {
      return { node: (pair.value ?? pair.key) as Node, key: pair.key as Node }
    }
  }
  return mergedChild(node.items, segment, targets)
}

const mergedChild = (
  pairs: readonly { key: unknown; value: unknown }[],
  segment: string | number,
  targets: Resolved['targets'],
): Child | undefined => {
  for (const { key, value } of pairs) {
    if (!isScalar(key) || key.value !== '<<') continue
    for (const source of isSeq(value) ? value.items : [value]) {
      const target = isAlias(source) ? targets.get(source) : (source as Node)
      const child = target && childOf(target, segment, targets)
      if (child) return isAlias(source) ? { usedAt: source, ...child } : child
    }
  }
  return undefined
}

const placeOf = ({ node, key, complete }: Found, part: 'key' | 'value', source: SourceText): Place =>
  complete && part === 'key' && key ? placeOfNode(key, source) : placeOfNode(node, source)

/** A mapping or list in block style is shown by its first line. */
const placeOfNode = (node: Node, source: SourceText): Place => {
  const [start, end] = node.range ?? [0, 1]
  const newline = source.text.indexOf('\n', start)
  const first = newline < 0 || newline > end ? end : newline
  return source.placeAt(start, Math.max(start + 1, isScalar(node) ? end : first))
}

const textAt = ({ node, complete }: Found, _route: Route, { text }: SourceText): string | undefined => {
  if (!complete || !isScalar(node)) return undefined
  if (typeof node.value === 'string') return node.value
  const [start, end] = node.range ?? [0, 0]
  return node.source ?? text.slice(start, end)
}
