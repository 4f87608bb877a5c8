import { isPlain } from '../../model/merge.js'

type Json = Readonly<Record<string, unknown>>

/** A resource of a plan or a state, with the route to it. */
export interface PlanResource {
  readonly value: Json
  readonly route: readonly (string | number)[]
}

/** Modules may be nested; nobody nests them deeper than this. */
const DEEPEST_MODULE = 64

/** Every managed resource of `planned_values` or of a state's `values`, those of nested modules too. */
export const resourcesIn = function* (
  root: Json,
  key: 'planned_values' | 'values',
  tooDeep: (module: unknown) => void = () => undefined,
): Generator<PlanResource> {
  const top = member(member(root, key), 'root_module')
  const pending: { module: Json; route: (string | number)[] }[] = top
    ? [{ module: top, route: [key, 'root_module'] }]
    : []
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { module, route } = next
    for (const [index, value] of listIn(module, 'resources').entries()) {
      if (isPlain(value) && value['mode'] !== 'data') yield { value, route: [...route, 'resources', index] }
    }
    const below = [...listIn(module, 'child_modules').entries()].reverse()
    for (const [index, value] of below)
      if (route.length > 2 * DEEPEST_MODULE) tooDeep(value)
      else if (isPlain(value)) pending.push({ module: value, route: [...route, 'child_modules', index] })
  }
}

/** A member that is an object. */
export const member = (value: unknown, key: string): Json | undefined => {
  const found = isPlain(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return isPlain(found) ? found : undefined
}

/** A member that is a list; an empty one where there is none. */
export const listIn = (value: unknown, key: string): readonly unknown[] => {
  const found = isPlain(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return Array.isArray(found) ? found : []
}

/** Changes by the address of their resource: they say what is only known after apply. */
export const changesIn = (root: Json): ReadonlyMap<string, Json> =>
  new Map(
    listIn(root, 'resource_changes').flatMap((change) =>
      isPlain(change) && typeof change['address'] === 'string'
        ? [[change['address'], member(change, 'change') ?? {}] as const]
        : [],
    ),
  )

/** Whether a mark of `after_unknown` or `sensitive_values` lies on a route, or below its end. */
export const isMarked = (marks: unknown, route: readonly (string | number)[]): boolean => {
  let mark = marks
  for (const step of route) {
    if (mark === true) return true
    if (Array.isArray(mark) && typeof step === 'string') mark = mark[0]
    if (typeof mark !== 'object' || mark === null || !Object.hasOwn(mark, step)) return mark === true
    mark = (mark as Record<string | number, unknown>)[step]
  }
  return anyMark(mark, 0)
}

const anyMark = (mark: unknown, depth: number): boolean =>
  mark === true ||
  (depth < DEEPEST_MODULE &&
    typeof mark === 'object' &&
    mark !== null &&
    Object.values(mark).some((one) => anyMark(one, depth + 1)))
