import { rules } from '../rules/index.js'
import { findingsOf } from './engine/findings.js'
import { judge } from './engine/judge.js'
import type { Finding } from './engine/report.js'
import type { Severity } from './knowledge/terms.js'
import type { Asset, Description, Endpoint } from './model/description.generated.js'
import { buildInfrastructure } from './model/infrastructure.js'
import type { Layer } from './model/layer.js'
import type { Place } from './model/problem.js'
import type { DayText } from './model/scalars/text.js'

/** What a rule has against what was seen of an endpoint. */
export interface Objection {
  readonly rule: string
  readonly severity: Severity
  /** What is wrong, and what was found. */
  readonly words: string
  readonly fix: string
  /** By what it is judged. */
  readonly ground: string
}

/** What a description says of an endpoint and its asset that rules want to know. */
export type Circumstances = Pick<Asset, 'kind'> & Pick<Endpoint, 'protocol' | 'exposure'>

/** The rules that a handshake can answer. */
const ASKED = rules.filter(({ id }) => /^(transmission-security|certificates)\//.test(id))

const ID = 'probed'

/**
 * Asks the rules themselves about facts of an endpoint, as if a description had stated them of an asset that transmits
 * ePHI: a probe knows no more of it. The worst comes first.
 */
export const objectionsTo = (
  facts: Partial<Endpoint>,
  { kind, protocol, exposure }: Circumstances,
  today: DayText,
): readonly Objection[] => {
  const endpoint = { ...facts, protocol, exposure }
  const tree = {
    version: 1,
    system: { name: ID },
    assets: [{ id: ID, kind: kind ?? 'other', ephi: ['transmits'], endpoints: [endpoint] }],
  }
  // What was observed is in the words of the description already, and need not be read.
  const layer: Layer = { rank: 'observed', document: 0, tree: tree as unknown as Description }
  const infrastructure = buildInfrastructure([layer], today)
  const judged = judge(infrastructure, ASKED, { today, profile: 'hipaa' }).flatMap((result) => result.judged)
  const fails = judged.filter(({ outcome }) => outcome === 'fail')
  return findingsOf(fails, infrastructure, { placeOf: () => NOWHERE }).map(objectionOf)
}

/** There is no file that it stands in. */
const NOWHERE: Place = { file: ID, line: 1, column: 1, endLine: 1, endColumn: 1 }

const objectionOf = ({ rule, severity, message, fix, ground, subjects }: Finding): Objection => ({
  rule,
  severity,
  words: message
    .slice(`${subjects[0]?.label ?? ''}: `.length)
    .replace(/\bendpoints\.\S*?\b(?=tls\.|encryption\b)/, ''),
  fix,
  ground: ground.citation,
})
