import type { AssetKind } from '../../model/description.generated.js'
import { parseTlsVersion } from '../../model/scalars/tls-version.js'
import { defaultOf } from './claim.js'
import { imageOf, versionNumber } from './image.js'
import { CLINICAL } from './software-clinical.js'
import { SERVICES } from './software-services.js'
import { STORES } from './software-stores.js'
import type { Container } from './workload.js'

/** What is known of a port of some software. */
export interface EndpointFacts {
  readonly encryption?: 'none' | 'optional' | 'required'
  readonly auth?: 'none' | 'password' | 'certificate' | 'token' | 'sso' | 'kerberos'
  readonly clientCertificates?: 'none' | 'optional' | 'required'
  readonly versions?: readonly string[]
  /** Nothing listens there. */
  readonly closed?: boolean
}

/** What software does where it was told nothing, in versions from `since` and before `before`. */
export interface SoftwareDefault {
  readonly facts: EndpointFacts
  readonly what: string
  /** The protocols of the ports that it speaks of; all where none are named. */
  readonly of?: readonly string[]
  readonly since?: number
  readonly before?: number
}

/** A variable or an option that changes what is so by default. */
export interface Setting {
  readonly variable?: RegExp
  /** A word of the command line; its first group is the value. `--name value` is read as `--name=value`. */
  readonly word?: RegExp
  /** Looks for the value, its first group, within a text such as a file of configuration. */
  readonly within?: RegExp
  /** What each value means, in lower case; `*` is any other. */
  readonly means: Readonly<Record<string, EndpointFacts>>
  readonly of?: readonly string[]
  /** The value lists versions of TLS. */
  readonly listsVersions?: boolean
}

/** Software that images contain: what it is, where it listens, and how it is told to encrypt and to ask for log-ins. */
export interface Software {
  /** The end of the image's name, without registry, tag and digest. */
  readonly images: RegExp
  readonly title: string
  /** Absent where it may be many things. */
  readonly kind?: AssetKind
  readonly ports: readonly (readonly [port: number, protocol: string])[]
  readonly defaults?: readonly SoftwareDefault[]
  readonly settings?: readonly Setting[]
}

const SOFTWARE: readonly Software[] = [...CLINICAL, ...STORES, ...SERVICES]

/** The software of an image, if its name is one that is known. */
export const softwareOf = (image: string | undefined): Software | undefined => {
  if (image === undefined) return undefined
  const { name } = imageOf(image)
  return SOFTWARE.find(({ images }) => images.test(name))
}

/** A fact of a port: by default, or because something says so. */
export interface FoundFacts {
  readonly facts: EndpointFacts
  readonly of?: readonly string[]
  /** Where it is said; absent for a default. */
  readonly source?: Container['source']
  readonly note?: string
}

/** What is known of the ports of a container, weakest first. */
export const portFacts = (software: Software, container: Container): readonly FoundFacts[] => {
  const version = versionNumber(imageOf(container.image?.value ?? '').tag)
  const defaults = (software.defaults ?? [])
    .filter((one) => holds(one, version))
    .map(({ facts, what, of }) => ({
      facts,
      note: defaultOf(software.title, what),
      ...(of ? { of } : {}),
    }))
  return [...defaults, ...(software.settings ?? []).flatMap((setting) => settingFacts(setting, container))]
}

const holds = ({ since, before }: SoftwareDefault, version: number | undefined): boolean => {
  if (since === undefined && before === undefined) return true
  return version !== undefined && version >= (since ?? 0) && version < (before ?? Number.POSITIVE_INFINITY)
}

const settingFacts = (setting: Setting, container: Container): FoundFacts[] => {
  const { variable, word, means, of, listsVersions } = setting
  const told = [
    ...container.environment.flatMap(({ name, value, source }) =>
      value !== undefined && variable?.test(name) ? valuesIn(value, setting, source) : [],
    ),
    ...optionsOf(container).flatMap(({ text, source }) => {
      const found = word?.exec(text)
      return found ? [{ value: found[1] ?? '', source }] : []
    }),
  ]
  return told.flatMap(({ value, source }) => {
    const facts = listsVersions ? versionsIn(value) : (means[value.trim().toLowerCase()] ?? means['*'])
    return facts ? [{ facts, source, ...(of ? { of } : {}) }] : []
  })
}

const valuesIn = (value: string, { within }: Setting, source: Container['source']) => {
  if (!within) return [{ value, source }]
  // Files of configuration may hold remarks; those of JSON that allow them begin with two slashes.
  const found = within.exec(value.slice(0, LONGEST).replace(/(?<!:)\/\/.*$/gm, ''))
  return found ? [{ value: found[1] ?? '', source }] : []
}

const LONGEST = 64 * 1024

const versionsIn = (value: string): EndpointFacts | undefined => {
  const versions = value.split(/[,\s]+/).flatMap((one) => parseTlsVersion(one) ?? [])
  return versions.length > 0 ? { versions } : undefined
}

/** Words, and options joined with the value behind them. */
const optionsOf = ({ words }: Container) =>
  words.flatMap((word, index) => {
    const next = words[index + 1]?.text
    return next !== undefined && /^--?\w[\w.-]*$/.test(word.text) && !next.startsWith('-')
      ? [word, { text: `${word.text}=${next}`, source: word.source }]
      : [word]
  })
