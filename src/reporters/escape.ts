import { escapedUnseen, visible, visibleLine } from '../model/visible.js'

/**
 * Everything that a report carries may come from a file that an attacker wrote. Each reporter takes its texts through
 * one of these; there is no other escaping.
 */

export { visible, visibleLine } from '../model/visible.js'

/** Text in Markdown (CommonMark, and tables of GFM): no mark-up, no HTML, no link, no mention. */
export const markdownText = (text: string): string =>
  visible(text)
    .replace(/[\\`*_[\]#|~$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, '&#64;')
    .replace(/:\/\//g, ':&#47;&#47;')
    .replace(/\b(www)\./gi, '$1&#46;')
    // What begins a list or a rule, at the beginning alone.
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')

/** Text in Markdown that may have code spans of its own, as the rules' texts do. */
export const markdownProse = (text: string): string =>
  text
    .split('`')
    .map((part, index, parts) =>
      index % 2 === 1 && index < parts.length - 1
        ? markdownCode(part)
        : markdownText(index % 2 === 1 ? `\`${part}` : part),
    )
    .join('')

/** A code span of Markdown that nothing inside can end; a bar would end a cell of a table. */
export const markdownCode = (text: string): string => {
  const safe = visible(text).replace(/\|/g, '\u2223')
  const longest = Math.max(0, ...(safe.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = safe.startsWith('`') || safe.endsWith('`') || safe.trim() === '' ? ' ' : ''
  return `${fence}${pad}${safe}${pad}${fence}`
}

/** Lines of a code block that nothing inside can end. */
export const markdownBlock = (lines: readonly string[], language: string): string => {
  const safe = lines.map(visibleLine)
  const longest = Math.max(2, ...safe.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}${language}`, ...safe, fence].join('\n')
}

/** Text that is no mark-up by itself, for readers that make links of `[words](target)` all the same: SARIF does. */
export const plainText = (text: string): string => visible(text).replace(/\]\(/g, '] (')

/** The words of a link in a message of SARIF: nothing in them can end it. */
export const linkWords = (text: string): string =>
  visible(text).replace(/[[\]\\]/g, (one) => BRACKETS[one] ?? '/')

const BRACKETS: Readonly<Record<string, string>> = { '[': '(', ']': ')' }

/** Text of an element or a quoted attribute of XML 1.0, SVG or HTML, with no character that it cannot hold. */
export const xmlText = (text: string): string => withEntities(visible(text))

/** A line of a file in HTML, with its columns kept. */
export const xmlLine = (text: string): string => withEntities(visibleLine(text))

const withEntities = (text: string): string =>
  text.replace(/[\ufffe\uffff]/g, '\ufffd').replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one)

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/**
 * A cell of CSV (RFC 4180), always quoted. What a spreadsheet would take for a formula gets an apostrophe before it, at
 * the beginning and after a semicolon, which separates cells where the decimal sign is a comma.
 */
export const csvCell = (value: string | number): string =>
  typeof value === 'number'
    ? `"${value}"`
    : `"${visible(value).replace(FORMULA, "$1'$2").replace(/"/g, '""')}"`

/** Full-width signs count too: spreadsheets in Japanese take them for the plain ones. */
const FORMULA = /(^|;)(["'\s]*[=+\-@＝＋－＠])/g

/** A workflow command of GitHub. Each line of the message is one text; properties that are not known are left out. */
export const workflowCommand = (
  command: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number | undefined>>,
  lines: readonly string[],
): string => {
  const given = Object.entries(properties)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([name, value]) => `${name}=${commandText(String(value)).replace(/:/g, '%3A').replace(/,/g, '%2C')}`)
  return `::${command}${given.length === 0 ? '' : ` ${given.join(',')}`}::${lines.map(commandText).join('%0A')}\n`
}

const commandText = (text: string): string => visible(text).replace(/%/g, '%25')

/**
 * A path from the root of the repository: never absolute, never upwards, never with a scheme. What lies elsewhere
 * keeps its name, and the reader finds no such file.
 */
export const repositoryPath = (file: string): string => {
  const path = REMOTE.test(file) ? file.replace(REMOTE, '').replace(/[?#].*$/s, '') : file
  const segments = visible(path)
    .split('/')
    .filter((segment) => !['', '.', '..'].includes(segment))
  return segments.join('/') || 'unknown'
}

/** The same as a relative URI. */
export const repositoryUri = (file: string): string =>
  repositoryPath(file).split('/').map(encodeURIComponent).join('/')

/** Whether a file may lie in the repository, taken that the command was run at its root. */
export const isInRepository = (file: string): boolean =>
  !REMOTE.test(file) && !/^(?:[/\\<]|[a-z]:[/\\])|(?:^|\/)\.\.(?:\/|$)/i.test(file)

/** `https://`, and what Terraform puts before it: `git::https://`. */
const REMOTE = /^(?:[a-z][a-z0-9+.-]*:{1,2})+\/\//i

/** A value of OSCAL, which is never empty and has no space at its ends. */
export const oscalValue = (text: string): string => visible(text).trim() || 'none'

/** An identifier of OSCAL: letters, digits, full stops and hyphens, after a prefix that makes it begin with a letter. */
export const oscalToken = (prefix: string, text: string): string =>
  `${prefix}-${text.replace(/[^a-z0-9]+/gi, '.').replace(/\.+$/, '')}`

/** JSON that may stand in a script or on a terminal: what is unseen is escaped. */
export const jsonText = (value: unknown): string => escapedUnseen(JSON.stringify(value, undefined, 2))

/** The same on one line. */
export const jsonLine = (value: unknown): string => escapedUnseen(JSON.stringify(value))

/** Text in a quoted label of Mermaid: all but letters, digits and a few marks is a character reference. */
export const mermaidText = (text: string): string =>
  visible(text).replace(
    /[^\p{L}\p{N}\p{M} .,_/()×‹›-]|(?<=^\s*\d+)[.)]|^\s*-/gu,
    (character) => `#${character.codePointAt(0)};`,
  )

/** Text in a quoted string of Graphviz; a backslash would begin a sequence of its own. */
export const dotText = (text: string): string => visible(text).replace(/[\\"]/g, '\\$&')
