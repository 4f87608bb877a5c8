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

/** What is left of ranges once one is taken away. */
export const spansWithout = (spans: readonly Span[], [from, to]: Span): readonly Span[] =>
  spans.flatMap(([first, last]): readonly Span[] => {
    if (to < first || last < from) return [[first, last]]
    return [
      ...(first < from ? [[first, from - 1] as const] : []),
      ...(to < last ? [[to + 1, last] as const] : []),
    ]
  })
