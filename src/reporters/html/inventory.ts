import { grouped, type MapNode, type Report, type ReportedReach, wayWords } from '../../engine/report.js'
import { whatWords } from '../../map/words.js'
import { controlWords } from '../words.js'
import type { ReportIndex } from './index-of.js'
import { type Markup, markup } from './markup.js'
import { placeText, table } from './words.js'

/** Every asset, vendor and party: what it is, where it stands, how ePHI came to it, and what was found there. */
export const inventory = ({ map, scope }: Report, index: ReportIndex): Markup => {
  const reached = new Map(scope.reached.map((one) => [one.id, one]))
  const controls = new Map(scope.administering.map((one) => [one.id, one]))
  const rows = map.nodes.map((node) => row(node, reached.get(node.id), controls.get(node.id), index))
  return table(
    'Inventory',
    ['Id', 'Name', 'What', 'Number', 'Zone', 'Run by', 'ePHI', 'How it came there', 'Findings', 'Place'],
    rows,
  )
}

const row = (
  node: MapNode,
  reached: ReportedReach | undefined,
  controls: Report['scope']['administering'][number] | undefined,
  index: ReportIndex,
): Markup => {
  const { id, kind, name, what, zone, vendor, reach, count, place } = node
  const ways = [
    ...(reached === undefined || reached.way.length === 0 ? [] : [wayWords(reached)]),
    ...(controls === undefined ? [] : [`${controlWords(controls)} ${controls.target}`]),
  ]
  return markup`<tr id="thing-${id}"><th scope="row">${id}</th><td>${name}</td><td>${whatWords(kind, what)}</td><td class="number">${grouped(count)}</td><td>${zone}</td><td>${vendor}</td><td>${reach}</td><td>${ways.join('; ')}</td><td>${found(id, index)}</td><td>${place && placeText(place)}</td></tr>\n`
}

const found = (id: string, index: ReportIndex): Markup | string => {
  const [fail, unproven] = [index.countOf(id, 'fail'), index.countOf(id, 'unproven')]
  if (fail + unproven === 0) return ''
  const words = [
    ...(fail === 0 ? [] : [`${fail} failing`]),
    ...(unproven === 0 ? [] : [`${unproven} unproven`]),
  ].join(', ')
  return markup`<a href="#findings" data-filter="thing" data-value="${id}">${words}<span class="unseen"> at ${id}</span></a>`
}
