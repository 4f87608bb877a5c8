import type { Ask } from '../dns/client.js'

/** A host that takes mail of a domain. */
export interface MailServer {
  readonly host: string
  readonly preference: number
}

/** Who takes the mail of a domain (RFC 5321, 5.1). */
export type MailServers =
  | {
      readonly kind: 'servers'
      readonly servers: readonly MailServer[]
      readonly authenticated: boolean
      readonly implicit: boolean
    }
  /** It takes none: it says so (RFC 7505), or has neither a mail server nor an address. */
  | { readonly kind: 'none'; readonly words: string }
  | { readonly kind: 'not-proven'; readonly words: string }

/** More servers than this are not asked; senders try the first few. */
const MOST_SERVERS = 10

/** Asks who takes the mail of a domain; without MX records that is the host of that name. */
export const mailServersOf = async (ask: Ask, domain: string): Promise<MailServers> => {
  const answer = await ask(domain, 'MX')
  if (answer.kind === 'not-proven') return { kind: 'not-proven', words: answer.words }
  if (answer.kind === 'none') {
    if (!answer.nameExists) return { kind: 'none', words: 'the domain does not exist' }
    const own = await addressesIn(ask, domain)
    if (own.kind === 'not-proven') return { kind: 'not-proven', words: own.words }
    return own.addresses.length === 0
      ? { kind: 'none', words: 'it has neither MX records nor an address' }
      : {
          kind: 'servers',
          servers: [{ host: domain, preference: 0 }],
          authenticated: answer.authenticated,
          implicit: true,
        }
  }
  const servers = answer.records
    .map(({ exchange, preference }) => ({ host: exchange, preference }))
    .filter(({ host }) => host !== '')
    .sort((one, other) => one.preference - other.preference)
    .filter(({ host }, index, all) => all.findIndex((one) => one.host === host) === index)
  return servers.length === 0
    ? { kind: 'none', words: 'it says that it takes no mail (RFC 7505)' }
    : {
        kind: 'servers',
        servers: servers.slice(0, MOST_SERVERS),
        authenticated: answer.authenticated,
        implicit: false,
      }
}

/** The addresses of a host, IPv4 first. */
export const addressesIn = async (
  ask: Ask,
  host: string,
): Promise<
  | { readonly kind: 'found'; readonly addresses: readonly string[] }
  | { readonly kind: 'not-proven'; readonly words: string }
> => {
  const [four, six] = await Promise.all([ask(host, 'A'), ask(host, 'AAAA')])
  const addresses = [four, six].flatMap((one) =>
    one.kind === 'records' ? one.records.map(({ address }) => address) : [],
  )
  const open = [four, six].find((one) => one.kind === 'not-proven')
  return addresses.length === 0 && open?.kind === 'not-proven'
    ? { kind: 'not-proven', words: open.words }
    : { kind: 'found', addresses }
}
