import { isPlain } from '../../model/merge.js'
import { RESERVED_KEYS } from '../documents/document.js'
import type { AssetDraft } from '../resources/draft.js'
import { type Claim, claim, defaultOf } from '../workloads/claim.js'
import { imageText } from '../workloads/image.js'
import { isMighty } from '../workloads/is-mighty.js'
import type { Part } from '../workloads/part.js'
import { wordsOf } from '../workloads/words.js'
import type { Container, Target, Variable, Workload } from '../workloads/workload.js'
import { interpolated } from './interpolation.js'
import { saidAt } from './merge-tags.js'
import { exposureOf, portsOf, publishedBy } from './ports.js'
import type { Project } from './project.js'
import { addressOf, beside, each, type Layer, latest, resetIn, type Service } from './services.js'
import { hostMount, mountsOf } from './volumes.js'

/** Makes a workload of every service. */
export const workloadsOf = (services: readonly Service[], project: Project): readonly Workload[] => {
  const byName = namesOf(services)
  return services.map((service) => workloadOf(service, byName, project))
}

const workloadOf = (
  service: Service,
  byName: ReadonlyMap<string, readonly Service[]>,
  project: Project,
): Workload => {
  const published = publishedBy(service)
  const top = topOf(service)
  const named = latest(service, 'image')
  const image = imageText(named.value, named.text)
  const container: Container = {
    name: service.name,
    source: top.source,
    ...(image === undefined ? {} : { image: { value: image, source: named.source } }),
    environment: environmentOf(service, project),
    words: wordsOf(
      ['entrypoint', 'command'].flatMap((key) => {
        const part = latest(service, key)
        const parts = Array.isArray(part.value) ? part.items() : [part]
        return parts.flatMap(({ text, source }) => (text === undefined ? [] : [{ text, source }]))
      }),
    ),
    ports: portsOf(service, published),
  }
  return {
    address: service.address,
    source: top.source,
    isJob: false,
    containers: [container],
    exposure: exposureOf(service, published),
    resolve: (host) => targetOf(host, service, byName),
    needs: needsOf(service),
    describe: (asset) => describeService(service, asset),
  }
}

const topOf = ({ layers }: Service): Part => (layers.at(-1) ?? layers[0]).part

/** Every name at which a service is found by others. */
const namesOf = (services: readonly Service[]): ReadonlyMap<string, readonly Service[]> => {
  const byName = new Map<string, Service[]>()
  for (const service of services) {
    const aliases = each(service, 'networks').flatMap(({ part }) =>
      part.entries().flatMap(([, network]) =>
        network
          .at('aliases')
          .items()
          .flatMap(({ text }) => text ?? []),
      ),
    )
    const others = ['container_name', 'hostname'].flatMap((key) => latest(service, key).text ?? [])
    for (const name of new Set([service.name, ...others, ...aliases]))
      byName.set(name, [...(byName.get(name) ?? []), service])
  }
  return byName
}

/** Names are found within networks that two services share. */
const targetOf = (
  host: string,
  from: Service,
  byName: ReadonlyMap<string, readonly Service[]>,
): Target | undefined => {
  const own = networksOf(from)
  const found = byName.get(host)?.find((one) => networksOf(one).some((network) => own.includes(network)))
  return found && { address: found.address, port: (asked) => asked }
}

const networksOf = (service: Service): readonly string[] => {
  const named = each(service, 'networks').flatMap(({ part }) =>
    Array.isArray(part.value)
      ? part.items().flatMap(({ text }) => text ?? [])
      : part.entries().map(([name]) => name),
  )
  const reset = resetIn(service, 'networks')
  const left = named.filter((name) => !reset.has(name))
  return left.length > 0 ? left : ['default']
}

const needsOf = (service: Service): Workload['needs'] =>
  ['depends_on', 'links'].flatMap((key) => {
    const reset = resetIn(service, key)
    const named = each(service, key).flatMap(({ part }) =>
      Array.isArray(part.value)
        ? part
            .items()
            .flatMap(({ text, source }) => (text === undefined ? [] : [{ name: nameIn(text), source }]))
        : part.entries().map(([name, { source }]) => ({ name, source })),
    )
    return named
      .filter(({ name }) => !reset.has(name))
      .map(({ name, source }) => ({ address: addressOf(name), source }))
  })

/** `links` may name a service with an alias. */
const nameIn = (text: string): string => text.split(':')[0] ?? ''

/** Files of variables first, then what the service itself sets; of several of a name the last counts. */
const environmentOf = (service: Service, project: Project): readonly Variable[] => {
  const variables = new Map<string, Variable>()
  for (const layer of each(service, 'env_file'))
    for (const one of fromFiles(layer, project)) variables.set(one.name, one)
  const reset = resetIn(service, 'environment')
  for (const layer of each(service, 'environment'))
    for (const one of written(layer)) if (!reset.has(one.name)) variables.set(one.name, one)
  return [...variables.values()]
}

