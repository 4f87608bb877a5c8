import type { Part } from '../workloads/part.js'
import type { Variable } from '../workloads/workload.js'
import type { Cluster } from './cluster.js'
import type { Manifest } from './manifest.js'

/** The variables of a container: from whole maps first, then one by one; of several of a name the last counts. */
export const environmentOf = (container: Part, namespace: string, cluster: Cluster): readonly Variable[] => {
  const variables = new Map<string, Variable>()
  const add = (variable: Variable): void => void variables.set(variable.name, variable)
  for (const one of container.at('envFrom').items())
    for (const variable of fromMap(one, namespace, cluster)) add(variable)
  for (const one of container.at('env').items()) {
    const name = one.at('name').text
    if (name !== undefined) add(single(name, one, { namespace, cluster, variables }))
  }
  return [...variables.values()]
}

const fromMap = (part: Part, namespace: string, cluster: Cluster): readonly Variable[] => {
  const prefix = part.at('prefix').text ?? ''
  return (['ConfigMap', 'Secret'] as const).flatMap((kind) => {
    const name = part.at(kind === 'Secret' ? 'secretRef' : 'configMapRef', 'name').text
    const map = cluster.named(kind, namespace, name)
    return map ? keysOf(map).map((key) => ({ ...valueIn(map, key, part), name: `${prefix}${key}` })) : []
  })
}

interface Around {
  readonly namespace: string
  readonly cluster: Cluster
  readonly variables: ReadonlyMap<string, Variable>
}

const single = (name: string, part: Part, { namespace, cluster, variables }: Around): Variable => {
  const value = part.at('value')
  if (value.isThere) {
    const text = typeof value.value === 'string' ? expanded(value.value, variables) : value.text
    return { name, value: text, source: value.source, inClear: true }
  }
  for (const kind of ['ConfigMap', 'Secret'] as const) {
    const reference = part.at('valueFrom', kind === 'Secret' ? 'secretKeyRef' : 'configMapKeyRef')
    const map = cluster.named(kind, namespace, reference.at('name').text)
    const key = reference.at('key').text
    if (map && key !== undefined) return { ...valueIn(map, key, reference), name }
  }
  return { name, value: undefined, source: part.source, inClear: false }
}

/** `$(NAME)` stands for a variable that was set before (Kubernetes, dependent environment variables). */
const expanded = (text: string, variables: ReadonlyMap<string, Variable>): string | undefined => {
  if (/\$\{|\{\{/.test(text)) return undefined
  let isKnown = true
  const whole = text.replace(/\$\(([A-Za-z_][\w.-]{0,100})\)/g, (_, name: string) => {
    const value = variables.get(name)?.value
    if (value === undefined) isKnown = false
    return value ?? ''
  })
  return isKnown && whole.length < LONGEST ? whole : undefined
}

const LONGEST = 1024 * 1024

/** The keys of a map of settings or of secrets. */
export const keysOf = ({ part }: Manifest): readonly string[] =>
  ['data', 'stringData'].flatMap((key) =>
    part
      .at(key)
      .entries()
      .map(([name]) => name),
  )

/** What a map of settings or secrets holds under a key, in clear. */
export const clearValue = ({ kind, part }: Manifest, key: string): string | undefined => {
  const plain = kind === 'Secret' ? part.at('stringData', key) : part.at('data', key)
  if (kind !== 'Secret' || plain.isThere) return plain.text
  const coded = part.at('data', key).text
  return coded === undefined || coded.length > LONGEST
    ? undefined
    : Buffer.from(coded, 'base64').toString('utf8')
}

/** Whatever holds a secret shows itself whether it does; here only what is connected to is of interest. */
const valueIn = (map: Manifest, key: string, reference: Part): Omit<Variable, 'name'> => ({
  value: clearValue(map, key),
  source: map.kind === 'Secret' ? reference.source : map.part.at('data', key).source,
  inClear: false,
})
