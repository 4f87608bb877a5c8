import type { Route, Source } from '../../model/layer.js'
import { absentAt, type Given, type Resource } from '../resources/resource.js'
import type { Declared } from './declared.js'
import { PARTS, type Part } from './parts.js'
import { type Cursor, readProperty } from './read-property.js'
import { shapeOf } from './shapes.js'

/** A resource of a template, and those that its properties stand for in other formats. */
export const resourcesOf = function* (
  declared: Declared,
  address: (own: string) => string,
): Generator<Resource> {
  const whole = wholeOf(declared, address)
  yield whole
  for (const part of PARTS[declared.type] ?? []) yield* partsOf(part, whole)
}

interface Whole extends Resource {
  readonly placeOf: (route: Route) => Source
}

const wholeOf = (declared: Declared, address: (own: string) => string): Whole => {
  const { type, scope, route, properties } = declared
  const placeOf = (at: Route): Source => ({ document: 0, route: at, address: address(declared.address) })
  const reading = { scope, shape: shapeOf(type), placeOf }
  const own: Cursor = { value: properties ?? {}, route }
  const shared = type.startsWith('AWS::Serverless::') ? globalsOf(type, declared) : undefined
  const read = (path: Route): Given => {
    if (path[0] === '@owner')
      return { state: 'unknown', value: undefined, refs: [declared.address], source: placeOf(route) }
    const given = readProperty(own, path, reading)
    const fallback = given.state === 'absent' && shared ? readProperty(shared, path, reading) : given
    return fallback.state === 'absent' ? absentAt({ source: placeOf(route.slice(0, -1)) }) : fallback
  }
  const kind =
    read(['DBClusterIdentifier']).state !== 'absent' && MEMBERS.has(type) ? `${type} in a cluster` : type
  return { type: kind, address: declared.address, source: placeOf(route.slice(0, -1)), read, placeOf }
}

/** Instances that are only a part of a cluster. */
const MEMBERS: ReadonlySet<string> = new Set(['AWS::RDS::DBInstance'])

/** What `Globals` say of all resources of a type of SAM. */
const globalsOf = (type: string, { scope }: Declared): Cursor | undefined => {
  const section = type.replace('AWS::Serverless::', '')
  const value = scope.template.globals[section]
  return value === undefined ? undefined : { value, route: ['Globals', section] }
}

const partsOf = function* ({ at, as, each }: Part, whole: Whole): Generator<Resource> {
  const path = at === '' ? [] : at.split('.')
  const given = whole.read(path)
  if (given.state === 'absent') return
  const count = each ? (Array.isArray(given.value) ? given.value.length : 0) : 1
  for (let index = 0; index < count; index++) {
    const base: Route = each ? [...path, index] : path
    yield {
      type: as,
      address: `${whole.address}.${base.length === 0 ? as : base.join('.')}`,
      source: whole.read(base).source,
      read: (own) =>
        own[0] === '@owner'
          ? whole.read(own)
          : whole.read(own[0] === '@whole' ? own.slice(1) : [...base, ...own]),
    }
  }
}
