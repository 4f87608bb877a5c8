/** Reads CSV (RFC 4180) of which every cell is quoted, and throws where one is not. */
export const csvRows = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  let rest = text
  while (rest !== '') {
    const cell = /^"((?:[^"]|"")*)"([,\n])/.exec(rest)
    if (!cell) throw new Error(`no cell: ${rest.slice(0, 80)}`)
    rows.at(-1)?.push((cell[1] ?? '').replace(/""/g, '"'))
    rest = rest.slice(cell[0].length)
    if (cell[2] === '\n' && rest !== '') rows.push([])
  }
  return rows
}
