import { remembered } from '../model/remembered.js'
import { sameValue } from '../model/same-value.js'
import type { EndpointSubject } from '../model/subjects/endpoint.js'
import { type FlowSettings, flowSettings } from '../model/subjects/flow-settings.js'
import type { Speaker, TlsSpeaker, TunnelSpeaker } from '../model/subjects/speaker.js'
import { offeredSuites, offeredVersions } from '../model/subjects/tls-offer.js'
import { endpointsInScope, hopsOfEphi, type Selector, selector, tlsEndpoints } from './selectors.js'

const settingsOfFlows = remembered((infrastructure) => flowSettings(hopsOfEphi.of(infrastructure)))

/** A kind of statement, and who makes it. */
interface Statement {
  readonly words: string
  /** Whether a flow makes it. */
  readonly isMade: (flow: FlowSettings) => boolean
  /** Whether an endpoint is judged, and makes it as well: then its finding is the flow’s. */
  readonly isSame: (flow: FlowSettings, endpoint: EndpointSubject) => boolean
}

/** Endpoints, and the flows that state something else of their own. */
const withFlows = <S extends Speaker>(
  endpoints: Selector<S & EndpointSubject>,
  { words, isMade, isSame }: Statement,
): Selector<S | FlowSettings> =>
  selector<S | FlowSettings>(
    `${endpoints.describes}, and flows of ePHI that state ${words} of their own`,
    (infrastructure) => [
      ...endpoints.of(infrastructure),
      ...settingsOfFlows(infrastructure).filter(
        (flow) => isMade(flow) && !flow.endpoints.some((endpoint) => isSame(flow, endpoint)),
      ),
    ],
  ).unlessVendor('transmission', ({ asset }) => asset)

const isJudgedOfTls = ({ speaksTls, reach }: EndpointSubject): boolean => speaksTls && reach !== undefined

/** Whether all that the first states of these keys is stated by the second. */
const repeats = (own: object, others: object | undefined): boolean =>
  Object.entries(own).every(
    ([key, value]) =>
      key === 'notes' ||
      value === undefined ||
      sameValue(key, value, (others as Record<string, unknown> | undefined)?.[key]),
  )

/** What states the versions of TLS that it speaks, or ought to. */
export const versionSpeakers: Selector<TlsSpeaker> = withFlows<TlsSpeaker>(tlsEndpoints, {
  words: 'versions',
  isMade: (flow) => offeredVersions(flow).value !== undefined,
  isSame: (flow, endpoint) =>
    isJudgedOfTls(endpoint) &&
    sameValue('versions', offeredVersions(flow).value, offeredVersions(endpoint).value),
})

/** What states the suites that it offers, or ought to. */
export const suiteSpeakers: Selector<TlsSpeaker> = withFlows<TlsSpeaker>(tlsEndpoints, {
  words: 'cipher suites',
  isMade: (flow) => suitesOf(flow) !== undefined,
  isSame: (flow, endpoint) =>
    isJudgedOfTls(endpoint) &&
    sameValue('suites', suitesOf(flow), suitesOf(endpoint)) &&
    (offeredVersions(flow).value === undefined || isTls13Alone(flow) === isTls13Alone(endpoint)),
})

const suitesOf = (speaker: TlsSpeaker): readonly string[] | undefined => {
  const { suites, unknown } = offeredSuites(speaker)
  if (suites === undefined && unknown.length === 0) return undefined
  return [...(suites ?? []).map(({ name }) => name), ...unknown]
}

/** Then older suites are not judged, whoever states them. */
const isTls13Alone = (speaker: TlsSpeaker): boolean =>
  offeredVersions(speaker).value?.every((version) => version === 'TLSv1.3') === true

/** What states the groups of its key exchange, or ought to. */
export const groupSpeakers: Selector<TlsSpeaker> = withFlows<TlsSpeaker>(tlsEndpoints, {
  words: 'groups',
  isMade: (flow) => Object.values(groupsOf(flow)).some((value) => value !== undefined),
  isSame: (flow, endpoint) => isJudgedOfTls(endpoint) && repeats(groupsOf(flow), groupsOf(endpoint)),
})

const groupsOf = (speaker: TlsSpeaker) => ({
  groups: speaker.tls('groups').value,
  dhBits: speaker.tls('dhBits').value,
})

/** What states the certificate that it shows, or ought to. */
export const certificateSpeakers: Selector<TlsSpeaker> = withFlows<TlsSpeaker>(tlsEndpoints, {
  words: 'a certificate',
  isMade: ({ certificate }) => certificate.value !== undefined,
  isSame: ({ certificate }, endpoint) =>
    isJudgedOfTls(endpoint) && repeats(certificate.value ?? {}, endpoint.certificate.value),
})

const speaksSsh = ({ value }: EndpointSubject): boolean =>
  value.protocol === 'ssh' || value.protocol === 'sftp'
const speaksIpsec = ({ value }: EndpointSubject): boolean =>
  value.protocol === 'ipsec' || value.ipsec !== undefined
const isInScope = ({ reach, asset }: EndpointSubject): boolean =>
  reach !== undefined || asset.controls !== undefined

/** What states its SSH, or ought to. */
export const sshSpeakers: Selector<TunnelSpeaker> = withFlows<TunnelSpeaker>(
  endpointsInScope.where('that speak SSH', speaksSsh),
  {
    words: 'settings of SSH',
    isMade: ({ ssh }) => ssh.value !== undefined,
    isSame: ({ ssh }, endpoint) =>
      isInScope(endpoint) && speaksSsh(endpoint) && repeats(ssh.value ?? {}, endpoint.value.ssh),
  },
)

/** What states its IPsec, or ought to. */
export const ipsecSpeakers: Selector<TunnelSpeaker> = withFlows<TunnelSpeaker>(
  endpointsInScope.where('that speak IPsec', speaksIpsec),
  {
    words: 'settings of IPsec',
    isMade: ({ ipsec }) => ipsec.value !== undefined,
    isSame: ({ ipsec }, endpoint) =>
      isInScope(endpoint) && speaksIpsec(endpoint) && repeats(ipsec.value ?? {}, endpoint.value.ipsec),
  },
)
