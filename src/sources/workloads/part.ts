import type { Route, Source } from '../../model/layer.js'
import { isPlain } from '../../model/merge.js'
import { numberOf, yesNo } from '../resources/facts.js'

/** A part of a manifest, with its place. What is not there is a part without a value. */
export interface Part {
  readonly value: unknown
  readonly source: Source
  readonly isThere: boolean
  /** A text, number or truth value as text; `undefined` also where it holds a variable that cannot be told. */
  readonly text: string | undefined
  readonly number: number | undefined
  readonly truth: boolean | undefined
  /** What stands below, by keys and indices. */
  at(...route: Route): Part
  /** The entries of a list; none where it is no list. */
  items(): readonly Part[]
  /** The members of an object; none where it is no object. */
  entries(): readonly (readonly [key: string, part: Part])[]
}

/** Where a part belongs, and how its texts are read. */
export interface PartOf {
  readonly document: number
  /** The resource, with its source. */
  readonly address?: string
  /** Puts values in the place of variables; `undefined` where one cannot be told. */
  readonly textOf: (text: string) => string | undefined
}

/** A value of a document. */
export const partOf = (value: unknown, route: Route, of: PartOf): Part => {
  const { document, address, textOf } = of
  const text = (): string | undefined => {
    if (typeof value === 'string') return textOf(value)
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
  }
  const part: Part = {
    value,
    source: address === undefined ? { document, route } : { document, route, address },
    isThere: value !== undefined && value !== null,
    get text() {
      return text()
    },
    get number() {
      return numberOf(text())
    },
    get truth() {
      return yesNo(text()) as boolean | undefined
    },
    at: (...steps) => partOf(valueAt(value, steps), [...route, ...steps], of),
    items: () => (Array.isArray(value) ? value.map((one, index) => partOf(one, [...route, index], of)) : []),
    entries: () =>
      isPlain(value)
        ? Object.entries(value).map(([key, one]) => [key, partOf(one, [...route, key], of)] as const)
        : [],
  }
  return part
}

const valueAt = (root: unknown, route: Route): unknown => {
  let value = root
  for (const step of route) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}
