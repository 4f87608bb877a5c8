import type { Route, Source } from '../../model/layer.js'
import { isShallow } from '../resources/json-text.js'
import { concreteRoute, type Given, type Resource } from '../resources/resource.js'
import type { NotRead } from '../source.js'
import { changesIn, isMarked, type PlanResource, resourcesIn } from './plan-json.js'
import { type PlanConfiguration, planConfiguration } from './plan-references.js'

type Json = Readonly<Record<string, unknown>>

/** Where a resource or one of its attributes stands in the HCL of a plan; `undefined` where that is not at hand. */
export type HclPlace = (address: string, route: Route) => Source | undefined

/** A state lists it under the address of what took its place, behind that. */
const DEPOSED = 'what was replaced and is not destroyed yet: what took its place is read'
const TWICE = 'an address that stands twice, of which the first is read'

interface Reading {
  readonly document: number
  readonly address: (own: string) => string
  readonly hcl?: HclPlace
  /** Takes what lies deeper than is read. */
  readonly notRead: NotRead[]
}

/** The resources of the output of `terraform show -json`, of a plan or of a state. */
export const planResources = function* (
  root: Json,
  key: 'planned_values' | 'values',
  { document, address, hcl, notRead }: Reading,
): Generator<Resource> {
  const configuration = planConfiguration(root)
  const changes = changesIn(root)
  const tooDeep = () => notRead.push({ what: 'module', count: 1, why: 'modules nested deeper than are read' })
  const seen = new Set<string>()
  for (const one of resourcesIn(root, key, tooDeep)) {
    const own = String(one.value['address'] ?? '')
    const type = one.value['type']
    if (own === '' || typeof type !== 'string') continue
    if (seen.has(own)) {
      notRead.push({ what: own, count: 1, why: 'deposed_key' in one.value ? DEPOSED : TWICE })
      continue
    }
    seen.add(own)
    const change = changes.get(own)
    const shown = address(own)
    const resource: Source = { document, route: one.route, address: shown }
    const placeOf = (route: Route): Source => hcl?.(own, route) ?? new PlanPlace(resource, route)
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
const readAt = (values: Json, sensitive: unknown, path: Route, around: Around): Given => {
  const { own, change, configuration } = around
  const { route, value, complete } = concreteRoute(values, path)
  const given = (state: Given['state'], known?: unknown) => new PlanGiven(state, known, around, path, route)
  const names = route.filter((step) => typeof step === 'string').length
  // Whoever reads a value goes through all of it.
  if (!isShallow(value)) return given('unknown')
  const whole = complete ? route : [...route, ...path.slice(names)]
  const secret = isMarked(sensitive, whole)
  if (secret || isMarked(change?.['after_unknown'], whole)) {
    const written = configuration.of(own) === undefined || configuration.writes(own, path)
    if (!written && !complete) return given('absent')
    return given('unknown', typeof value === 'object' && !secret ? value : undefined)
  }
  if (complete) return given('known', value)
  const hidden = change === undefined && configuration.refs(own, path).length > 0
  return given(hidden ? 'unknown' : 'absent')
}

/** What it comes from and where it stands is worked out when somebody asks: most of what is read is thrown away. */
class PlanGiven implements Given {
  constructor(
    readonly state: Given['state'],
    readonly value: unknown,
    private readonly around: Around,
    private readonly path: Route,
    private readonly route: Route,
  ) {}

  get refs(): readonly string[] {
    return this.around.configuration.refs(this.around.own, this.path)
  }
  get source(): Source {
    return this.around.placeOf(['values', ...this.route])
  }
}

/** A place in a plan. There is one for each claim, and few are ever shown. */
class PlanPlace implements Source {
  constructor(
    private readonly resource: Source,
    private readonly below: Route,
  ) {}

  get document(): number {
    return this.resource.document
  }
  get address(): string {
    return this.resource.address as string
  }
  get route(): Route {
    return this.resource.route.concat(this.below)
  }
}
