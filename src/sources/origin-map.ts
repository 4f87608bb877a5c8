import type { Route, Source } from '../model/layer.js'

/** Where parts of an imported tree stand: a sparse map from routes through the tree to places in documents. */
export interface OriginMap {
  set(route: Route, source: Source): void
  /** The source of the longest known route that leads towards this one. */
  sourceOf(route: Route): Source
}

interface Branch {
  source?: Source
  readonly below: Map<string | number, Branch>
}

/** A map in which nothing has a place but the first document as a whole. */
export const originMap = (document = 0): OriginMap => {
  const root: Branch = { source: { document, route: [] }, below: new Map() }
  return {
    set: (route, source) => {
      let branch = root
      for (const step of route) {
        const next = branch.below.get(step) ?? { below: new Map() }
        branch.below.set(step, next)
        branch = next
      }
      branch.source = source
    },
    sourceOf: (route) => {
      let [branch, found]: [Branch | undefined, Source] = [root, root.source as Source]
      for (const step of route) {
        branch = branch?.below.get(step)
        if (!branch) break
        found = branch.source ?? found
      }
      return found
    },
  }
}
