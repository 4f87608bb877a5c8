import { compareRanks } from '../../model/claims.js'
import { applyDefaults } from '../../model/defaults.js'
import type { Description, Endpoint } from '../../model/description.generated.js'
import type { Layer } from '../../model/layer.js'
import { isPlain } from '../../model/merge.js'
import type { Problem } from '../../model/problem.js'
import { onceAsked } from '../../model/remembered.js'
import { nearest } from '../suggest.js'
import type { Reference } from './normalise.js'

type Names = ReadonlyMap<string, ReadonlySet<string>>

/** Names that name nothing: `flows.to: patientdb` where the asset is `patient-db`. */
export const referenceProblems = (
  references: readonly Reference[],
  layers: readonly Layer[],
  sound: boolean,
): readonly Problem[] => {
  const names = namesOf(layers)
  // Only of sound assets can endpoints be told, for defaults may add some.
  const others = sound ? otherEndpoints(layers) : () => undefined
  const problems: Problem[] = []
  for (const reference of references) {
    const problem = problemOf(reference, names, others)
    if (problem) problems.push(problem)
    if (problems.length === MOST) break
  }
  return problems
}

/** More faults than this help nobody, and for each a name like it is looked for among all. */
const MOST = 50

/** `groupId` alone, an asset with its endpoint, a class of data … */
const problemOf = (reference: Reference, names: Names, others: OtherEndpoints): Problem | undefined => {
  const { name, kinds, words } = reference
  if (words.includes(name)) return undefined
  const isPlace = kinds.includes('endpointPlace') || kinds.includes('place')
  const slash = isPlace ? name.indexOf('/') : -1
  const id = slash < 0 ? name : name.slice(0, slash)
  const spaces = kinds.map((kind) =>
    names.get(kind === 'copy' ? copiesIn(reference) : (NAME_SPACES[kind] ?? kind)),
  )
  if (!spaces.some((space) => space?.has(id)))
    return dangling(reference, id, [...spaces.flatMap((space) => [...(space ?? [])]), ...words])
  const known = slash < 0 ? undefined : others(id, name.slice(slash + 1))
  return known && danglingEndpoint(reference, id, known)
}

/** The names of the copies of one plan: a copy is made of an earlier one of the same plan. */
const copiesOf = (plan: unknown): string => `copies of ${String(plan)}`

const copiesIn = ({ document, route }: Reference): string => {
  let within: unknown = document.value
  let plan: unknown
  for (const step of route) {
    if (isPlain(within) && 'copies' in within) plan = within['id']
    within = (within as Readonly<Record<string | number, unknown>> | undefined)?.[step]
  }
  return copiesOf(plan)
}

const NAME_SPACES: Readonly<Record<string, string>> = { endpointPlace: 'asset', place: 'asset' }

const dangling = ({ document, route, kinds }: Reference, id: string, known: readonly string[]): Problem => {
  const suggestion = nearest(id, known)
  const key = String(route.filter((one) => typeof one === 'string').at(-1))
  return {
    code: 'dangling-reference',
    message: `\`${key}\` names \`${id}\`, which is nowhere described`,
    expected: `the id of ${kinds.map((kind) => KIND_WORDS[kind] ?? kind).join(', or ')}${known.length === 0 ? '; none is described' : ''}`,
    ...(suggestion === undefined ? {} : { suggestion }),
    place: document.locate(route),
  }
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  asset: 'an asset',
  vendor: 'a vendor',
  party: 'a party',
  key: 'a key',
  group: 'a group of `identity.groups`',
  zone: 'a zone',
  site: 'a site',
  data: 'named data',
  tlsPolicy: 'a TLS policy',
  endpointPlace: 'an asset, with or without `/` and its endpoint',
  copy: 'a copy of the same plan',
  plan: 'a backup plan',
  stream: 'a mail stream',
  source: 'a source',
}

