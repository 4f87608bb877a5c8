import { compareText } from '../model/compare-text.js'
import type { ReachStep } from '../model/ephi-scope.js'
import type { Infrastructure } from '../model/infrastructure.js'
import { masked } from '../model/value-text.js'
import type { PlaceOf } from './findings.js'
import { type Report, type ReportedReach, STEPS_AT_EACH_END } from './report.js'

/** Where ePHI is and how it came there, for people. */
export const scopeOf = (infrastructure: Infrastructure, placeOf: PlaceOf): Report['scope'] => {
  const { scope, origin } = infrastructure
  const reached = [...scope.reached.values()].map(({ id, kind, reach, path }): ReportedReach => {
    const thing = thingOf(infrastructure, id)
    const { steps, leftOut } = endsOf(scope.explain(id))
    return {
      id,
      kind,
      ...(thing?.name === undefined ? {} : { name: masked(thing.name) }),
      ...(thing?.kind === undefined ? {} : { assetKind: thing.kind }),
      reach,
      count: thing?.count ?? 1,
      place: placeOf(origin(path)),
      way: steps.map((step) => ({
        from: step.from,
        to: step.to,
        connection: step.connection,
        assumed: step.assumed,
        place: placeOf(origin(step.path)),
      })),
      ...(leftOut === 0 ? {} : { stepsLeftOut: leftOut }),
    }
  })
  const administering = [...scope.administering.values()].map(({ id, target, how, path }) => ({
    id,
    target,
    how,
    place: placeOf(origin(path)),
  }))
  return {
    reached: reached.sort((one, other) => compareText(one.kind, other.kind) || compareText(one.id, other.id)),
    administering: administering.sort((one, other) => compareText(one.id, other.id)),
  }
}

const endsOf = (
  way: readonly ReachStep[],
): { readonly steps: readonly ReachStep[]; readonly leftOut: number } => {
  const leftOut = Math.max(0, way.length - 2 * STEPS_AT_EACH_END)
  return leftOut === 0
    ? { steps: way, leftOut }
    : { steps: [...way.slice(0, STEPS_AT_EACH_END), ...way.slice(-STEPS_AT_EACH_END)], leftOut }
}

const thingOf = (
  { asset, vendors, parties }: Infrastructure,
  id: string,
): { name?: string | undefined; kind?: string | undefined; count?: number | undefined } | undefined => {
  const value = asset(id)?.value
  if (value) return { name: value.name, kind: value.kind ?? 'other', count: value.count }
  const vendor = vendors.get(id)
  return vendor ? { name: vendor.name } : parties.get(id) && { name: parties.get(id)?.name }
}
