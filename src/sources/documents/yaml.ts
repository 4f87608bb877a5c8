import { isScalar, type Node, parseAllDocuments, parseDocument, type YAMLError } from 'yaml'
import type { Place, Problem } from '../../model/problem.js'
import type { Document, ReadDocument, Route } from './document.js'
import { type QuickDocument, quickYaml, walkQuick } from './quick-yaml.js'
import { LONGEST_LINE, type SourceText, startOf } from './text.js'
import { customTags, type TagKeys, tagsAsKeys } from './yaml-tags.js'
import { placeOfRange, yamlTree } from './yaml-tree.js'

const NO_TAGS: TagKeys = { words: [], keyOf: () => undefined }

/** More faults than this of one file help nobody. */
const MOST = 20

/** Reads YAML 1.2, with the merge keys of 1.1, and with tags where a format has any. */
export const yamlDocument = (source: SourceText, tags: TagKeys = NO_TAGS): ReadDocument => {
  const long = longLine(source)
  if (long) return { problems: [long] }
  const quick = quickYaml(source.text)
  return quick === undefined ? wholeYaml(source, tags) : { document: quickDocument(quick, source) }
}

/** The same by the whole parser of YAML: for what is rarer, and for what is wrong. */
export const wholeYaml = (source: SourceText, tags: TagKeys = NO_TAGS): ReadDocument => {
  const parsed = parse(source, tags)
  if ('problems' in parsed) return parsed
  return yamlTree(parsed.contents, source)
}

/**
 * Reads every document of a text as one, whose value is the list of theirs: routes begin with the number of a
 * document. Empty ones are left out.
 */
export const yamlStream = (source: SourceText): ReadDocument => {
  const long = longLine(source)
  if (long) return { problems: [long] }
  const quick = quickYaml(source.text)
  if (quick !== undefined) return streamOf([{ document: quickDocument(quick, source) }], source)
  const parsed = parseStream(source)
  if ('problems' in parsed) return parsed
  return streamOf(
    parsed.contents.map((contents) => yamlTree(contents, source)),
    source,
  )
}

const streamOf = (read: readonly ReadDocument[], source: SourceText): ReadDocument => {
  const problems = read.flatMap((one) => ('problems' in one ? one.problems : []))
  if (problems.length > 0) return { problems: problems.slice(0, MOST) }
  const documents = read.flatMap((one) => ('document' in one ? [one.document] : []))
  const [first] = documents
  if (!first) return { problems: [emptyFile(source)] }
  const at = ([number]: Route): Document => documents[Number(number ?? 0)] ?? first
  return {
    document: {
      ...first,
      value: documents.map(({ value }) => value),
      locate: (route, part) => at(route).locate(route.slice(1), part),
      sourceText: (route) => at(route).sourceText(route.slice(1)),
      usedAt: (route) => at(route).usedAt(route.slice(1)),
    },
  }
}

const quickDocument = (quick: QuickDocument, source: SourceText): Document => ({
  file: source.file,
  digest: source.digest,
  format: 'yaml',
  value: quick.value,
  locate: (route, part = 'value') => {
    const { node, key, complete } = walkQuick(quick, route)
    return placeOfRange(complete && part === 'key' && key ? key : node, source)
  },
  sourceText: (route) => {
    const { node, complete } = walkQuick(quick, route)
    if (!complete || !node.isScalar) return undefined
    return typeof node.value === 'string' ? node.value : source.text.slice(node.start, node.end)
  },
  usedAt: () => undefined,
  line: source.line,
})

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

const OPTIONS = {
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error',
  keepSourceTokens: false,
} as const

/** A stream of more documents than this is an attack. */
const MOST_DOCUMENTS = 20_000

const parseStream = (source: SourceText): { contents: Node[] } | { problems: Problem[] } => {
  if ((source.text.match(/^---/gm)?.length ?? 0) > MOST_DOCUMENTS)
    return { problems: [tooManyDocuments(source)] }
  try {
    const read = parseAllDocuments(source.text, OPTIONS)
    const documents = Array.isArray(read) ? read : []
    const error = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])[0]
    if (error) return { problems: [problemOf(error, source)] }
    return {
      contents: documents.flatMap(({ contents }) =>
        contents === null || isEmpty(contents) ? [] : [contents as Node],
      ),
    }
  } catch (error) {
    if (error instanceof RangeError) return { problems: [deep(source.placeAt(0))] }
    throw error
  }
}

const tooManyDocuments = ({ file }: SourceText): Problem => ({
  code: 'several-documents',
  message: 'the file holds too many documents',
  expected: `at most ${MOST_DOCUMENTS} in one file`,
  place: startOf(file),
})

const parse = (source: SourceText, tags: TagKeys): { contents: Node } | { problems: Problem[] } => {
  try {
    const document = parseDocument(source.text, { ...OPTIONS, customTags: customTags(tags.words) })
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
