// What was measured, as a table: for people, for docs/performance.md, and against what was recorded before.

/** One number: what it is of, its unit, and the bar that it has to hold, if any. More is better where `atLeast`. */
export const row = (suite, name, value, unit, { limit, atLeast = false } = {}) => ({
  suite,
  name,
  value,
  unit,
  ...(limit === undefined ? {} : { limit }),
  ...(atLeast ? { atLeast } : {}),
})

/** Whether a number holds its bar; nothing where there is none. */
export const holds = ({ value, limit, atLeast }) =>
  limit === undefined ? undefined : atLeast ? value >= limit : value <= limit

const shown = (value, unit) => {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return `${value.toFixed(digits)} ${unit}`
}

const verdict = (one) => ({ true: 'holds', false: 'DOES NOT HOLD', undefined: '' })[String(holds(one))]

const limitOf = ({ limit, atLeast, unit }) =>
  limit === undefined ? '' : `${atLeast ? '≥' : '≤'} ${limit} ${unit}`

const cellsOf = (one) => [one.suite, one.name, shown(one.value, one.unit), limitOf(one), verdict(one)]

const HEAD = ['suite', 'what', 'measured', 'bar', '']

const asColumns = (rows) => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => [...cells[column]].length)))
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export const machineText = ({ cpu, cores, memory, node, load }) =>
  `${cpu}, ${cores} cores, ${memory} GB, Node.js ${node.slice(1)}, load ${load.join(' ')}`

export const tableText = (rows) => asColumns([HEAD, ...rows.map(cellsOf)])

/** The same to paste into a document. */
export const markdownText = (rows) =>
  [
    '| Suite | What | Measured | Bar | |',
    '| --- | --- | ---: | ---: | --- |',
    ...rows.map((one) => `| ${cellsOf(one).join(' | ')} |`),
  ].join('\n')

/** How each number changed since it was recorded. */
export const comparisonText = (before, after) => {
  const earlier = new Map(before.map((one) => [`${one.suite} ${one.name}`, one]))
  const rows = after.flatMap((one) => {
    const old = earlier.get(`${one.suite} ${one.name}`)
    if (old === undefined) return []
    const change = old.value === 0 ? 0 : (100 * (one.value - old.value)) / old.value
    return [
      [
        one.suite,
        one.name,
        shown(old.value, one.unit),
        shown(one.value, one.unit),
        `${change > 0 ? '+' : ''}${change.toFixed(1)} %`,
      ],
    ]
  })
  return asColumns([['suite', 'what', 'before', 'now', 'change'], ...rows])
}
