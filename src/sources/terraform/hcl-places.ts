import { posix } from 'node:path'
import type { Candidate } from '../candidate.js'
import type { Document } from '../documents/document.js'
import type { ReadContext } from '../source.js'
import { addressParts } from './addresses.js'
import { localFolder, type Module, type ModuleReader, moduleReader } from './modules.js'
import { type PlacedBlock, placeIn } from './overrides.js'
import type { HclPlace } from './plan-resources.js'

/** Finds the lines of a configuration in which the resources of its plan are written. */
export const hclPlaces = (
  files: readonly Candidate[],
  context: ReadContext,
  first: number,
): { readonly place: HclPlace; readonly documents: readonly Document[] } | undefined => {
  const own = files[0]
  if (!own) return undefined
  const reader = moduleReader(files, context.tree, first)
  const root = reader.read(posix.dirname(own.file))
  if (!root) return undefined
  // A place is looked up for each resource of a plan, so that every folder has to be read before.
  const found = new Map<string, PlacedBlock | undefined>()
  return {
    documents: reader.documents,
    place: (address, route) => {
      const { modules, resource } = addressParts(address)
      const name = [...modules, resource].join(' ')
      if (!found.has(name)) found.set(name, blockAt(reader, root, modules, resource))
      const at = found.get(name)
      if (!at) return undefined
      const within = route[0] === 'values' ? route.slice(1) : route
      const { document, index } = placeIn(at, within)
      return { document, route: [index, ...within], address: context.address(address) }
    },
  }
}

const blockAt = (
  reader: ModuleReader,
  root: Module,
  modules: readonly string[],
  resource: string,
): PlacedBlock | undefined => {
  let module: Module | undefined = root
  for (const name of modules) module = module && calledModule(reader, module, name)
  return module?.resources.find(({ block }) => block.labels.join('.') === resource)
}

const calledModule = (reader: ModuleReader, caller: Module, name: string): Module | undefined => {
  const source = caller.calls.get(name)?.block.body.attributes.find((one) => one.name === 'source')?.value
  const text = source?.is === 'template' ? source.parts[0] : undefined
  const folder = typeof text === 'string' ? localFolder(text, caller.folder) : undefined
  return folder === undefined ? undefined : reader.read(folder)
}
