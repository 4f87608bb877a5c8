import { hostname } from 'node:os'
import type { MailDomain } from '../../model/description.generated.js'
import type { NotProven, Observation, Seen } from '../evidence.js'
import { worstOf } from '../tls/chains.js'
import { appliedPolicy } from './dmarc.js'
import type { SeenDomain, SeenServer } from './probe-domain.js'
import { verdictOf } from './verdict.js'

/** What was seen of the mail of a domain, and what could not be, as evidence. */
export const mailObservations = (seen: SeenDomain, now: Date): readonly Observation[] => {
  const base = {
    about: { kind: 'mail-domain', domain: seen.domain },
    observedAt: timeOf(now),
    from: hostname(),
    how: 'DNS and handshakes',
  } as const
  const facts = factsOf(seen)
  const observed: Seen[] =
    Object.keys(facts).length === 0 ? [] : [{ ...base, state: 'observed', facts, details: detailsOf(seen) }]
  const open: NotProven[] = unprovenOf(seen).map((reason) => ({ ...base, state: 'not-proven', reason }))
  return [...observed, ...open, ...seen.servers.map((server) => serverObservation(server, now))]
}

const timeOf = (now: Date): string => now.toISOString().replace(/\.\d+Z$/, 'Z')

/** That there is no record is a fact only where the resolver said so. */
const factsOf = ({
  spf,
  dkim,
  dmarc,
  mtaSts,
  tlsReporting,
  servers,
}: SeenDomain): Omit<MailDomain, 'name'> => {
  const policy = policyOf(dmarc)
  const mode = modeOf(mtaSts)
  const dane = daneOf(servers)
  const keys = dkim.flatMap(({ key }) => (key.state === 'published' ? [key] : []))
  const weakest = keys.sort((one, other) => (one.keyBits ?? 0) - (other.keyBits ?? 0))[0]
  return {
    ...spfFacts(spf),
    ...(policy === undefined ? {} : { dmarc: policy }),
    ...(mode === undefined ? {} : { mtaSts: { mode } }),
    ...(dane === undefined ? {} : { dane }),
    ...(tlsReporting.state === 'not-proven' ? {} : { tlsRpt: tlsReporting.state === 'published' }),
    ...(weakest
      ? {
          dkim: {
            enabled: true,
            algorithm: weakest.algorithm,
            ...(weakest.keyBits === undefined ? {} : { keyBits: weakest.keyBits }),
          },
        }
      : {}),
  }
}

/** Receivers that give up on a record do not let it keep anybody out. */
const spfFacts = (spf: SeenDomain['spf']): Pick<MailDomain, 'spf' | 'spfFault'> => {
  switch (spf.state) {
    case 'published':
      return { spf: spf.text, ...(spf.fault === undefined ? {} : { spfFault: spf.fault }) }
    case 'invalid':
      return { ...(spf.text === undefined ? {} : { spf: spf.text }), spfFault: spf.words }
    case 'none':
      return { spf: 'none' }
    case 'not-proven':
      return {}
  }
}

/** The record counts as it stands only where it is the domain’s own. */
const policyOf = (dmarc: SeenDomain['dmarc']): MailDomain['dmarc'] | undefined => {
  if (dmarc.state === 'not-proven') return undefined
  if (dmarc.state !== 'published') return { policy: 'none' }
  const policy = appliedPolicy(dmarc)
  return dmarc.inherited ? { policy } : { policy, record: dmarc.text }
}

const modeOf = (mtaSts: SeenDomain['mtaSts']): 'none' | 'testing' | 'enforce' | undefined =>
  mtaSts.state === 'published' ? mtaSts.mode : mtaSts.state === 'not-proven' ? undefined : 'none'

const daneOf = (servers: readonly SeenServer[]): boolean | undefined => {
  if (servers.length === 0 || servers.some(({ dane }) => dane.state === 'not-proven')) return undefined
  return servers.every(({ dane }) => dane.state === 'usable' && dane.matches !== false)
}

const unprovenOf = ({
  mail,
  spf,
  dkim,
  dmarc,
  mtaSts,
  tlsReporting,
  servers,
}: SeenDomain): readonly string[] => [
  ...(mail.kind === 'not-proven' ? [`mail servers: ${mail.words}`] : []),
  ...[
    ['SPF', spf],
    ['DMARC', dmarc],
    ['MTA-STS', mtaSts],
    ['TLS-RPT', tlsReporting],
    ...dkim.map(({ selector, key }) => [`DKIM of ${selector}`, key] as const),
  ].flatMap(([name, one]) => {
    const published = one as SeenDomain['spf']
    return published.state === 'not-proven' ? [`${String(name)}: ${published.words}`] : []
  }),
  ...(spf.state === 'published' && spf.unproven !== undefined ? [`look-ups of SPF: ${spf.unproven}`] : []),
  ...servers.flatMap(({ host, dane }) =>
    dane.state === 'not-proven' ? [`DANE of ${host}: ${dane.words}`] : [],
  ),
]

const detailsOf = (seen: SeenDomain): Readonly<Record<string, unknown>> => ({
  verdict: verdictOf(seen),
  mail: seen.mail,
  servers: seen.servers.map(({ startTls, ...server }) => ({
    ...server,
    startTls: startTls.kind === 'offered' ? { ...startTls, der: undefined } : startTls,
  })),
  mtaSts: seen.mtaSts,
  tlsReporting: seen.tlsReporting,
  spf: seen.spf,
  dkim: seen.dkim,
  dmarc: seen.dmarc,
})

/** One handshake shows a certificate, and whether there is TLS; not which versions and suites there are. */
const serverObservation = ({ host, port, startTls }: SeenServer, now: Date): Observation => {
  const base = {
    about: { kind: 'endpoint', host, port },
    observedAt: timeOf(now),
    from: hostname(),
    how: 'STARTTLS handshake',
  } as const
  if (startTls.kind === 'not-proven') return { ...base, state: 'not-proven', reason: startTls.words }
  if (startTls.kind === 'not-offered')
    return {
      ...base,
      state: 'observed',
      facts: { port, encryption: 'none' },
      details: { words: startTls.words },
    }
  const certificate = startTls.chain ? worstOf([startTls.chain]) : undefined
  return {
    ...base,
    state: 'observed',
    facts: { port, ...(certificate ? { tls: { certificate } } : {}) },
    details: { version: startTls.version, cipher: startTls.cipher, matchesHost: startTls.chain?.matchesHost },
  }
}
