import { passesBelow, type Report } from '../engine/report.js'
import { isFindingLetThrough } from './acceptance.js'
import { counted } from './words.js'

/** What a gate lets fail: `high or worse`. */
const boundWords = ({ failOn, strict }: Report['gate']): string => {
  const severities = failOn === 'unproven' ? 'any severity' : `${failOn} or worse`
  return strict || failOn === 'unproven' ? `${severities}, failing or unproven` : severities
}

/** What came of the gate: `no finding (high or worse)`, or what fails it. What somebody accepted is there all the same. */
export const gateWords = ({
  gate,
  summary,
  findings,
}: Pick<Report, 'gate' | 'summary' | 'findings'>): string => {
  const bound = boundWords(gate)
  const { gating, exitCode, minRank } = gate
  if (exitCode === 0)
    return `no finding${findings.some(isFindingLetThrough) ? ' that nobody accepted' : ''} (${bound})`
  const weak = minRank === undefined ? 0 : passesBelow(summary.passesByRank, minRank)
  return [
    ...(gating > weak ? [`${counted(gating - weak, 'finding')} (${bound})`] : []),
    ...(weak > 0 ? [`${counted(weak, 'pass', 'passes')} on less than what is ${minRank}`] : []),
  ].join(' and ')
}
