import { type Report, wayWords } from '../../engine/report.js'
import { mermaidMap } from '../../map/mermaid.js'
import { markdownBlock, markdownCode, markdownText } from '../escape.js'
import { controlWords, counted, statusWords } from '../words.js'
import { at, line, table } from './table.js'

/** Where ePHI is, how it came there, and what controls those systems. */
export function* scope({
  scope: { reached, administering },
  summary: { assets },
}: Report): Generator<string> {
  yield line('## Where ePHI is')
  yield line()
  yield line(
    `${assets.described} assets are described. ${assets.declared} are declared to hold ePHI, it reaches ${assets.inferred} more along flows, and is assumed on ${assets.assumed}. ${counted(assets.administering, 'system controls', 'systems control')} assets with ePHI.`,
  )
  yield line()
  yield* table(
    ['Place', 'What', 'How', 'Way'],
    reached.map(({ id, kind, assetKind, reach, way, stepsLeftOut, place }) => [
      markdownCode(id),
      markdownText(assetKind ?? kind),
      reach,
      way.length === 0
        ? place === undefined
          ? ''
          : `stated at ${at(place)}`
        : markdownText(wayWords({ way, ...(stepsLeftOut === undefined ? {} : { stepsLeftOut }) })),
    ]),
  )
  if (administering.length === 0) return
  yield* table(
    ['System', 'In scope because it'],
    administering.map(({ id, target, how }) => [
      markdownCode(id),
      `${controlWords({ how })} ${markdownCode(target)}`,
    ]),
  )
}

/** The picture of where data flows. */
export function* map({ map: data, system }: Report): Generator<string> {
  if (data.flows.length === 0) return
  yield line('## Where it flows')
  yield line()
  yield line(
    'Boxes are assets, hexagons vendors, rounded ends other parties. What ePHI reaches by inference is dashed, by assumption dotted. A flow in clear is red and dashed, one that is not proven dotted.',
  )
  yield line()
  yield line(markdownBlock(mermaidMap(data, system.name).trimEnd().split('\n'), 'mermaid'))
  yield line()
}

/** What was seen of each paragraph. */
export function* matrix({ matrix: rows }: Report): Generator<string> {
  yield line('## By paragraph of 45 CFR Part 164')
  yield line()
  yield* table(
    ['Paragraph', 'Safeguard', 'Kind', 'Status', 'pass', 'fail', 'unproven', 'alternative', 'Rules'],
    rows.map((one) => [
      markdownText(one.citation),
      markdownText(one.name),
      one.kind,
      one.status === 'fail' ? `**${statusWords(one)}**` : statusWords(one),
      one.counts.pass,
      one.counts.fail,
      one.counts.unproven,
      one.counts.alternative,
      one.rules.map(markdownText).join(', '),
    ]),
  )
}