const danglingEndpoint = (
  { document, route }: Reference,
  asset: string,
  known: readonly string[],
): Problem => {
  const suggestion = known.length === 1 ? known[0] : undefined
  return {
    code: 'dangling-reference',
    message: `\`${asset}\` has no such endpoint`,
    expected:
      known.length === 0
        ? `an endpoint; ${asset} has none described`
        : `one of ${known.map((one) => `${asset}/${one}`).join(', ')}`,
    ...(suggestion === undefined ? {} : { suggestion: `${asset}/${suggestion}` }),
    place: document.locate(route),
  }
}

/** Ids of a list; what is misshapen has been reported, and names nothing. */
const ids = (list: unknown): string[] =>
  (Array.isArray(list) ? list : []).flatMap((entry: unknown) =>
    isPlain(entry) && typeof entry['id'] === 'string' ? [entry['id']] : [],
  )

const namesOf = (layers: readonly Layer[]): Names => {
  const all = (read: (tree: Partial<Description>) => readonly string[]): string[] =>
    layers.flatMap(({ tree }) => read(tree))
  const plans = (tree: Partial<Description>): unknown[] =>
    Array.isArray(tree.backupPlans) ? tree.backupPlans : []
  const named: Record<string, readonly string[]> = {}
  for (const plan of layers.flatMap(({ tree }) => plans(tree))) {
    if (!isPlain(plan)) continue
    const space = copiesOf(plan['id'])
    named[space] = [...(named[space] ?? []), ...ids(plan['copies'])]
  }
  return new Map<string, ReadonlySet<string>>(
    Object.entries({
      ...named,
      asset: all(({ assets }) => ids(assets)),
      vendor: all(({ vendors }) => ids(vendors)),
      party: all(({ parties }) => ids(parties)),
      data: all(({ data }) => ids(data)),
      zone: [...all(({ zones }) => ids(zones)), 'internet'],
      site: all(({ sites }) => ids(sites)),
      key: all(({ keys }) => ids(keys)),
      group: [...all(({ identity }) => ids(identity?.groups)), 'everyone'],
      tlsPolicy: all(({ tlsPolicies }) => Object.keys(tlsPolicies ?? {})),
      plan: all(({ backupPlans }) => ids(backupPlans)),
      stream: all(({ email }) => ids(email?.streams)),
      source: all(({ sources }) => ids(sources)),
    }).map(([kind, list]) => [kind, new Set(list)] as const),
  )
}

/** A layer with those of its defaults that set endpoints: what else they set is merged later. */
const ofEndpoints = (layer: Layer): Layer => {
  const { defaults } = layer.tree
  if (defaults === undefined) return layer
  return {
    ...layer,
    tree: { ...layer.tree, defaults: defaults.filter(({ set }) => set.endpoints !== undefined) },
  }
}

/** The names of the endpoints of an asset, if they are at fault; `undefined` where a name is one of them. */
type OtherEndpoints = (asset: string, name: string) => readonly string[] | undefined

/** Endpoints may come from defaults too, so that merged assets are asked where an asset has none of that name itself. */
const otherEndpoints = (layers: readonly Layer[]): OtherEndpoints => {
  const own = onceAsked(() => ownEndpoints(layers))
  const merged = onceAsked(
    () => new Map(applyDefaults(layers.map(ofEndpoints)).map(({ asset }) => [asset.id, asset])),
  )
  return (id, name) => {
    if (
      own()
        .get(id)
        ?.some((endpoint) => namesOfEndpoint(endpoint).includes(name))
    )
      return undefined
    const names = (merged().get(id)?.endpoints ?? []).flatMap(namesOfEndpoint)
    return names.includes(name) ? undefined : names
  }
}

/** What is stated, or better known, keeps its name whatever defaults say. */
const ownEndpoints = (layers: readonly Layer[]): ReadonlyMap<string, readonly Endpoint[]> => {
  const found = new Map<string, readonly Endpoint[]>()
  for (const { rank, tree } of layers) {
    if (compareRanks(rank, 'stated') < 0) continue
    for (const { id, endpoints } of tree.assets ?? [])
      if (endpoints) found.set(id, [...(found.get(id) ?? []), ...endpoints])
  }
  return found
}

const namesOfEndpoint = ({ id, port }: Endpoint): readonly string[] =>
  [id, port].filter((one) => one !== undefined).map(String)
