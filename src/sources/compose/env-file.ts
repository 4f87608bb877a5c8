import type { Document } from '../documents/document.js'
import { sourceText } from '../documents/text.js'

/** A variable of a file of variables. */
export interface EnvLine {
  readonly name: string
  readonly value: string
}

/** A file of variables: its lines, and a document in which each is found by its name. */
export interface EnvFile {
  readonly lines: readonly EnvLine[]
  readonly document: Document
}

/** More variables than this no file has. */
const MOST = 10_000

/** Reads `NAME=value`, one a line; `undefined` where it is no text. */
export const readEnvFile = (file: string, bytes: Uint8Array): EnvFile | undefined => {
  const decoded = sourceText(file, bytes)
  if ('problem' in decoded) return undefined
  const { source } = decoded
  const offsets = new Map<string, number>()
  const lines: EnvLine[] = []
  for (const found of source.text.matchAll(LINE)) {
    if (lines.length >= MOST) break
    const [, name = '', value = ''] = found
    offsets.set(name, found.index + found[0].indexOf(name))
    lines.push({ name, value: unquoted(value) })
  }
  return {
    lines,
    document: {
      file,
      digest: source.digest,
      format: 'yaml',
      value: undefined,
      locate: ([name]) => {
        const offset = offsets.get(String(name)) ?? 0
        return source.placeAt(offset, offset + Math.max(1, String(name ?? '').length))
      },
      sourceText: () => undefined,
      usedAt: () => undefined,
      line: () => undefined,
    },
  }
}

const LINE = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]{0,200})[ \t]*=[ \t]*("[^"\n]*"|'[^'\n]*'|[^\r\n]*)/gm

/** Quotes go, and a remark behind an unquoted value. */
const unquoted = (value: string): string => {
  const quoted = /^(["'])(.*)\1$/s.exec(value.trim())
  return quoted ? (quoted[2] ?? '') : value.replace(/\s+#.*$/, '').trim()
}
