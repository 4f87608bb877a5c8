import { entryNames } from '../model/entry-names.js'
import type { Infrastructure } from '../model/infrastructure.js'
import { isPlain } from '../model/merge.js'
import { fieldOf, type ModelPath, pathOf, segmentsOf } from '../model/path.js'
import { positionById, positionByIdentity } from '../model/positions.js'

/**
 * A path in which no entry of a list is named by its position: a flow without an id by its ends, a rule between zones
 * by its zones, anything else by what is particular of it. The same after a list was sorted otherwise.
 */
export const stablePath = (path: ModelPath, { description, asset }: Infrastructure): ModelPath => {
  // Without a number there is no position.
  if (!A_POSITION.test(path)) return path
  const segments = segmentsOf(path)
  const [list, id = ''] = segments
  const entry = list === 'assets' ? asset(id)?.value : undefined
  let value: unknown = entry ?? description
  const names = entry === undefined ? [] : segments.slice(0, 2)
  for (let index = names.length; index < segments.length; index++) {
    const step = stepInto(value, segments[index] as string, list === 'flows' && index === 1)
    value = step.value
    names.push(step.name)
  }
  return pathOf('', ...names)
}

/** The path in the words of the description, as `fieldOf` has it, without positions. */
export const stableField = (path: ModelPath, infrastructure: Infrastructure): string => {
  const segments = segmentsOf(path)
  const named = fieldOf(path) !== segments.join('.')
  return segmentsOf(stablePath(path, infrastructure))
    .slice(named ? 2 : 0)
    .map((segment) => (segment.startsWith('{') ? '*' : segment))
    .join('.')
}

const POSITION = /^\d+$/
const A_POSITION = /\/\d+(?:\/|$)/

interface Step {
  readonly name: string
  readonly value: unknown
}

/** A flow may have a port, which does not name it. */
const stepInto = (value: unknown, segment: string, byIdAlone: boolean): Step => {
  if (!Array.isArray(value))
    return {
      name: segment,
      value: isPlain(value) && Object.hasOwn(value, segment) ? value[segment] : undefined,
    }
  const named = value[(byIdAlone ? positionById : positionByIdentity)(value, segment)]
  if (named !== undefined || !POSITION.test(segment)) return { name: segment, value: named }
  const index = Number(segment)
  return { name: entryNames(value)[index] ?? segment, value: value[index] }
}
