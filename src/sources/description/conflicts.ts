import { isPlain } from '../../model/merge.js'
import type { Problem } from '../../model/problem.js'
import { valueText } from '../../model/value-text.js'
import type { ReadTree } from './identities.js'

/** Several files are one description: a key that two of them give different values is an error at both places. */
export const conflictProblems = (trees: readonly ReadTree[]): readonly Problem[] => {
  const problems: Problem[] = []
  const first = new Map<string, { value: unknown; from: ReadTree; route: readonly string[] }>()
  for (const from of trees) {
    for (const { route, value } of leavesOf(from.tree, [])) {
      const name = route.join('\0')
      const known = first.get(name)
      if (!known) first.set(name, { value, from, route })
      else if (known.from !== from && JSON.stringify(known.value) !== JSON.stringify(value)) {
        problems.push(conflict(route, [known.value, known.from], [value, from]))
      }
    }
  }
  return problems
}

const conflict = (
  route: readonly string[],
  [one, from]: readonly [unknown, ReadTree],
  [other, at]: readonly [unknown, ReadTree],
): Problem => {
  const place = from.document.locate(route)
  return {
    code: 'conflicting-value',
    message: `\`${route.join('.')}\` has two values`,
    found: `${valueText(other)} here, ${valueText(one)} at ${place.file}:${place.line}:${place.column}`,
    expected: 'one value, in one of the files',
    place: at.document.locate(route),
    also: [place],
  }
}

/** Lists join and are no conflict; so only what lies in objects is compared. */
const leavesOf = function* (
  value: unknown,
  route: readonly string[],
): Generator<{ route: readonly string[]; value: unknown }> {
  if (Array.isArray(value)) {
    if (route.length > 1) yield { route, value }
  } else if (isPlain(value)) {
    for (const [key, one] of Object.entries(value)) yield* leavesOf(one, [...route, key])
  } else if (route[0] !== 'version') yield { route, value }
}
