import { maskedLine } from './model/value-text.js'
import type { Document } from './sources/documents/document.js'
import type { LineOf } from './sources/documents/problem-text.js'
import { sourceText } from './sources/documents/text.js'
import type { FileTree } from './sources/file-tree.js'

/** The line of a place and its neighbours, with secrets masked. */
export const excerptOf = (document: Document | undefined, line: number): { number: number; text: string }[] =>
  // Beside the attribute that is judged may stand a password: of configuration one line is shown.
  (document?.format === 'hcl' ? [line] : [line - 1, line, line + 1]).flatMap((number) => {
    const text = number < 1 ? undefined : document?.line(number)
    return text === undefined ? [] : [{ number, text: maskedLine(text).slice(0, LONGEST_LINE) }]
  })

/** A line of a file that nobody wrote by hand is cut. */
const LONGEST_LINE = 400

/** Lines of the inputs, decoded when one is first asked for; what is not text has none. */
export const linesOf = (
  inputs: readonly { readonly file: string; readonly bytes: Uint8Array }[],
  tree: FileTree,
): LineOf => {
  const known = new Map<string, ReturnType<typeof sourceText>>()
  return ({ file, line }) => {
    let decoded = known.get(file)
    if (!decoded) {
      const bytes = inputs.find((one) => one.file === file)?.bytes ?? tree.read(file)
      if (typeof bytes === 'string') return undefined
      decoded = sourceText(file, bytes, { imported: true })
      known.set(file, decoded)
    }
    return 'source' in decoded && !NEVER_SHOWN.test(decoded.source.text)
      ? decoded.source.line(line)
      : undefined
  }
}

/** Plans, states, manifests and files of Compose may hold secrets in clear: no line of one is ever shown. */
const NEVER_SHOWN =
  /^\s*\{.{0,400}"(?:format_version|terraform_version)"|^["']?(?:apiVersion|kind|services)["']?[ \t]*:/ms
