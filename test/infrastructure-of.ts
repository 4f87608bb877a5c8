import { buildInfrastructure, type Infrastructure } from '../src/model/infrastructure.js'
import type { Layer } from '../src/model/layer.js'
import type { DayText } from '../src/model/scalars/text.js'
import { readDescriptions } from '../src/sources/description/read-descriptions.js'
import { readDocument } from '../src/sources/documents/document.js'
import { problemText } from '../src/sources/documents/problem-text.js'

/**
 * The model of a description written in a test; `version: 1` may be left out. What stands below a line `--- imported`
 * or `--- observed` is claimed by that rank. What is invalid fails the test.
 */
export const infrastructureOf = (text: string, asOf = '2026-11-24' as DayText): Infrastructure => {
  const [stated = '', ...others] = text.split(/^ *--- (?=imported$|observed$)/m)
  const layers = [
    ...layersOf(stated),
    ...others.flatMap((other) => {
      const [, rank = '', rest = ''] = /^(\w+)\n([\s\S]*)$/.exec(other) ?? []
      return layersOf(rest).map((layer) => ({ ...layer, rank: rank as Layer['rank'] }))
    }),
  ]
  return buildInfrastructure(layers, asOf)
}

const layersOf = (text: string): readonly Layer[] => {
  const whole = /^version:/m.test(text) ? text : `version: 1\n${dedented(text)}`
  const read = readDocument('test.yaml', new TextEncoder().encode(whole))
  if ('problems' in read) throw new Error(read.problems.map((one) => problemText(one)).join('\n'))
  const described = readDescriptions([read.document])
  if ('problems' in described) throw new Error(described.problems.map((one) => problemText(one)).join('\n'))
  return described.layers
}

/** Takes the common indentation of the lines away. */
export const dedented = (text: string): string => {
  const lines = text.replace(/^\n+/, '').trimEnd().split('\n')
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length)
  const common = Math.min(...indents)
  return lines.map((line) => line.slice(common)).join('\n')
}
