import type { Document, Route } from './document.js'
import type { SourceText } from './text.js'

/**
 * A JSON document that a machine wrote. Its value has been read by whoever imports it; only places are asked for, and
 * they are found by skipping over the text as far as needed, so that a plan of a hundred megabytes costs no tree.
 */
export const importedJson = (source: SourceText): Document => {
  const find = placeFinder(source.text)
  return {
    file: source.file,
    digest: source.digest,
    format: 'json',
    value: undefined,
    locate: (route) => {
      const { start, end } = find(route)
      return source.placeAt(start, end)
    },
    sourceText: () => undefined,
    usedAt: () => undefined,
    // Such a file holds the secrets of what it describes: no report quotes it.
    line: () => undefined,
  }
}

/** How far the members of a container have been told apart. */
interface Container {
  readonly members: Map<string | number, number>
  /** Where the last of them begins; the container itself at first. It is skipped when one behind it is asked for. */
  last: number
  isRead: boolean
  count: number
}

const placeFinder = (text: string) => {
  const containers = new Map<number, Container>()
  return (route: Route): { start: number; end: number } => {
    let start = skipSpace(text, 0)
    for (const step of route) {
      const found = memberAt(text, start, step, containers)
      if (found === undefined) break
      start = found
    }
    const code = text.charCodeAt(start)
    const container = code === BRACE || code === BRACKET
    return { start, end: container ? start + 1 : skipValue(text, start) }
  }
}

const [QUOTE, BRACE, BRACKET, BRACE_END, BRACKET_END, COMMA] = [0x22, 0x7b, 0x5b, 0x7d, 0x5d, 0x2c]

const memberAt = (
  text: string,
  at: number,
  step: string | number,
  containers: Map<number, Container>,
): number | undefined => {
  const code = text.charCodeAt(at)
  if (code !== BRACE && code !== BRACKET) return undefined
  let container = containers.get(at)
  if (!container) {
    container = { members: new Map(), last: at, isRead: false, count: 0 }
    containers.set(at, container)
  }
  while (!container.members.has(step) && !container.isRead) advance(text, container, code === BRACE)
  return container.members.get(step)
}

/** Reads past one more member. */
const advance = (text: string, container: Container, isObject: boolean): void => {
  let at = skipSpace(text, container.count === 0 ? container.last + 1 : skipValue(text, container.last))
  if (text.charCodeAt(at) === COMMA) at = skipSpace(text, at + 1)
  const code = text.charCodeAt(at)
  if (Number.isNaN(code) || code === BRACE_END || code === BRACKET_END) {
    container.isRead = true
    return
  }
  let name: string | number = container.count++
  if (isObject) {
    const end = skipString(text, at)
    name = keyText(text.slice(at, end))
    at = skipSpace(text, skipSpace(text, end) + 1)
  }
  container.members.set(name, at)
  container.last = at
}

const keyText = (quoted: string): string => {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted
  }
}

const skipSpace = (text: string, from: number): number => {
  let at = from
  for (let code = text.charCodeAt(at); code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xfeff; )
    code = text.charCodeAt(++at)
  return at
}

/** The offset behind a string that begins here. */
const skipString = (text: string, from: number): number => {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes++
    if (slashes % 2 === 0) return end + 1
  }
  return text.length
}

/** The offset behind a value that begins here. */
const skipValue = (text: string, from: number): number => {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      at = skipString(text, at) - 1
      if (depth === 0) return at + 1
    } else if (code === BRACE || code === BRACKET) depth++
    else if (code === BRACE_END || code === BRACKET_END) {
      if (depth === 0) return at
      if (--depth === 0) return at + 1
    } else if (code === COMMA && depth === 0) return at
  }
  return text.length
}
