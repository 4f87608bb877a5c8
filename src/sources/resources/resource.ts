import type { Route, Source } from '../../model/layer.js'
import { isPlain } from '../../model/merge.js'

/**
 * What a configuration says at one place. `absent`: nothing, so that the provider's default holds. `unknown`: it says
 * something that cannot be told from the file, such as a value that is only known after apply; then nothing is claimed.
 */
export interface Given {
  readonly state: 'absent' | 'unknown' | 'known'
  /** The value as plain data. Of a list or an object that is known in part, that part. */
  readonly value: unknown
  /** Addresses of the resources that the expression names. */
  readonly refs: readonly string[]
  /** Where it stands, or the nearest place above it. */
  readonly source: Source
}

/** A resource of a cloud, as its own format writes it. */
export interface Resource {
  /** In the words of the format: `aws_db_instance`, `AWS::RDS::DBInstance`. */
  readonly type: string
  /** `module.db.aws_db_instance.main["a"]`; without the id of the source. */
  readonly address: string
  readonly source: Source
  /** Where the provider puts it, if that can be told. */
  readonly region?: string
  /** What stands at a path of attribute names. Blocks are lists, and a list of one block is stepped into. */
  read(path: Route): Given
}

/** A place at which nothing is written: that of something, which is worked out when somebody asks. */
export const absentAt = (place: { readonly source: Source }): Given => new Absent(place)

class Absent implements Given {
  constructor(private readonly place: { readonly source: Source }) {}

  get state() {
    return 'absent' as const
  }
  get value(): unknown {
    return undefined
  }
  get refs(): readonly string[] {
    return NO_REFS
  }
  get source(): Source {
    return this.place.source
  }
}

const NO_REFS: readonly string[] = []

/**
 * The route through a value that a path of names means: where a list stands in the way, its first entry is entered.
 * `undefined` from where on nothing is there.
 */
export const concreteRoute = (
  root: unknown,
  path: Route,
): { readonly route: Route; readonly value: unknown; readonly complete: boolean } => {
  const route: (string | number)[] = []
  let value = root
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'string') {
      if (value.length === 0) return { route, value: undefined, complete: false }
      route.push(0)
      value = value[0]
    }
    const next: unknown =
      Array.isArray(value) && typeof step === 'number'
        ? value[step]
        : isPlain(value) && Object.hasOwn(value, step)
          ? value[step]
          : undefined
    if (next === undefined || next === null) return { route, value: undefined, complete: false }
    route.push(step)
    value = next
  }
  return { route, value, complete: true }
}
