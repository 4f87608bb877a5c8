import { dataFlowMap } from '../../src/engine/map-report.js'
import type { DataFlowMap } from '../../src/engine/report.js'
import { infrastructureOf } from '../infrastructure-of.js'

const PLACE = { file: 'test.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 }

/** The map of a description written in a test. */
export const mapOf = (text: string): DataFlowMap => dataFlowMap(infrastructureOf(text), () => PLACE)

/** A hospital of so many assets in four zones, whose flows follow each other like in a real one. */
export const hospital = (assets: number): DataFlowMap => {
  const kinds = ['web-app', 'api', 'container', 'relational-database', 'log-store', 'workstation']
  const zones = ['dmz', 'apps', 'data', 'wards']
  const entries = Array.from({ length: assets }, (_, index) => {
    const kind = kinds[(index * 7) % kinds.length]
    const ephi = index % 4 === 0 ? ', ephi: [stores]' : ''
    return `  - { id: ${kind}-${index}, kind: ${kind}, zone: ${zones[(index * 5) % 4]}${ephi} }`
  })
  const ids = entries.map((entry) => /id: ([\w-]+)/.exec(entry)?.[1] ?? '')
  const flows = ids.map((id, index) => {
    const to = ids[(index * 31 + 17) % assets]
    const encryption = ['', ', encryption: true', ', encryption: false'][index % 3]
    return `  - { from: ${id}, to: ${to === id ? ids[(index + 1) % assets] : to}, carries: ephi${encryption} }`
  })
  return mapOf(
    `version: 1\nzones: [${zones.map((id) => `{ id: ${id} }`).join(', ')}]\nassets:\n${entries.join('\n')}\nflows:\n${flows.join('\n')}\n`,
  )
}
