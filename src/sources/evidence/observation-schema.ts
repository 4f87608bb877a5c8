import { schemaText } from '../../schemas.js'
import { descriptionSchema, type SchemaNode } from '../description/schema-node.js'

/** The kinds of things that observations are of. */
export const THING_KINDS = ['endpoint', 'mail-domain', 'asset', 'message'] as const
export type ThingKind = (typeof THING_KINDS)[number]

/** What an observation may be. */
export const STATES = ['observed', 'not-proven'] as const
export type ObservationState = (typeof STATES)[number]

/** The outermost shape of a file: what is in it is looked at one by one. */
export const fileSchema = (): SchemaNode => {
  file ??= {
    ...evidenceSchema(),
    properties: {
      ...evidenceSchema().properties,
      observations: { type: 'array', items: OBSERVATION },
    },
  }
  return file
}

let file: SchemaNode | undefined

const OBSERVATION: SchemaNode = {
  type: 'object',
  required: ['about', 'state'],
  properties: {
    state: { enum: STATES },
    about: { type: 'object', required: ['kind'], properties: { kind: { enum: THING_KINDS } } },
  },
}

const KNOWN = new Map<string, SchemaNode>()

/** The whole schema of an observation of one state, of one kind of thing. */
export const observationSchema = (state: ObservationState, kind: ThingKind): SchemaNode => {
  const name = `${state} ${kind}`
  let known = KNOWN.get(name)
  if (!known) {
    const { $defs = {} } = evidenceSchema()
    const branch = $defs[state === 'observed' ? 'Seen' : 'NotProven'] as SchemaNode
    const things = ($defs['Thing'] as SchemaNode & { readonly oneOf: readonly SchemaNode[] }).oneOf
    const about = things.find(({ properties }) => properties?.['kind']?.const === kind) as SchemaNode
    const facts = state === 'observed' ? { facts: factsSchema(kind) } : {}
    known = {
      ...branch,
      properties: { ...branch.properties, about, ...facts },
      $defs: { ...$defs, ...descriptionSchema().$defs },
    }
    KNOWN.set(name, known)
  }
  return known
}

/** Keys that say which entry of a description is meant, or how it is to be read: nobody observes them. */
const NOT_OBSERVED: ReadonlySet<string> = new Set([
  'id',
  'address',
  'corrects',
  'exceptions',
  'count',
  'name',
])

/** The schema of what may be observed of a kind of thing. */
export const factsSchema = (kind: ThingKind): SchemaNode => {
  if (kind === 'message') return evidenceSchema().$defs?.['MessageFacts'] as SchemaNode
  const whole = descriptionSchema().$defs?.[DEFINITIONS[kind]] as SchemaNode
  const left = kind === 'asset' ? NOT_OBSERVED : NO_KEYS
  const properties = Object.entries(whole.properties ?? {}).filter(([key]) => !left.has(key))
  return { ...whole, required: [], properties: Object.fromEntries(properties) }
}

const NO_KEYS: ReadonlySet<string> = new Set()

const DEFINITIONS = { endpoint: 'Endpoint', 'mail-domain': 'MailDomain', asset: 'Asset' } as const

let evidence: SchemaNode | undefined

const evidenceSchema = (): SchemaNode => {
  evidence ??= JSON.parse(schemaText('evidence')) as SchemaNode
  return evidence
}
