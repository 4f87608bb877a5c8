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
