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

/** JSON that may stand in a script or on a terminal: what is unseen is escaped. */
export const jsonText = (value: unknown): string => escapedUnseen(JSON.stringify(value, undefined, 2))

/** Text in HTML, SVG or XML, as an element or inside a quoted attribute. */
export const markupText = (text: string): string =>
  visible(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)

/** A line of a file in HTML, with its columns kept. */
export const markupLine = (text: string): string =>
  visibleLine(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)

/** Text in a quoted label of Mermaid: all but letters, digits and a few marks is a character reference. */
export const mermaidText = (text: string): string =>
  visible(text).replace(
    /[^\p{L}\p{N}\p{M} .,_/()×-]|(?<=^\s*\d+)[.)]|^\s*-/gu,
    (character) => `#${character.codePointAt(0)};`,
  )

/** Text in a quoted string of Graphviz; a backslash would begin a sequence of its own. */
export const dotText = (text: string): string => visible(text).replace(/[\\"]/g, '\\$&')
