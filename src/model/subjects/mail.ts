import { messageWeakness } from '../../knowledge/message-encryption.js'
import { phiClaimOf } from '../data-classes.js'
import type { Consent, MailDomain, Party, Stream } from '../description.generated.js'
import type { Reach } from '../ephi-scope.js'
import { type Fact, factOf } from '../fact.js'
import type { Infrastructure } from '../infrastructure.js'
import { pathOf } from '../path.js'
import { traitsOf } from '../traits.js'
import { type AssetSubject, assetSubject } from './asset.js'
import { ephiFlows, type FlowSubject } from './hop.js'
import { type Subject, subjectOf } from './subject.js'
import { type Thing, thing } from './things.js'

/** Whoever gets a message: only a party can be an individual. */
export interface MailRecipient {
  readonly id: string
  readonly kind: 'asset' | 'vendor' | 'party'
  readonly relationship: Party['relationship'] | undefined
}

/** A way of sending mail that carries ePHI, or may. */
export type StreamSubject = Thing<'stream', Stream> & {
  readonly sender: AssetSubject | undefined
  /** Who gets it; none where that is not stated. */
  readonly recipients: readonly MailRecipient[]
  /** Whether it goes to individuals alone, who were warned and chose to get it plainly (78 FR 5634). */
  readonly patientsChoice: boolean
  /** Whether every message is encrypted as such, with nothing that is known to be broken. */
  readonly alwaysEncrypted: boolean
  /** Partners with whom less is asked of the transport than with others. */
  readonly weakerPartners: NonNullable<Stream['partners']>
  /** Whether no message leaves in clear, as far as is stated. */
  readonly sentEncrypted: boolean
  /** Whether it stays within our own assets: on one of them, or among them. */
  readonly stays: 'on-host' | 'inside' | undefined
}

/** How much each transport asks of the other side. */
const STRENGTH = {
  none: 0,
  opportunistic: 1,
  dane: 2,
  'mta-sts': 2,
  enforced: 3,
  'enforced-verified': 4,
} as const

/**
 * Ways of sending mail that carry ePHI, or may: what a stream carries is assumed to be ePHI until it is stated, unless
 * its sender has none.
 */
export const ephiStreams = (infrastructure: Infrastructure): StreamSubject[] => {
  const carrying = new Map<string | undefined, Reach>()
  for (const connection of infrastructure.scope.connections) {
    const reach = connection.implied === 'mail' ? infrastructure.scope.carries(connection) : undefined
    if (reach !== undefined) carrying.set(connection.stream?.id, reach)
  }
  return (infrastructure.description.email?.streams ?? []).flatMap((value) => {
    const reach = carrying.get(value.id) ?? reachWithoutEnds(value, infrastructure)
    return reach === undefined ? [] : [streamSubject(infrastructure, value, reach)]
  })
}

/** A stream whose sender or recipients are not stated makes no connection, and is judged all the same. */
const reachWithoutEnds = (
  { sender, to, carries }: Stream,
  { data, scope }: Infrastructure,
): Reach | undefined => {
  if (sender !== undefined && to !== undefined && to.length > 0) return undefined
  const claim = carries === undefined ? 'unproven' : phiClaimOf(carries, data)
  if (claim !== 'unproven') return claim === 'phi' ? 'declared' : undefined
  return sender === undefined || scope.reached.has(sender) ? 'assumed' : undefined
}

const streamSubject = (infrastructure: Infrastructure, value: Stream, reach: Reach): StreamSubject => {
  const entry = value.sender === undefined ? undefined : infrastructure.asset(value.sender)
  const path = pathOf('/email/streams', value.id)
  const assets = value.sender ? [value.sender] : []
  const recipients = (value.to ?? []).map((id) => recipientOf(id, infrastructure))
  const weakerPartners = (value.partners ?? []).filter((partner) =>
    isWeaker(partner.transport, value.transport),
  )
  const encrypted = isAlwaysEncrypted(value)
  return {
    ...thing('stream', infrastructure, { id: value.id, path, value, assets }),
    reach,
    sender: entry && assetSubject(infrastructure, entry),
    recipients,
    patientsChoice: isPatientsChoice(recipients, value.consent),
    alwaysEncrypted: encrypted,
    weakerPartners,
    sentEncrypted: encrypted || (weakerPartners.length === 0 && isRefusing(value)),
    stays: staysOf(value.sender, recipients, infrastructure),
  }
}

const recipientOf = (id: string, { asset, vendors, parties }: Infrastructure): MailRecipient => ({
  id,
  kind: asset(id) ? 'asset' : vendors.has(id) ? 'vendor' : 'party',
  relationship: parties.get(id)?.relationship,
})

/** Below what is asked of others, and not enough to keep a message from going in clear. */
const isWeaker = (partner: Stream['transport'], own: Stream['transport']): boolean =>
  partner !== undefined &&
  STRENGTH[partner] < STRENGTH.enforced &&
  STRENGTH[partner] < (own === undefined ? STRENGTH.opportunistic : STRENGTH[own])

const isAlwaysEncrypted = ({ messageEncryption }: Stream): boolean => {
  if (messageEncryption === undefined || messageEncryption === 'none') return false
  const { when, algorithm } = messageEncryption
  return (
    when?.includes('always') === true && (algorithm === undefined || messageWeakness(algorithm) === undefined)
  )
}

/** Whether nothing is sent where TLS is refused, or something else than a plain message. */
const isRefusing = ({ transport, fallback }: Stream): boolean => {
  if (transport === undefined || transport === 'none') return false
  return fallback === undefined ? STRENGTH[transport] >= STRENGTH.enforced : fallback !== 'send-anyway'
}

