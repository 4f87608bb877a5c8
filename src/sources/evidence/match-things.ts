import type { ObservedThing } from '../../evidence/evidence.js'
import { usualPort } from '../../knowledge/usual-ports.js'
import type { Endpoint } from '../../model/description.generated.js'
import type { AssetEntry, Infrastructure } from '../../model/infrastructure.js'
import { mailDomainSubjects } from '../../model/subjects/mail.js'

/** What an observation is of, in the words of the description. */
export type Matched =
  | { readonly kind: 'endpoint'; readonly asset: AssetEntry; readonly endpoint: Endpoint }
  | { readonly kind: 'asset'; readonly asset: AssetEntry }
  | { readonly kind: 'mail-domain'; readonly name: string }
  | { readonly kind: 'message'; readonly stream?: string }

/** What an observation belongs to, or why it belongs to nothing. */
export type Match = { readonly found: readonly Matched[] } | { readonly why: string }

/** Where an asset was imported from. */
export interface ImportedPlace {
  readonly id: string
  readonly file: string
  readonly line: number
  readonly endLine: number
}

/** Finds what observations are of. An address that several endpoints share is observed of each. */
export const thingMatcher = (
  infrastructure: Infrastructure,
  imported: readonly ImportedPlace[] = [],
): ((thing: ObservedThing) => Match) => {
  const assets = infrastructure.assets.filter(({ exceptionOf }) => exceptionOf === undefined)
  const endpoints = assets.flatMap((asset) =>
    (asset.value.endpoints ?? []).map((endpoint) => ({ kind: 'endpoint', asset, endpoint }) as const),
  )
  const byAddress = new Map<string, typeof endpoints>()
  for (const one of endpoints) {
    const key = addressOf(one.endpoint.host, portOf(one.endpoint))
    if (key !== undefined) byAddress.set(key, [...(byAddress.get(key) ?? []), one])
  }
  const names = assetNames(assets)
  return (thing) => {
    switch (thing.kind) {
      case 'endpoint':
        return endpointOf(thing, endpoints, byAddress)
      case 'asset':
        return assetOf(thing, names, imported)
      case 'mail-domain':
        return domainOf(thing.domain, infrastructure)
      case 'message':
        return messageOf(thing.stream, infrastructure)
    }
  }
}

type EndpointMatch = Extract<Matched, { readonly kind: 'endpoint' }>

const endpointOf = (
  { host, port, place }: Extract<ObservedThing, { readonly kind: 'endpoint' }>,
  endpoints: readonly EndpointMatch[],
  byAddress: ReadonlyMap<string, readonly EndpointMatch[]>,
): Match => {
  const placed = place === undefined ? [] : endpoints.filter((one) => placesOf(one).includes(place))
  if (placed.length > 0) return { found: placed }
  const found = byAddress.get(addressOf(host, port) ?? '')
  if (found) return { found }
  const named = place === undefined ? '' : `\`${place}\` is not described, and `
  return { why: `${named}no endpoint has \`host: ${host}\` and \`port: ${port}\`` }
}

const placesOf = ({ asset, endpoint: { id, port } }: EndpointMatch): readonly string[] =>
  [id, port].flatMap((name) => (name === undefined ? [] : [`${asset.id}/${name}`]))

/** Names of the DNS know no capitals, and may end in a dot. */
const addressOf = (host: string | undefined, port: number | undefined): string | undefined =>
  host === undefined || port === undefined ? undefined : `${hostKey(host)} ${port}`

const hostKey = (host: string): string => host.toLowerCase().replace(/^\[|\]$|\.$/g, '')

/** SSH is not probed, and may have been seen by others all the same. */
const SSH_PORT = 22

const portOf = ({ port, protocol }: Endpoint): number | undefined =>
  port ?? (protocol === 'ssh' ? SSH_PORT : usualPort(protocol))

type AssetNames = ReadonlyMap<string, readonly AssetEntry[]>

/** Names by which others may know an asset: its id, its address, its name, and the hosts where it answers. */
const assetNames = (assets: readonly AssetEntry[]): AssetNames => {
  const names = new Map<string, AssetEntry[]>()
  for (const asset of assets) {
    const { address, name, endpoints = [] } = asset.value
    const own = [asset.id, address, address?.slice(address.indexOf(':') + 1), name]
    const hosts = endpoints.map(({ host }) => (host === undefined ? undefined : hostKey(host)))
    for (const one of new Set([...own, ...hosts])) {
      if (one !== undefined) names.set(one, [...(names.get(one) ?? []), asset])
    }
  }
  return names
}

const assetOf = (
  { id, address }: Extract<ObservedThing, { readonly kind: 'asset' }>,
  names: AssetNames,
  imported: readonly ImportedPlace[],
): Match => {
  const written = address === undefined ? [] : importedAt(address, imported)
  if (id === undefined && written.length > 1)
    return { why: `\`${address}\` may be ${written.join(' or ')}: name its folder too` }
  const wanted = [id, written[0], address, address && hostKey(address), address && lastName(address)]
  for (const name of wanted) {
    const found = name === undefined ? undefined : names.get(name)
    if (found && found.length > 1)
      return { why: `\`${name}\` may be ${found.map((one) => one.id).join(' or ')}` }
    if (found) return { found: found.map((asset) => ({ kind: 'asset', asset })) }
  }
  return {
    why: `no asset has the id or address \`${address ?? id ?? ''}\`; state \`address\` of the asset that it is`,
  }
}

/** Ids of what was imported from a line that is named as `main.tf:12`: of several in a file the innermost. */
const importedAt = (address: string, imported: readonly ImportedPlace[]): readonly string[] => {
  const [, file, digits] = /^(.+):(\d{1,9})$/.exec(address) ?? []
  if (file === undefined) return []
  const line = Number(digits)
  const files = [...new Set(imported.map((one) => one.file))]
  // Many folders have a main.tf: only where none is named so exactly, others may be meant.
  const meant = files.includes(file) ? [file] : files.filter((one) => isSameFile(one, file))
  return meant.flatMap((name) => {
    const [first] = imported
      .filter((one) => one.file === name && one.line <= line && line <= one.endLine)
      .sort((one, other) => one.endLine - one.line - (other.endLine - other.line))
    return first ? [first.id] : []
  })
}

/** A scanner and we may have been started in different folders. */
const isSameFile = (one: string, other: string): boolean =>
  one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`)

/** The name at the end of an ARN or of a resource id of Azure and Google Cloud. */
const lastName = (address: string): string | undefined =>
  /^(arn:|\/subscriptions\/|\/?projects\/|\/\/)/.test(address) ? /[^:/]+$/.exec(address)?.[0] : undefined

const domainOf = (domain: string, infrastructure: Infrastructure): Match => {
  const wanted = hostKey(domain)
  const described = [
    ...(infrastructure.description.email?.domains ?? []).map(({ name }) => name),
    ...mailDomainSubjects(infrastructure).map(({ id }) => id),
  ]
  const name = described.find((one) => hostKey(one) === wanted)
  return name === undefined
    ? { why: `no mail domain \`${domain}\` is described` }
    : { found: [{ kind: 'mail-domain', name }] }
}

const messageOf = (stream: string | undefined, { description }: Infrastructure): Match => {
  if (stream === undefined) return { found: [{ kind: 'message' }] }
  return (description.email?.streams ?? []).some(({ id }) => id === stream)
    ? { found: [{ kind: 'message', stream }] }
    : { why: `no mail stream \`${stream}\` is described` }
}
