import type { Route, Source } from '../../model/layer.js'
import { concreteRoute, type Given, type Resource } from '../resources/resource.js'
import { changesIn, isMarked, type PlanResource, resourcesIn } from './plan-json.js'
import { type PlanConfiguration, planConfiguration } from './plan-references.js'

type Json = Readonly<Record<string, unknown>>

/** Where a resource or one of its attributes stands in the HCL of a plan; `undefined` where that is not at hand. */
export type HclPlace = (address: string, route: Route) => Source | undefined

/** The resources of the output of `terraform show -json`, of a plan or of a state. */
export const planResources = function* (
  root: Json,
  key: 'planned_values' | 'values',
  { document, address, hcl }: { document: number; address: (own: string) => string; hcl?: HclPlace },
): Generator<Resource> {
  const configuration = planConfiguration(root)
  const changes = changesIn(root)
  for (const one of resourcesIn(root, key)) {
    const own = String(one.value['address'] ?? '')
    const type = one.value['type']
    if (own === '' || typeof type !== 'string') continue
    const change = changes.get(own)
    const placeOf = (route: Route): Source =>
      hcl?.(own, route) ?? { document, route: [...one.route, ...route], address: address(own) }
    yield resourceOf(one, { own, type, change, configuration, placeOf })
  }
}

interface Around {
  readonly own: string
  readonly type: string
  readonly change: Json | undefined
  readonly configuration: PlanConfiguration
  readonly placeOf: (route: Route) => Source
}

const resourceOf = ({ value }: PlanResource, around: Around): Resource => {
  const { own, type, configuration, placeOf } = around
  const values = (value['values'] ?? {}) as Json
  const region = regionIn(values) ?? configuration.region(own)
  return {
    type,
    address: own,
    source: placeOf([]),
    ...(region === undefined ? {} : { region }),
    read: (path) => readAt(values, value['sensitive_values'], path, around),
  }
}

const regionIn = (values: Json): string | undefined => {
  const found = values['region'] ?? values['location']
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** What is absent from the configuration and computed by the provider counts as absent: its default will hold. */
const readAt = (
  values: Json,
  sensitive: unknown,
  path: Route,
  { own, change, configuration, placeOf }: Around,
): Given => {
  const { route, value, complete } = concreteRoute(values, path)
  const whole = complete
    ? route
    : [...route, ...path.slice(route.filter((step) => typeof step === 'string').length)]
  const source = placeOf(['values', ...route])
  const refs = configuration.refs(own, path)
  if (isMarked(change?.['after_unknown'], whole) || isMarked(sensitive, whole)) {
    const written = configuration.of(own) === undefined || configuration.writes(own, path)
    if (!written && !complete) return { state: 'absent', value: undefined, refs: [], source }
    const partly = typeof value === 'object' && !isMarked(sensitive, whole) ? value : undefined
    return { state: 'unknown', value: partly, refs, source }
  }
  if (!complete)
    return {
      state: refs.length > 0 && change === undefined ? 'unknown' : 'absent',
      value: undefined,
      refs,
      source,
    }
  return { state: 'known', value, refs, source }
}
