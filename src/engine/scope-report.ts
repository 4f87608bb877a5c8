import type { Infrastructure } from '../model/infrastructure.js'
import { masked } from '../model/value-text.js'
import { compareText, type PlaceOf } from './findings.js'
import type { Report, ReportedReach } from './report.js'

/** Where ePHI is and how it came there, for people. */
export const scopeOf = (infrastructure: Infrastructure, placeOf: PlaceOf): Report['scope'] => {
  const { scope, origin } = infrastructure
  const reached = [...scope.reached.values()].map(({ id, kind, reach, path }): ReportedReach => {
    const thing = thingOf(infrastructure, id)
    return {
      id,
      kind,
      ...(thing?.name === undefined ? {} : { name: masked(thing.name) }),
      ...(thing?.kind === undefined ? {} : { assetKind: thing.kind }),
      reach,
      count: thing?.count ?? 1,
      place: placeOf(origin(path)),
      way: scope.explain(id).map((step) => ({
        from: step.from,
        to: step.to,
        connection: step.connection,
        assumed: step.assumed,
        place: placeOf(origin(step.path)),
      })),
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

const thingOf = (
  { asset, vendors, parties }: Infrastructure,
  id: string,
): { name?: string | undefined; kind?: string | undefined; count?: number | undefined } | undefined => {
  const value = asset(id)?.value
  if (value) return { name: value.name, kind: value.kind ?? 'other', count: value.count }
  const vendor = vendors.get(id)
  return vendor ? { name: vendor.name } : parties.get(id) && { name: parties.get(id)?.name }
}
