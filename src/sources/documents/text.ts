import { createHash } from 'node:crypto'
import type { Place, Problem } from '../../model/problem.js'
import { onceAsked } from '../../model/remembered.js'

/** A file that is read as a whole may have so many bytes. */
export const LARGEST_FILE = 64 * 1024 * 1024
/** What other tools write may be larger; no text can be longer than the engine allows. */
export const LARGEST_IMPORT = 384 * 1024 * 1024
/** A line that a person wrote is shorter. JSON of machines may stand on one line. */
export const LONGEST_LINE = 1024 * 1024

/** Text with its lines: offsets become lines only when a place is asked for. */
export interface SourceText {
  readonly file: string
  readonly text: string
  /** SHA-256 of the bytes, in hex; worked out when it is first asked for. */
  digest(): string
  /** A line without its end, counted from 1. */
  line(number: number): string | undefined
  /** The place of a range of offsets. */
  placeAt(start: number, end?: number): Place
}

/**
 * Decodes bytes as UTF-8, with or without a byte order mark. What is imported may be larger than what a person writes,
 * and may be UTF-16.
 */
export const sourceText = (
  file: string,
  bytes: Uint8Array,
  { imported = false }: { readonly imported?: boolean } = {},
): { source: SourceText } | { problem: Problem } => {
  const largest = imported ? LARGEST_IMPORT : LARGEST_FILE
  if (bytes.length > largest) return { problem: tooBig(file, bytes.length, largest) }
  const wide = utf16Of(bytes)
  if (wide && !imported) return { problem: utf16Problem(file) }
  try {
    const text = new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes)
    return { source: withLines(file, text, bytes) }
  } catch {
    return { problem: invalidUtf8(file, bytes) }
  }
}

/** A file too large to be a description. */
export const tooBig = (file: string, size: number, largest = LARGEST_FILE): Problem => ({
  code: 'file-too-big',
  message: largest === LARGEST_FILE ? 'the file is too big to be a description' : 'the file is too big',
  found: `${Math.round(size / 1024 / 1024)} MB`,
  expected: `at most ${largest / 1024 / 1024} MB${largest === LARGEST_FILE ? '; split it, several files are read as one description' : ''}`,
  place: startOf(file),
})

/** The very beginning of a file. */
export const startOf = (file: string): Place => ({ file, line: 1, column: 1, endLine: 1, endColumn: 1 })

/** Which UTF-16 bytes are, by their mark or by every other byte being zero. */
const utf16Of = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const spaced =
    bytes.length > 3 && (bytes[0] === 0) !== (bytes[1] === 0) && (bytes[2] === 0) !== (bytes[3] === 0)
  if (!spaced) return undefined
  return bytes[0] === 0 ? 'utf-16be' : 'utf-16le'
}

const utf16Problem = (file: string): Problem => ({
  code: 'utf-16',
  message: 'the file is written in UTF-16',
  expected: 'UTF-8: save it again with that encoding',
  place: startOf(file),
})

const invalidUtf8 = (file: string, bytes: Uint8Array): Problem => {
  const lenient = new TextDecoder('utf-8').decode(bytes)
  const at = Math.max(0, lenient.indexOf('\ufffd'))
  return {
    code: 'invalid-utf8',
    message: 'the file is not valid UTF-8',
    expected: 'UTF-8: save it again with that encoding',
    place: withLines(file, lenient, bytes).placeAt(at, at + 1),
  }
}

/** Where lines begin. There may be millions: nothing is made for each but its number. */
const startsOfLines = (text: string): readonly number[] => {
  const starts = [0]
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    return starts
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED))
      starts.push(at + 1)
  }
  return starts
}

const [LINE_FEED, CARRIAGE_RETURN] = [10, 13]

const withLines = (file: string, text: string, bytes: Uint8Array): SourceText => {
  const lineStarts = onceAsked(() => startsOfLines(text))
  const position = (offset: number) => {
    const lines = lineStarts()
    const at = Math.max(0, Math.min(offset, text.length))
    let [low, high] = [0, lines.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((lines[middle] as number) <= at) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: at - (lines[low] as number) + 1 }
  }
  return {
    file,
    text,
    // Many audits show none, and `crypto` takes as long to read as a small description.
    digest: onceAsked(() => createHash('sha256').update(bytes).digest('hex')),
    line: (number) => {
      const lines = lineStarts()
      const start = lines[number - 1]
      return start === undefined
        ? undefined
        : text.slice(start, lines[number] ?? text.length).replace(/[\r\n]+$/, '')
    },
    placeAt: (start, end = start + 1) => {
      const [from, to] = [position(start), position(Math.max(start, end))]
      return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
    },
  }
}
