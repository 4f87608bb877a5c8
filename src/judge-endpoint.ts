import { rules } from '../rules/index.js'
import { audit } from './audit.js'
import type { Finding } from './engine/report.js'
import type { Severity } from './knowledge/terms.js'
import type { Asset, Endpoint } from './model/description.generated.js'

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
  asOf: string,
): readonly Objection[] => {
  const endpoint = { ...facts, protocol, exposure }
  const description = {
    version: 1,
    system: { name: ID },
    assets: [{ id: ID, kind: kind ?? 'other', ephi: ['transmits'], endpoints: [endpoint] }],
  }
  const bytes = new TextEncoder().encode(JSON.stringify(description))
  const audited = audit([{ file: 'probe.json', bytes }], { asOf, rules: ASKED })
  // The description is ours: what is wrong with it is our error.
  if ('problems' in audited) throw new Error(audited.problems.map(({ message }) => message).join('; '))
  return audited.report.findings.filter(({ outcome }) => outcome === 'fail').map(objectionOf)
}

const objectionOf = ({ rule, severity, message, fix, ground, subjects }: Finding): Objection => ({
  rule,
  severity,
  words: message
    .slice(`${subjects[0]?.label ?? ''}: `.length)
    .replace(/\bendpoints\.\S*?\b(?=tls\.|encryption\b)/, ''),
  fix,
  ground: ground.citation,
})
