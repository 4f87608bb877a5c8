import { posix } from 'node:path'
import { isPlain } from '../../model/merge.js'
import type { Place, Problem } from '../../model/problem.js'
import type { Part } from '../workloads/part.js'
import { type Said, saidAt } from './merge-tags.js'
import { type ComposeFile, type Project, partIn } from './project.js'

/** What one file says of a service. */
export interface Layer {
  readonly part: Part
  readonly file: ComposeFile
}

/** A service: what several files say of it, the weakest first. */
export interface Service {
  readonly name: string
  readonly address: string
  readonly layers: readonly [Layer, ...Layer[]]
}

/** The address of a service, without the id of the source. */
export const addressOf = (name: string): string => `services.${name}`

/** The services of a project: of its files, of what these include, and with what they extend. */
export const servicesOf = (files: readonly ComposeFile[], project: Project): readonly Service[] => {
  const layers = new Map<string, Layer[]>()
  for (const file of withIncluded(files, project)) {
    const { part: services, isLast: isAll } = saidAt(partIn(file, 'services'), [])
    if (isAll) layers.clear()
    if (services.isThere && !isPlain(services.value)) project.problems.push(notServices(file))
    for (const [name, service] of services.entries()) {
      const { part, isLast } = saidAt(service, [])
      if (isLast) layers.delete(name)
      if (isLast && !part.isThere) continue
      // What is refused anyway is not followed once more for each service.
      if (project.problems.some(({ code }) => code === 'too-deep')) continue
      const own = chainOf(name, file, { project, top: name, seen: [] })
      layers.set(name, [...(layers.get(name) ?? []), ...own])
    }
  }
  return [...layers].flatMap(([name, [first, ...others]]) =>
    first ? [{ name, address: addressOf(name), layers: [first, ...others] as const }] : [],
  )
}

const notServices = ({ document }: ComposeFile): Problem => ({
  code: 'wrong-type',
  message: '`services` is not a mapping from names to services',
  place: document.locate(['services']),
})

/** More files than this no project has. */
const MOST_FILES = 200

const withIncluded = (files: readonly ComposeFile[], project: Project): readonly ComposeFile[] => {
  const found = new Set<ComposeFile>()
  const pending = [...files].reverse()
  for (let file = pending.pop(); file && found.size < MOST_FILES; file = pending.pop()) {
    if (found.has(file)) continue
    found.add(file)
    pending.push(...includedBy(file, project).reverse())
  }
  return [...found]
}

const includedBy = (file: ComposeFile, project: Project): ComposeFile[] =>
  partIn(file, 'include')
    .items()
    .flatMap((one) => (isPlain(one.value) ? pathsIn(one.at('path')) : [one]))
    .flatMap((path) => {
      const name = path.text
      if (name === undefined) return []
      if (/^[a-z+]+:|^git@/i.test(name)) {
        project.notRead.push({
          what: name,
          count: 1,
          why: 'it lies elsewhere, and nothing is fetched',
          file: file.file,
        })
        return []
      }
      return project.open(beside(file, name), () => file.document.locate(path.source.route)) ?? []
    })

const pathsIn = (part: Part): readonly Part[] => (Array.isArray(part.value) ? part.items() : [part])

/** A path of a file, from the folder of the file that names it. */
export const beside = ({ file }: ComposeFile, path: string): string =>
  path.startsWith('/') ? path : posix.join(posix.dirname(file), path)

interface Chain {
  readonly project: Project
  /** The service that all of it becomes. */
  readonly top: string
  /** Files and services on the way. */
  readonly seen: readonly string[]
}

/** A service and what it extends, the weakest first. One that extends itself is refused. */
const chainOf = (name: string, file: ComposeFile, chain: Chain): readonly Layer[] => {
  const { project, top, seen } = chain
  const { part } = saidAt(partIn(file, 'services', project.context.address(addressOf(top))), [name])
  if (!isPlain(part.value)) {
    if (part.isThere) project.problems.push(notAService(name, part, file))
    return []
  }
  const own: Layer = { part, file }
  const extended = part.at('extends')
  const base = (isPlain(extended.value) ? extended.at('service') : extended).text
  const path = extended.at('file')
  if (base === undefined || (path.isThere && path.text === undefined)) return [own]
  // To find a place is work, and seldom asked for.
  const place = (): Place => file.document.locate(extended.source.route)
  const other = path.text === undefined ? file : project.open(beside(file, path.text), place)
  if (!other) return [own]
  const here = [...seen, stepOf(file, name)]
  const fault = faultOf(name, base, other, here)
  if (fault) {
    // Every service of a circle leads into it: to tell it once is enough.
    const known =
      fault.code !== 'dangling-reference' && project.problems.some(({ code }) => code === fault.code)
    if (!known) project.problems.push({ ...fault, place: place() })
    return [own]
  }
  return [...chainOf(base, other, { project, top, seen: here }), own]
}

/** Nobody extends more services one after another. */
const LONGEST_CHAIN = 50

const stepOf = ({ file }: ComposeFile, name: string): string => `${posix.normalize(file)} ${name}`

const faultOf = (
  name: string,
  base: string,
  other: ComposeFile,
  seen: readonly string[],
): Problem | undefined => {
  if (seen.length > LONGEST_CHAIN)
    return { code: 'too-deep', message: `\`${name}\` extends one of more than ${LONGEST_CHAIN} in a row` }
  if (seen.includes(stepOf(other, base)))
    return {
      code: 'self-reference',
      message: `\`${name}\` extends \`${base}\`, which extends it`,
      expected: 'a service that does not lead back to this one',
    }
  if (isPlain(partIn(other, 'services').at(base).value)) return undefined
  return {
    code: 'dangling-reference',
    message: `\`${name}\` extends \`${base}\`, which ${other.file} does not have`,
  }
}

const notAService = (name: string, part: Part, file: ComposeFile): Problem => ({
  code: 'wrong-type',
  message: `\`${name}\` is not a service`,
  expected: 'a mapping with `image` or `build`',
  place: file.document.locate(part.source.route),
})

/** What the strongest file says at a place of a service; a part that is not there where none does. */
export const latest = ({ layers }: Service, ...route: readonly (string | number)[]): Part => {
  const said = layers.map(({ part }) => saidAt(part, route))
  return (said.findLast(({ part, isLast }) => part.isThere || isLast) ?? (said.at(-1) as Said)).part
}

/** What each file says at a place of a service. */
export const each = ({ layers }: Service, ...route: readonly (string | number)[]): readonly Layer[] =>
  counting(layers.map(({ part, file }) => ({ ...saidAt(part, route), file }))).filter(
    ({ part }) => part.isThere,
  )

const counting = <T extends Said>(said: readonly T[]): readonly T[] =>
  said.slice(
    Math.max(
      said.findLastIndex(({ isLast }) => isLast),
      0,
    ),
  )

/** The names of a mapping of a service that the strongest file which speaks of them takes away. */
export const resetIn = (service: Service, key: string): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const { part } of each(service, key))
    for (const [name, one] of part.entries()) {
      const said = saidAt(one, [])
      if (said.isLast && !said.part.isThere) names.add(name)
      else names.delete(name)
    }
  return names
}
