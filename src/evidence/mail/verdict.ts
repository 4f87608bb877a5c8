import type { SeenDomain, SeenServer } from './probe-domain.js'

/** What becomes of mail to a domain. */
export interface MailVerdict {
  /**
   * `forced`: senders who honour MTA-STS or DANE deliver over TLS or not at all. `opportunistic`: TLS is offered, and
   * whoever sits between can take the offer away. `plain`: a server offers none. `not-proven`: what would decide it did
   * not answer.
   */
  readonly kind: 'forced' | 'opportunistic' | 'plain' | 'no-mail' | 'not-proven'
  readonly words: string
}

/** Says in plain words whether mail to a domain goes encrypted. */
export const verdictOf = (seen: SeenDomain): MailVerdict => {
  const { mail, servers } = seen
  if (mail.kind === 'none') return { kind: 'no-mail', words: `It takes no mail: ${mail.words}.` }
  if (mail.kind === 'not-proven')
    return { kind: 'not-proven', words: `Nobody can tell who takes its mail: ${mail.words}.` }
  const plain = servers.filter(({ startTls }) => startTls.kind === 'not-offered')
  if (plain.length > 0)
    return {
      kind: 'plain',
      words: `Mail to it may go in clear: ${named(plain)} ${plain.length === 1 ? 'offers' : 'offer'} no TLS.`,
    }
  const open = servers.filter(({ startTls }) => startTls.kind === 'not-proven')
  if (open.length === servers.length)
    return {
      kind: 'not-proven',
      words: `None of its servers could be asked whether it offers TLS: ${wordsOf(open)}.`,
    }
  const rest = open.length === 0 ? '' : ` ${named(open)} could not be asked.`
  const forced = [daneForces(seen), policyForces(seen)].filter((one) => one !== undefined)
  if (forced.length > 0)
    return {
      kind: 'forced',
      words: `Senders who honour ${forced.join(' or ')} deliver over TLS or not at all; others take what is offered.${rest}`,
    }
  const unknown = unknownOf(seen)
  if (unknown.length > 0)
    return {
      kind: 'not-proven',
      words: `TLS is offered; whether senders are told that it must be is not proven: ${unknown.join('; ')}.${rest}`,
    }
  return {
    kind: 'opportunistic',
    words: `TLS is offered, and nothing tells senders that it must be: who sits between can take the offer away.${whyNot(seen)}${rest}`,
  }
}

/** Whether any server of a domain answered, or none had to be asked. */
export const isSeen = ({ mail, servers }: SeenDomain): boolean =>
  mail.kind === 'none' || servers.some(({ startTls }) => startTls.kind !== 'not-proven')

const daneForces = ({ servers }: SeenDomain): string | undefined =>
  servers.every(isHeldTo) ? 'DANE' : undefined

const isHeldTo = ({ dane }: SeenServer): boolean => dane.state === 'usable' && dane.matches !== false

/** What could not be looked up, and would force TLS if it is there. DANE does so only where it holds of every server. */
const unknownOf = ({ mtaSts, servers }: SeenDomain): readonly string[] => [
  ...(mtaSts.state === 'not-proven' ? [`MTA-STS (${mtaSts.words})`] : []),
  ...(servers.every((one) => isHeldTo(one) || one.dane.state === 'not-proven')
    ? servers.flatMap(({ host, dane }) =>
        dane.state === 'not-proven' ? [`DANE of ${host} (${dane.words})`] : [],
      )
    : []),
]

const policyForces = ({ mtaSts, servers }: SeenDomain): string | undefined =>
  mtaSts.state === 'published' &&
  mtaSts.mode === 'enforce' &&
  servers.some(({ inPolicy }) => inPolicy === true)
    ? 'MTA-STS'
    : undefined

/** Why what is published does not count. */
const whyNot = ({ mtaSts, servers }: SeenDomain): string => {
  const reasons = [
    mtaSts.state === 'published' && mtaSts.mode !== 'enforce'
      ? `its MTA-STS policy is in mode ${mtaSts.mode}`
      : undefined,
    mtaSts.state === 'published' && mtaSts.mode === 'enforce'
      ? 'its MTA-STS policy names none of its servers'
      : undefined,
    mtaSts.state === 'invalid' ? `its MTA-STS policy is void (${mtaSts.words})` : undefined,
    ...servers.flatMap(({ host, dane }) =>
      dane.state === 'void'
        ? [`${host} has ${dane.words}`]
        : dane.state === 'usable' && dane.matches === false
          ? [`the certificate of ${host} is none that its TLSA records name`]
          : [],
    ),
  ].filter((one) => one !== undefined)
  return reasons.length === 0 ? '' : ` But ${reasons.join('; ')}.`
}

const named = (servers: readonly SeenServer[]): string => servers.map(({ host }) => host).join(', ')

const wordsOf = (servers: readonly SeenServer[]): string =>
  servers
    .map(({ host, startTls }) => `${host}: ${startTls.kind === 'offered' ? '' : startTls.words}`)
    .join('; ')
