import { type ModelPath, pathOf } from './path.js'

/** The keys of an object type; of a union, those of any member. */
export type KeyOf<T> = T extends readonly unknown[] ? never : T extends object ? keyof T & string : never

/** What stands at a key of an object; members of a union without the key say nothing. */
export type Member<T, K extends string> = T extends object ? (K extends keyof T ? T[K] : never) : never

/** What is left of a type when what is not stated is taken away. */
type Stated<T> = Exclude<T, undefined | null>

/**
 * What is claimed of one value, and where in the model it stands. A rule never sees a bare value: a missing
 * value is `undefined` here, which is not `false`, and no verdict but `unproven` can be built on it.
 */
export interface Fact<T> {
  /** The value that counts, or `undefined` where nobody stated one. */
  readonly value: T | undefined
  /** Where it stands, or would stand, in the model. */
  readonly path: ModelPath
  /** A value further in. A misspelt key does not compile; below a missing value everything is missing. */
  at<const A extends KeyOf<T>>(a: A): Fact<Stated<Member<T, A>>>
  at<const A extends KeyOf<T>, const B extends KeyOf<Stated<Member<T, A>>>>(
    a: A,
    b: B,
  ): Fact<Stated<Member<Stated<Member<T, A>>, B>>>
  at<
    const A extends KeyOf<T>,
    const B extends KeyOf<Stated<Member<T, A>>>,
    const C extends KeyOf<Stated<Member<Stated<Member<T, A>>, B>>>,
  >(a: A, b: B, c: C): Fact<Stated<Member<Stated<Member<Stated<Member<T, A>>, B>>, C>>>
}

/** Keys below a place. The same keys are the same object, which the facts of thousands of things share. */
export class Below {
  readonly #further = new Map<string, Below>()
  /** As it continues the path of the place: `/audit/enabled`. */
  constructor(readonly path: string) {}

  at(key: string): Below {
    let next = this.#further.get(key)
    if (!next) {
      next = new Below(pathOf(this.path, key))
      this.#further.set(key, next)
    }
    return next
  }
}

const HERE = new Below('')

class StatedFact {
  constructor(
    readonly value: unknown,
    readonly place: ModelPath,
    readonly below: Below,
  ) {}

  get path(): ModelPath {
    return this.below === HERE ? this.place : this.place + this.below.path
  }

  at(a: string, b?: string, c?: string): StatedFact {
    let value = member(this.value, a)
    let below = this.below.at(a)
    if (b !== undefined) {
      value = member(value, b)
      below = below.at(b)
    }
    if (c !== undefined) {
      value = member(value, c)
      below = below.at(c)
    }
    return new StatedFact(value, this.place, below)
  }
}

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? ((value as Record<string, unknown>)[key] ?? undefined)
    : undefined

/** A fact about a value at a path. `undefined` and `null` are both "not stated". */
export const factOf = <T>(path: ModelPath, value: T | undefined | null): Fact<Stated<T>> =>
  new StatedFact(value ?? undefined, path, HERE) as unknown as Fact<Stated<T>>

/** A fact at the place of another, with what follows from that one or stands for it. */
export const restated = <T>(fact: Fact<unknown>, value: T | undefined | null): Fact<Stated<T>> => {
  const { place, below } = fact as unknown as StatedFact
  return new StatedFact(value ?? undefined, place, below) as unknown as Fact<Stated<T>>
}

/** The keys below a place at which a fact stands; `undefined` where it stands elsewhere. */
export const belowPlace = (fact: object, place: ModelPath): Below | undefined =>
  fact instanceof StatedFact && fact.place === place ? fact.below : undefined

/** Whether somebody stated the value. */
export const isStated = <T>(fact: Fact<T>): fact is Fact<T> & { readonly value: T } =>
  fact.value !== undefined
