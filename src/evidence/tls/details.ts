import { suiteName } from '../../knowledge/cipher-suites.js'
import { groupName } from '../../knowledge/key-exchange-groups.js'
import type { ChainReport } from './chains.js'
import type { GroupScan } from './groups.js'
import type { HttpAnswer } from './http.js'
import type { TlsScan } from './probe-endpoint.js'

/** What was found of one version. */
export interface VersionDetails {
  /** Names, in the order in which the server took them; of SSL 2.0 its cipher kinds. */
  readonly suites: readonly string[]
  readonly serverPrefers?: boolean
  readonly refusal?: string
  readonly unproven?: string
}

/** What is worth knowing beside the facts that rules read. */
export interface TlsDetails {
  readonly address: string
  readonly direct: boolean
  readonly versions: Readonly<Record<string, VersionDetails>>
  readonly groups: { readonly 'TLSv1.3'?: readonly string[]; readonly onlyOlder?: readonly string[] }
  /** Absent where only TLS 1.3 is spoken, which has none, and has renegotiation no more. */
  readonly compression?: boolean
  readonly secureRenegotiation?: boolean
  readonly extendedMasterSecret?: boolean
  readonly encryptThenMac?: boolean
  readonly fallbackNoticed?: boolean
  readonly clientCertificateRequested: boolean
  readonly chains: readonly ChainReport[]
  readonly http?: HttpAnswer | { readonly words: string }
  readonly plain?: string
}

/** The details of a scan, as evidence carries them. */
export const detailsOf = (scan: TlsScan, chains: readonly ChainReport[]): TlsDetails => ({
  address: scan.address,
  direct: scan.direct,
  versions: versionDetails(scan),
  groups: {
    ...(scan.groups13 ? { 'TLSv1.3': namesOf(scan.groups13) } : {}),
    ...(scan.curves ? { onlyOlder: namesOf(scan.curves) } : {}),
  },
  ...helloDetails(scan),
  ...(scan.noticesFallback === undefined ? {} : { fallbackNoticed: scan.noticesFallback }),
  clientCertificateRequested: scan.flights.some(({ certificateRequested }) => certificateRequested),
  chains,
  ...(scan.http ? { http: scan.http } : {}),
  ...(scan.plain ? { plain: scan.plain.words } : {}),
})

const namesOf = ({ groups }: GroupScan): readonly string[] => groups.map(groupName)

const versionDetails = ({ versions, ssl2, serverPrefers }: TlsScan): TlsDetails['versions'] =>
  Object.fromEntries([
    ...versions.map(({ version, suites, refusal, unproven }) => [
      version,
      {
        suites: suites.map(suiteName),
        ...(serverPrefers[version] === undefined ? {} : { serverPrefers: serverPrefers[version] }),
        ...(refusal === undefined || suites.length > 0 ? {} : { refusal }),
        ...(unproven === undefined ? {} : { unproven }),
      },
    ]),
    [
      'SSLv2',
      ssl2.kind === 'hello'
        ? { suites: ssl2.found.ciphers }
        : { suites: [], [ssl2.kind === 'refused' ? 'refusal' : 'unproven']: ssl2.words },
    ],
  ])

/** What hello messages before TLS 1.3 show; one that lacks a protection is enough. */
const helloDetails = ({ flights }: TlsScan): Partial<TlsDetails> => {
  const hellos = flights.map(({ hello }) => hello).filter(({ version }) => version !== 'TLSv1.3')
  // SSL 3.0 has no extensions but the one that answers a signal.
  const extended = hellos.filter(({ version }) => version !== 'SSLv3')
  if (hellos.length === 0) return {}
  return {
    compression: hellos.some(({ compression }) => compression),
    secureRenegotiation: hellos.every(({ renegotiation }) => renegotiation),
    ...(extended.length === 0
      ? {}
      : {
          extendedMasterSecret: extended.every(({ extendedMasterSecret }) => extendedMasterSecret),
          encryptThenMac: extended.some(({ encryptThenMac }) => encryptThenMac),
        }),
  }
}
