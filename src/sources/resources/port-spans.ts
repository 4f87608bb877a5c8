/** A range of ports, both ends included. It is never spelt out port by port. */
export type Span = readonly [first: number, last: number]

/** Every port. */
export const ALL_PORTS: Span = [0, 65535]

/** What two lists of ranges have in common. */
export const spansWithin = (spans: readonly Span[], others: readonly Span[]): readonly Span[] =>
  spans.flatMap(([first, last]) =>
    others.flatMap(([from, to]): readonly Span[] => {
      const common: Span = [Math.max(first, from), Math.min(last, to)]
      return common[0] <= common[1] ? [common] : []
    }),
  )

/** The same ports in order, each in one range. */
export const mergedSpans = (spans: readonly Span[]): readonly Span[] => {
  const whole: [number, number][] = []
  for (const [first, last] of [...spans].sort(([one], [other]) => one - other)) {
    const before = whole.at(-1)
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else whole.push([first, last])
  }
  return whole
}

/** What is left of a range once others are taken away, which are merged. */
export const spansBetween = ([first, last]: Span, taken: readonly Span[]): readonly Span[] => {
  const left: Span[] = []
  let from = first
  for (const [begin, end] of taken) {
    if (begin > last) break
    if (begin > from) left.push([from, begin - 1])
    from = Math.max(from, end + 1)
  }
  return from <= last ? [...left, [from, last]] : left
}
