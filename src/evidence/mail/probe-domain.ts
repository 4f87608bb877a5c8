import { suiteName } from '../../knowledge/cipher-suites.js'
import type { Ask } from '../dns/client.js'
import { type ChainReport, chainsOf, type TrustStores } from '../tls/chains.js'
import { type Bounds, contact } from '../tls/contact.js'
import { type Dane, daneOf } from './dane.js'
import { type DkimKey, dkimOf } from './dkim.js'
import { type Dmarc, dmarcOf } from './dmarc.js'
import { addressesIn, type MailServers, mailServersOf } from './mail-servers.js'
import { type MtaSts, mtaStsOf, type PolicyOptions, policyNames } from './mta-sts.js'
import { type Published, tlsReporting } from './records.js'
import { type Spf, spfOf } from './spf.js'

/** How a mail server answered STARTTLS. */
export type StartTls =
  | {
      readonly kind: 'offered'
      readonly version: string
      readonly cipher: string
      readonly chain?: ChainReport
      readonly der: readonly Buffer[]
    }
  /** By its own words it has none. */
  | { readonly kind: 'not-offered'; readonly words: string }
  | { readonly kind: 'not-proven'; readonly words: string }

/** A mail server, and what was seen of it. */
export interface SeenServer {
  readonly host: string
  readonly port: number
  readonly preference: number
  readonly addresses: readonly string[]
  readonly startTls: StartTls
  readonly dane: Dane
  /** Whether the policy of MTA-STS names it; absent without one. */
  readonly inPolicy?: boolean
}

/** All that was seen of the mail of a domain. */
export interface SeenDomain {
  readonly domain: string
  readonly mail: MailServers
  readonly servers: readonly SeenServer[]
  readonly mtaSts: Published<MtaSts>
  readonly tlsReporting: Published<{ readonly text: string; readonly to: readonly string[] }>
  readonly spf: Published<Spf>
  readonly dkim: readonly { readonly selector: string; readonly key: Published<DkimKey> }[]
  readonly dmarc: Published<Dmarc>
}

/** Whom to ask, and within which bounds. */
export interface MailProbe {
  readonly ask: Ask
  readonly bounds: Bounds
  readonly stores: TrustStores
  readonly policy: PolicyOptions
  readonly selectors: readonly string[]
  /** 25; tests have another. */
  readonly smtpPort: number
}

/** Looks at the mail of a domain: its records, its policy, and one handshake with each of its servers. */
export const probeDomain = async (domain: string, probe: MailProbe): Promise<SeenDomain> => {
  const { ask, selectors, policy } = probe
  const [mail, mtaSts, reporting, spf, dmarc, dkim] = await Promise.all([
    mailServersOf(ask, domain),
    mtaStsOf(ask, domain, policy),
    tlsReporting(ask, domain),
    spfOf(ask, domain),
    dmarcOf(ask, domain),
    Promise.all(selectors.map(async (selector) => ({ selector, key: await dkimOf(ask, domain, selector) }))),
  ])
  const servers = mail.kind === 'servers' ? mail.servers : []
  const authenticated = mail.kind === 'servers' && mail.authenticated
  const seen = await Promise.all(
    servers.map(async ({ host, preference }) => ({
      ...(await serverSeen(host, { domain, mxAuthenticated: authenticated }, probe)),
      preference,
      ...(mtaSts.state === 'published' ? { inPolicy: policyNames(mtaSts, host) } : {}),
    })),
  )
  return { domain, mail, servers: seen, mtaSts, tlsReporting: reporting, spf, dkim, dmarc }
}

const serverSeen = async (
  host: string,
  served: { readonly domain: string; readonly mxAuthenticated: boolean },
  { ask, bounds, stores, smtpPort: port }: MailProbe,
): Promise<Omit<SeenServer, 'preference'>> => {
  const found = await addressesIn(ask, host)
  const addresses = found.kind === 'found' ? found.addresses : []
  const startTls: StartTls =
    found.kind === 'not-proven'
      ? found
      : addresses.length === 0
        ? { kind: 'not-proven', words: `${host} has no address` }
        : await greet({ host, port, addresses }, bounds, stores)
  const der = startTls.kind === 'offered' ? startTls.der : undefined
  const dane = await daneOf(ask, { host, port, ...served }, der)
  return { host, port, addresses, startTls, dane }
}

const greet = async (
  {
    host,
    port,
    addresses,
  }: { readonly host: string; readonly port: number; readonly addresses: readonly string[] },
  bounds: Bounds,
  stores: TrustStores,
): Promise<StartTls> => {
  const met = await contact({ host, port, protocol: 'smtp', addresses }, bounds)
  if (met.kind === 'no-tls') return { kind: 'not-offered', words: met.words }
  if (met.kind !== 'reached') return { kind: 'not-proven', words: met.words }
  if (!met.flight) return { kind: 'not-proven', words: 'it speaks SSL 2.0 alone' }
  const { hello, chain } = met.flight
  const [report] = chain ? chainsOf([chain], host, stores, new Date()) : []
  return {
    kind: 'offered',
    version: hello.version,
    cipher: suiteName(hello.suite),
    ...(report ? { chain: report } : {}),
    der: chain?.certificates ?? [],
  }
}
