import { messageWeakness } from '../knowledge/message-encryption.js'
import { assetSubject } from '../model/subjects/asset.js'
import type { EndpointSubject } from '../model/subjects/endpoint.js'
import { endpointsOf } from '../model/subjects/endpoint.js'
import {
  areIndividuals,
  keepsMail,
  type MailDomainSubject,
  type MailRecipient,
  mailInScope,
  type StreamSubject,
} from '../model/subjects/mail.js'
import type { SystemSubject } from '../model/subjects/things.js'
import { mailStreams, system } from './selectors.js'
import { unproven, type Verdict } from './verdict.js'

export { dkimFault, dmarcFault, spfFault } from '../knowledge/mail-records.js'
export { areIndividuals, keepsMail, messageWeakness }

/** The organisation, where its mail may carry ePHI. */
export const mailSystem = system.where('whose mail may carry ePHI', ({ infrastructure }) =>
  mailInScope(infrastructure),
)

/** Streams whose messages are plain unless the way is encrypted, and that leave the machine. */
export const streamsInTransit = mailStreams.where(
  'that are not encrypted as messages, and that no patient chose to get plainly',
  ({ alwaysEncrypted, patientsChoice, stays }) => !alwaysEncrypted && !patientsChoice && stays !== 'on-host',
)

/** Judges what is stated of a domain; where nothing is, what would name it is asked for. */
export const judgeDomain = (domain: MailDomainSubject, check: () => Verdict): Verdict =>
  domain.value === undefined ? unproven(domain.stated) : check()

/** Data of a stream that is labelled sensitive, with its labels: `notes (part2)`. */
export const sensitiveData = ({ value, infrastructure }: StreamSubject): readonly string[] =>
  (value.carries ?? []).flatMap((id) => {
    const labels = infrastructure.data.get(id)?.sensitivity ?? []
    return labels.length === 0 ? [] : [`${id} (${labels.join(', ')})`]
  })

/** Recipients whom no individual's choice concerns, and those of whom it is not stated what they are. */
export const otherRecipients = (
  recipients: readonly MailRecipient[],
): { readonly others: readonly string[]; readonly unstated: readonly string[] } => {
  const ids = (list: readonly MailRecipient[]) => list.map(({ id }) => id)
  const unstated = recipients.filter(
    ({ kind, relationship }) => kind === 'party' && relationship === undefined,
  )
  const others = recipients.filter((one) => one.relationship !== 'individual' && !unstated.includes(one))
  return { others: ids(others), unstated: ids(unstated) }
}

/** Whether some mail server of ours, of which we ask it, takes mail in; where none is named there may be. */
export const takesMailInItself = ({ infrastructure }: SystemSubject): boolean => {
  const named = infrastructure.description.email?.inbound?.mailServers ?? []
  const servers = named.flatMap((id) => infrastructure.asset(id) ?? [])
  return (
    servers.length === 0 ||
    servers.some((entry) => assetSubject(infrastructure, entry).runBy('transmission') !== 'vendor')
  )
}

/** Whether messages are picked up at a portal: one is described, or a stream names it. */
export const hasPortal = ({ infrastructure }: SystemSubject): boolean => {
  const { portal, streams = [] } = infrastructure.description.email ?? {}
  return portal !== undefined || streams.some(usesPortal)
}

const usesPortal = ({ messageEncryption, fallback }: StreamSubject['value']): boolean =>
  fallback === 'portal-pickup' ||
  (messageEncryption !== undefined &&
    messageEncryption !== 'none' &&
    messageEncryption.method === 'portal-pickup')

/** Whether every stream that uses the portal goes to individuals who chose plain messages. */
export const noticesByChoice = ({ infrastructure }: SystemSubject): boolean => {
  const using = mailStreams.of(infrastructure).filter(({ value }) => usesPortal(value))
  return using.length > 0 && using.every(({ patientsChoice }) => patientsChoice)
}

/** What proves who opens a link; a token may be in the link itself. */
const LOG_IN: ReadonlySet<string> = new Set(['password', 'certificate', 'sso', 'kerberos'])

/** Whether every endpoint of the portal is behind a log-in, so that a link alone opens nothing. */
export const portalAsksLogIn = ({ infrastructure }: SystemSubject): boolean => {
  const entry = infrastructure.asset(infrastructure.description.email?.portal?.asset ?? '')
  const endpoints: readonly EndpointSubject[] =
    entry === undefined ? [] : endpointsOf(assetSubject(infrastructure, entry))
  return endpoints.length > 0 && endpoints.every(({ value }) => LOG_IN.has(value.auth ?? ''))
}

/** Whether mailboxes are said to be a system of record. */
export const mailboxIsRecord = ({ infrastructure }: SystemSubject): boolean =>
  (infrastructure.description.records?.systemsOfRecord ?? []).some((id) => {
    const entry = infrastructure.asset(id)
    return entry !== undefined && keepsMail(assetSubject(infrastructure, entry))
  })