const fromFiles = ({ part, file }: Layer, project: Project): readonly Variable[] => {
  const parts = Array.isArray(part.value) ? part.items() : [part]
  return parts.flatMap((one) => {
    const path = (isPlain(one.value) ? one.at('path') : one).text
    if (path === undefined) return []
    const read = project.variablesOf(beside(file, path), () => file.document.locate(one.source.route))
    return (read?.file.lines ?? []).map(({ name, value }) => ({
      name,
      value,
      source: { document: read?.number ?? 0, route: [name], ...addressIn(one) },
      inClear: true,
    }))
  })
}

const addressIn = ({ source: { address } }: Part) => (address === undefined ? {} : { address })

const written = ({ part, file }: Layer): readonly Variable[] => {
  if (!Array.isArray(part.value))
    return part.entries().map(([name, tagged]) => {
      const one = saidAt(tagged, []).part
      return { name, value: one.text, source: one.source, inClear: true }
    })
  return part.items().flatMap((one): Variable[] => {
    const text = typeof one.value === 'string' ? one.value : ''
    const equals = text.indexOf('=')
    if (text === '') return []
    // A name alone takes its value from the shell.
    if (equals < 0) return [{ name: text, value: undefined, source: one.source, inClear: false }]
    const value = interpolated(text.slice(equals + 1), file.variables)
    return [{ name: text.slice(0, equals), value, source: one.source, inClear: true }]
  })
}

const COMPOSE = 'Docker Compose'

const describeService = (service: Service, asset: AssetDraft): void => {
  const { source } = topOf(service)
  claim(asset, 'container.privileged', privilegedOf(service))
  claim(asset, 'container.hostAccess', hostAccessOf(service))
  const user = latest(service, 'user')
  if (user.text !== undefined)
    asset.set('container.runsAsRoot', /^(?:0|root)(?::|$)/.test(user.text), user.source)
  const replicas = [latest(service, 'deploy', 'replicas'), latest(service, 'scale')].find(
    ({ isThere }) => isThere,
  )
  if (replicas?.number !== undefined) asset.set('availability.instances', replicas.number, replicas.source)
  if (!replicas?.isThere)
    asset.assume('availability.instances', 1, source, defaultOf(COMPOSE, 'a service is one container'))
  const tags = tagsOf(service)
  if (Object.keys(tags).length > 0) asset.set('tags', tags, source)
}

const privilegedOf = (service: Service): Claim<boolean> => {
  const privileged = latest(service, 'privileged')
  const mighty = each(service, 'cap_add')
    .flatMap(({ part }) => part.items())
    .find(({ text }) => isMighty(text))
  if (privileged.truth === true) return { value: true, source: privileged.source }
  if (mighty) return { value: true, source: mighty.source }
  return privileged.truth === false
    ? { value: false, source: privileged.source }
    : {
        value: false,
        source: topOf(service).source,
        note: defaultOf(COMPOSE, 'a container is not privileged'),
      }
}

const hostAccessOf = (service: Service): Claim<boolean> => {
  const mode = ['network_mode', 'pid', 'ipc', 'userns_mode', 'uts', 'cgroup']
    .map((key) => latest(service, key))
    .find(({ text }) => text === 'host')
  if (mode) return { value: true, source: mode.source }
  const mount = hostMount(mountsOf(service))
  if (mount) return { value: true, source: mount.part.source }
  const devices = latest(service, 'devices').items()[0]
  return devices
    ? { value: true, source: devices.source }
    : {
        value: false,
        source: topOf(service).source,
        note: defaultOf(COMPOSE, 'a container has namespaces of its own'),
      }
}

/** Labels and profiles, by which a description can choose services. */
const tagsOf = (service: Service): Record<string, string> => {
  const labels = each(service, 'labels').flatMap(({ part }) =>
    Array.isArray(part.value)
      ? part.items().map(({ text }): [string, string] => {
          const [key = '', ...rest] = (text ?? '').split('=')
          return [key, rest.join('=')]
        })
      : part.entries().map(([key, one]): [string, string] => [key, saidAt(one, []).part.text ?? '']),
  )
  const reset = resetIn(service, 'labels')
  const profiles = each(service, 'profiles').flatMap(({ part }) =>
    part.items().flatMap(({ text }) => text ?? []),
  )
  const left = labels.filter(([name]) => !reset.has(name))
  return Object.fromEntries(
    [...left, ...(profiles.length > 0 ? [['profile', profiles.join(',')] as [string, string]] : [])].filter(
      ([key, value]) =>
        /^[A-Za-z][\w.-]{0,60}$/.test(key) && value !== '' && value.length < 100 && !RESERVED_KEYS.has(key),
    ),
  )
}
