import type { DataFlowMap, MapFlow, Report } from '../../engine/report.js'
import { svgElement } from '../../map/svg.js'
import { impliedWords, PROTECTION_WORDS } from '../../map/words.js'
import { counted } from '../words.js'
import { drawn, type Markup, markup } from './markup.js'
import { placeText, table } from './words.js'

/** The picture of where data flows, and the same as a table for who cannot see it. */
export const mapSection = ({ map, system }: Report): Markup => {
  const svg = svgElement(map, system.name)
  const fits = Number(/ width="([\d.]+)"/.exec(svg)?.[1]) <= WIDEST_THAT_FITS
  return markup`<p>${flowCounts(map)} Boxes are assets, hexagons vendors, rounded ends other parties. Where there are many, those that are alike are drawn as one, and a bundle of flows looks like the worst of them.</p>
<div class="scroll picture${fits ? ' fits' : ''}" tabindex="0" role="group" aria-label="Data-flow map">${drawn(svg)}</div>
<details class="flows paper"><summary>All ${counted(map.flows.length, 'flow')} as a table</summary>
${table('Flows', ['From', 'Through', 'To', 'Data', 'ePHI', 'Protection', 'Worst leg', 'Place'], map.flows.map(flowRow))}</details>\n`
}

/** A picture of so many pixels can be shrunk to the page and still be read. */
const WIDEST_THAT_FITS = 1900

const flowCounts = ({ flows }: DataFlowMap): string => {
  const carrying = flows.filter(({ carries }) => carries !== 'none')
  const number = (protection: MapFlow['protection']) =>
    carrying.filter((flow) => flow.protection === protection).length
  return `${counted(carrying.length, 'flow carries', 'flows carry')} ePHI or may: ${number('encrypted')} encrypted, ${number('partly')} encrypted in part, ${number('not-encrypted')} in clear, ${number('unproven')} not proven.`
}

const DATA_WORDS = { both: 'both ways', to: 'is sent', from: 'is fetched' } as const

const flowRow = (flow: MapFlow): Markup => {
  const { from, via, to, data, carries, protection, hops, worstHop, implied, place } = flow
  const worst = hops.length > 1 ? hops[worstHop] : undefined
  const why = implied === undefined ? '' : ` (${impliedWords(implied)})`
  return markup`<tr><th scope="row">${from}</th><td>${via.join(', ')}</td><td>${to}${why}</td><td>${DATA_WORDS[data]}</td><td>${carries}</td><td class="protection ${protection}">${PROTECTION_WORDS[protection]}</td><td>${worst === undefined ? '' : `${worst.from} → ${worst.to}`}</td><td>${place && placeText(place)}</td></tr>\n`
}