const isPatientsChoice = (recipients: readonly MailRecipient[], consent: Consent | undefined): boolean =>
  consent?.warned === true && consent.recorded === true && areIndividuals(recipients)

/** Whether there are some, and all are individuals. */
export const areIndividuals = (recipients: readonly MailRecipient[]): boolean =>
  recipients.length > 0 && recipients.every(({ relationship }) => relationship === 'individual')

const staysOf = (
  sender: string | undefined,
  recipients: readonly MailRecipient[],
  { asset }: Infrastructure,
): StreamSubject['stays'] => {
  if (recipients.length === 0) return undefined
  if (recipients.every(({ id }) => id === sender)) return 'on-host'
  const ours = recipients.every(({ id, kind }) => kind === 'asset' && asset(id)?.value.vendor === undefined)
  return ours && asset(sender ?? '')?.value.vendor === undefined ? 'inside' : undefined
}

/** A message that may leave in clear: mail whose encryption is not assured, or a text to a telephone. */
export interface PlainMessageSubject extends Subject {
  readonly kind: 'stream' | 'flow'
  readonly consent: Fact<Consent>
  /** Who gets it, as stated. */
  readonly to: Fact<unknown>
  readonly recipients: readonly MailRecipient[]
  /** Whether it is known that it may go in clear: of mail without a stated transport it is not. */
  readonly known: boolean
}

/** Messages that are not known to be encrypted on their way. */
export const plainMessages = (infrastructure: Infrastructure): PlainMessageSubject[] => [
  ...ephiStreams(infrastructure)
    .filter(({ sentEncrypted, stays }) => !sentEncrypted && stays === undefined)
    .map((stream) => ({
      ...stream,
      consent: stream.at('consent') as Fact<Consent>,
      to: stream.at('to'),
      known: stream.value.transport !== undefined,
    })),
  ...ephiFlows(infrastructure)
    .filter(({ flow }) => flow?.medium === 'sms')
    .map((flow) => textMessage(flow)),
]

const textMessage = (flow: FlowSubject): PlainMessageSubject => {
  const { infrastructure, from, to } = flow
  const outside = to.kind === 'asset' ? from : to
  return {
    ...subjectOf(flow),
    kind: 'flow',
    consent: flow.at('consent') as Fact<Consent>,
    to: flow.at(outside === to ? 'to' : 'from'),
    recipients: [recipientOf(outside.id, infrastructure)],
    known: true,
  }
}

/** A domain that mail is sent from or comes to. */
export type MailDomainSubject = Thing<'domain', MailDomain | undefined> & {
  /** All that is stated of it; where no domain is, the list that would name them. */
  readonly stated: Fact<unknown>
  /** Whether its zone is signed, so that DANE counts; `undefined` where that is not stated. */
  readonly signed: boolean | undefined
}

/**
 * The domains of mail: those described, and those that a stream names. Where neither is stated there is one subject, of
 * which nothing is stated.
 */
export const mailDomainSubjects = (infrastructure: Infrastructure): MailDomainSubject[] => {
  const { email, system } = infrastructure.description
  if (!mailInScope(infrastructure)) return []
  const described = new Map((email?.domains ?? []).map((domain) => [domain.name, domain]))
  const named = ephiStreams(infrastructure).flatMap(({ value }) => value.domain ?? [])
  const names = [...new Set([...described.keys(), ...named])]
  const signed = new Map((system?.domains ?? []).map(({ name, dnssec }) => [name, dnssec]))
  if (names.length === 0) return [unnamedDomain(infrastructure)]
  return names.map((name) => {
    const [path, value] = [pathOf('/email/domains', name), described.get(name)]
    const base = thing('domain', infrastructure, { id: name, path, value })
    return { ...base, stated: factOf(path, value), signed: signed.get(name) }
  })
}

const unnamedDomain = (infrastructure: Infrastructure): MailDomainSubject => {
  const path = '/email/domains'
  const base = thing('domain', infrastructure, { id: 'domains of mail', path, value: undefined })
  return { ...base, stated: factOf(path, undefined), signed: undefined }
}

/**
 * Whether mail may carry ePHI: a stream does, or what sends, takes or keeps mail holds some. Where mail is described and
 * none of these is, it is taken to.
 */
export const mailInScope = (infrastructure: Infrastructure): boolean => {
  const places = mailPlaces(infrastructure)
  const { email } = infrastructure.description
  if (ephiStreams(infrastructure).length > 0) return true
  if (places.length === 0) return email !== undefined && (email.streams ?? []).length === 0
  return places.some((id) => infrastructure.scope.reached.has(id))
}

const mailPlaces = (infrastructure: Infrastructure): readonly string[] => {
  const { email } = infrastructure.description
  const named = [
    ...(email?.streams ?? []).map(({ sender }) => sender),
    ...(email?.inbound?.mailServers ?? []),
    email?.portal?.asset,
  ]
  const byKind = infrastructure.assets.filter(({ value }) => traitsOf(value.kind).mail)
  return [...named, ...byKind.map(({ id }) => id)].filter((id) => id !== undefined)
}

/** Whether mail lies in an asset: by its kind, or because mail is said to come in there. */
export const keepsMail = ({ id, traits, infrastructure }: AssetSubject): boolean =>
  (traits.mail && traits.stores) ||
  infrastructure.description.email?.inbound?.mailServers?.includes(id) === true
