import type { Finding } from '../../engine/report.js'
import { markdownCode } from '../escape.js'

/** A line of Markdown; without a text, the blank one that ends a block. */
export const line = (text = ''): string => `${text}\n`

const row = (...cells: readonly (string | number)[]): string => line(`| ${cells.join(' | ')} |`)

/** A table of GFM and the blank line after it. Cells are escaped already. */
export function* table(
  head: readonly string[],
  rows: Iterable<readonly (string | number)[]>,
): Generator<string> {
  yield row(...head)
  yield row(...head.map(() => '---'))
  for (const cells of rows) yield row(...cells)
  yield line()
}

/** Where something stands in the files that were read. */
export const at = ({ file, line: number, column }: NonNullable<Finding['place']>): string =>
  markdownCode(`${file}:${number}:${column}`)
