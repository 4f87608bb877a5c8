import { basename, posix } from 'node:path'
import { isPlain } from '../../model/merge.js'
import type { Candidate } from '../candidate.js'
import type { Unit } from '../source.js'
import { listIn, member } from './plan-json.js'

/** Whether a file gives values to variables. */
export const isVariables = (file: string): boolean => /\.tfvars(\.json)?$/.test(file)

/** Whether a file is a part of a configuration: in Terraform's own language, or values of its variables. */
export const isHcl = ({ file }: Candidate): boolean => /\.(tf|tofu)(\.json)?$/.test(file) || isVariables(file)

/** The output of `terraform show -json`: only that has `format_version`. */
export const isShown = ({ json, keys }: Candidate): boolean =>
  keys.has('format_version') && isPlain(json) && typeof json['format_version'] === 'string'

/** Whether what is shown is a state: what there is, and not what will be. */
export const isState = ({ json }: Candidate): boolean =>
  member(json, 'planned_values') === undefined &&
  (json as { resource_changes?: unknown }).resource_changes === undefined

/**
 * Every plan stands alone, with the state and the folder of the same configuration if they were given too; every
 * folder that no other calls as a module is a configuration.
 */
export const unitsOf = (files: readonly Candidate[]): readonly Unit[] => {
  const shown = files.filter((file) => !isHcl(file))
  const folders = rootFolders(files.filter(isHcl))
  const states = shown.filter((file) => isShown(file) && isState(file))
  const plans = shown.filter((file) => !states.includes(file))
  const taken = new Set<string>()
  const paired = plans.length === 1 && states.length === 1
  const units = (paired ? plans : shown).map((file): Unit => {
    const folder = [...folders.keys()].find(
      (one) => !taken.has(one) && declares(folders.get(one) ?? [], file),
    )
    if (folder !== undefined) taken.add(folder)
    return {
      name: nameOf(file.file),
      files: [file, ...(paired ? states : []), ...(folder === undefined ? [] : (folders.get(folder) ?? []))],
    }
  })
  const loose = [...folders].filter(([folder]) => !taken.has(folder))
  return [...units, ...loose.map(([folder, own]): Unit => ({ name: folderName(folder), files: own }))]
}

const nameOf = (file: string): string =>
  basename(file).replace(/(\.out|\.plan|\.state|\.tfplan)?\.[^.]+$/, '')

const folderName = (folder: string): string => (folder === '.' ? 'terraform' : basename(folder))

/** The folders that nobody calls, each with its own files first and those of all other folders behind. */
const rootFolders = (files: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> => {
  const byFolder = new Map<string, Candidate[]>()
  for (const file of files) {
    const folder = posix.dirname(file.file)
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file])
  }
  const called = new Set(
    [...byFolder].flatMap(([folder, own]) => own.flatMap((file) => callsIn(file, folder))),
  )
  const withCode = [...byFolder.keys()].filter((folder) =>
    byFolder.get(folder)?.some(({ file }) => !isVariables(file)),
  )
  const roots = withCode.filter((folder) => !called.has(folder))
  return new Map(
    (roots.length > 0 ? roots : withCode).map((folder) => {
      const own = byFolder.get(folder) ?? []
      return [folder, [...own, ...files.filter((file) => !own.includes(file))]] as const
    }),
  )
}

const LOCAL_SOURCE = /(?:^|[\s{,"])source"?\s*[=:]\s*"(\.{1,2}(?:\/[^"\n]*)?)"/g

const callsIn = ({ text }: Candidate, folder: string): string[] =>
  'source' in text
    ? Array.from(text.source.text.matchAll(LOCAL_SOURCE), ([, path]) =>
        posix.join(folder, path ?? '').replace(/\/$/, ''),
      )
    : []

/** Whether the resources of a plan's root are written in a folder. */
const declares = ([first, ...others]: readonly Candidate[], { json }: Candidate): boolean => {
  const root = member(member(json, 'planned_values') ?? member(json, 'values'), 'root_module')
  const folder = posix.dirname(first?.file ?? '')
  const texts = [first, ...others]
    .filter((file) => file && posix.dirname(file.file) === folder && 'source' in file.text)
    .map((file) => (file && 'source' in file.text ? file.text.source.text : ''))
  const resources = listIn(root, 'resources').filter(isPlain)
  const inJson = texts.filter((text) => /^\s*[{[]/.test(text))
  const blocks =
    resources.length > 0
      ? resources.map(({ type, name }) => `resource "${type}" "${name}"`)
      : Object.keys(member(member(member(json, 'configuration'), 'root_module'), 'module_calls') ?? {}).map(
          (name) => `module "${name}"`,
        )
  return blocks.some(
    (block) =>
      texts.some((text) => text.replace(/[ \t]+/g, ' ').includes(block)) ||
      // In JSON the names stand one within another.
      inJson.some((text) => (block.match(/"[^"]*"/g) ?? []).every((name) => text.includes(name))),
  )
}
