import { compareText } from '../model/compare-text.js'
import type { Endpoint } from '../model/description.generated.js'
import type { Infrastructure } from '../model/infrastructure.js'
import { identityOf } from '../model/merge.js'
import { type ModelPath, segmentsOf } from '../model/path.js'

/** Endpoints of the same kind on several assets, and what they lack. */
export interface LackingEndpoints {
  /** The lines that name the endpoint: a default is merged by them. Empty where nothing names it. */
  readonly head: readonly string[]
  readonly assets: Set<string>
  /** Fields of the asset, as `endpoints.auth`. */
  readonly fields: Set<string>
}

/** Facts that endpoints lack, by what names them: a default without it would belong to none of them. */
export const lackingEndpoints = (
  lacking: Iterable<readonly [path: ModelPath, field: string]>,
  { asset }: Infrastructure,
): readonly LackingEndpoints[] => {
  const found = new Map<string, LackingEndpoints>()
  for (const [path, field] of lacking) {
    const [, id = '', , name = ''] = segmentsOf(path)
    const head = headOf(endpointAt(asset(id)?.value.endpoints ?? [], name))
    const known = found.get(head.join()) ?? { head, assets: new Set(), fields: new Set() }
    found.set(head.join(), known)
    known.assets.add(id)
    known.fields.add(field)
  }
  return [...found].sort(([one], [other]) => compareText(one, other)).map(([, one]) => one)
}

const endpointAt = (endpoints: readonly Endpoint[], name: string): Endpoint | undefined =>
  endpoints.find((one) => identityOf(one) === name) ?? endpoints[Number(name)]

const headOf = ({ id, port, protocol }: Endpoint = {}): readonly string[] => {
  const named = protocol === undefined ? [] : [`protocol: ${protocol}`]
  if (port !== undefined) return [`port: ${port}`, ...named]
  return id === undefined ? named : [`id: ${id}`]
}
