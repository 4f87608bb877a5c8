import { basename, dirname, relative, resolve, sep } from 'node:path'
import type { Loaded, Outcome } from './audit.js'
import type { Problem } from './model/problem.js'
import { visibleLine } from './model/visible.js'

/** What is imported for a description, and where that is to be written. */
export interface ImportRequest {
  /** Files, folders or globs, as somebody named them. */
  readonly args: readonly string[]
  /** Where the description is written. */
  readonly output: string
  /** What stands there already. */
  readonly existing?: string
  readonly cwd: string
  /** Reads a text as the description at `output`, with all that it imports. */
  readonly read: (text: string) => Outcome<Loaded>
}

/**
 * A description that imports files and asks, in comments, of each thing that came of them what no file says. What stands
 * in the file already is kept to the letter: only sources and things that are new are added.
 */
export const importOverlay = ({
  args,
  output,
  existing,
  cwd,
  read,
}: ImportRequest): Outcome<{ readonly text: string; readonly added: number }> => {
  const before = existing === undefined ? undefined : read(existing)
  if (before !== undefined && 'problems' in before) return before
  const known = before?.infrastructure.description.sources ?? []
  const folder = dirname(resolve(cwd, output))
  const files = args.map((arg) => relative(folder, resolve(cwd, arg)).split(sep).join('/') || '.')
  const claimed = new Set(known.flatMap((one) => [one.files ?? []].flat().map(bare)))
  const names = new Set<string>(known.map(({ id }) => id))
  const entries = files
    .filter((file) => !claimed.has(bare(file)))
    .map((file) => `- { id: ${freeName(file, folder, names)}, files: ${JSON.stringify(file)} }`)
  const withSources = existing === undefined ? begun(entries) : sourcesAdded(existing, entries)
  if (withSources === undefined) return { problems: [notBlock(output, entries)] }
  const after = read(withSources)
  if ('problems' in after) return after
  const lines = questionsOf(after, withSources)
  return { text: [withSources.trimEnd(), ...lines.text, ''].join('\n'), added: lines.count }
}

const bare = (file: string): string => file.replace(/^\.\//, '').replace(/(?<=.)\/$/, '')

/** A name for a source after its file or folder, which nobody has yet. */
const freeName = (file: string, folder: string, taken: Set<string>): string => {
  const wanted =
    basename(resolve(folder, file))
      .replace(/\.[^.]+$/, '')
      .replace(/[^A-Za-z0-9_-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '') || 'import'
  let name = wanted
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`
  taken.add(name)
  return name
}

const begun = (entries: readonly string[]): string =>
  [
    '# Made by `hipaacheck import`. Run it again when the infrastructure has changed: what you write here is kept.',
    'version: 1',
    'system: { name: A system without a name }',
    'sources:',
    ...entries.map((entry) => `  ${entry}`),
    '',
  ].join('\n')

/** The text with sources added; `undefined` where its own stand on one line, which is not taken apart. */
const sourcesAdded = (text: string, entries: readonly string[]): string | undefined => {
  if (entries.length === 0) return text
  if (!/^["']?sources["']?\s*:/m.test(text))
    return `${text.trimEnd()}\nsources:\n${entries.map((entry) => `  ${entry}\n`).join('')}`
  const block = /^sources:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*([ \t]*)(?=- )/m.exec(text)
  if (!block) return undefined
  const [head, indent = ''] = block
  const at = block.index + head.length - indent.length
  return `${text.slice(0, at)}${entries.map((entry) => `${indent}${entry}\n`).join('')}${text.slice(at)}`
}

const notBlock = (output: string, entries: readonly string[]): Problem => ({
  code: 'bad-usage',
  message: `${output}: its \`sources\` stand on one line, to which nothing is added`,
  expected: `one line for each, and among them ${entries.map((entry) => `\`${entry}\``).join(', ')}`,
})

/** What is asked of things that came of an import, as comments: many at once by kind, then each. */
const questionsOf = (
  { infrastructure, documents }: Loaded,
  text: string,
): { readonly text: readonly string[]; readonly count: number } => {
  const named = new Set(Array.from(text.matchAll(ADDRESS), addressIn))
  const open = infrastructure.assets.flatMap(({ id, value: { address, ephi, kind } }) =>
    address === undefined || ephi !== undefined || named.has(address) ? [] : [{ id, address, kind }],
  )
  if (open.length === 0) return { text: [], count: 0 }
  const placeOf = (id: string): string => {
    const { document, route } = infrastructure.origin(`/assets/${id}`)
    const place = documents[document]?.locate(route)
    return place ? `, ${place.file}:${place.line}` : ''
  }
  const each = open.map(
    ({ id, address, kind }) =>
      `#   - { id: ${JSON.stringify(id)}, address: ${JSON.stringify(address)}, ephi: [stores] }  # ${kind ?? 'of no kind'}${placeOf(id)}`,
  )
  return {
    text: ['', ...HEAD, ...byKind(open), '#', '# assets:', ...each].map(visibleLine),
    count: open.length,
  }
}

const ADDRESS = /\baddress["']?:\s*(?:("(?:[^"\\]|\\.)*")|'([^']*)'|([^\s,}]+))/g

const addressIn = ([, quoted, single, plain]: RegExpMatchArray): unknown => {
  try {
    return quoted === undefined ? (single ?? plain) : JSON.parse(quoted)
  } catch {
    return quoted
  }
}

const HEAD = [
  '# What follows was imported, and nobody said yet whether it holds ePHI: it is assumed to, one severity lower.',
  '# Take the # from what is true, change the rest (`ephi: none`), and put it under the `defaults` or `assets` above',
  '# if there are any.',
  '#',
  '# defaults:',
]

const byKind = (
  open: readonly { readonly address: string; readonly kind: string | undefined }[],
): readonly string[] => {
  const counts = new Map<string, number>()
  for (const { address, kind } of open) {
    const match = `source: ${address.slice(0, address.indexOf(':'))}, kind: ${kind ?? '*'}`
    counts.set(match, (counts.get(match) ?? 0) + 1)
  }
  return [...counts].flatMap(([match, count]) => [
    `#   - match: { ${match} }  # ${count}`,
    '#     set: { ephi: [stores] }',
  ])
}
