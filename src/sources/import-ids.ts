import type { ReadTree } from './description/identities.js'

/** Names for what is imported: stable, of the grammar of ids, and taken by nobody else. */
export interface ImportIds {
  /** The id of a thing at an address of a source. */
  idOf(sourceId: string, address: string, prefixed: boolean): string
}

/**
 * Ids follow addresses: `module.db.aws_db_instance.main["a"]` goes by `module.db.aws_db_instance.main.a`. An entry of
 * a description with that address gives it its own id instead.
 */
export const importIds = (trees: readonly ReadTree[]): ImportIds => {
  const overlays = overlayIds(trees)
  const taken = new Set(trees.flatMap(({ tree }) => NAMED.flatMap((list) => idsIn(tree[list]))))
  const known = new Map<string, string>()
  const free = (wanted: string): string => {
    for (let number = 1; ; number++) {
      const id = number === 1 ? wanted : `${wanted}-${number}`
      if (!taken.has(id)) return id
    }
  }
  return {
    idOf: (sourceId, address, prefixed) => {
      const whole = `${sourceId}:${address}`
      let id = known.get(whole) ?? overlays.get(whole)
      if (id === undefined) {
        id = free(idFrom(prefixed ? `${sourceId}.${address}` : address))
        taken.add(id)
      }
      known.set(whole, id)
      return id
    },
  }
}

/** Assets, vendors and parties share one name space. */
const NAMED = ['assets', 'vendors', 'parties'] as const

const idsIn = (list: unknown): string[] =>
  Array.isArray(list)
    ? list.flatMap((entry: unknown) => {
        const id = (entry as { readonly id?: unknown } | null)?.id
        return typeof id === 'string' ? [id] : []
      })
    : []

const overlayIds = (trees: readonly ReadTree[]): ReadonlyMap<string, string> => {
  const assets = trees.flatMap(({ tree }) => (Array.isArray(tree['assets']) ? tree['assets'] : []))
  return new Map(
    assets.flatMap((asset: { readonly id?: unknown; readonly address?: unknown } | null) =>
      typeof asset?.address === 'string' && typeof asset.id === 'string'
        ? [[asset.address, asset.id] as const]
        : [],
    ),
  )
}

/** The address in the letters that an id may have. */
export const idFrom = (address: string): string => {
  const plain = address
    .replace(/\["?/g, '.')
    .replace(/"?\]/g, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
  return plain === '' ? 'resource' : plain
}
