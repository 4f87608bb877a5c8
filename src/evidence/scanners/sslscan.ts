import type { Placed, Scanner } from './scanner.js'
import { nothingSeen, proven, type TlsSeen, tlsObservation } from './tls-endpoint.js'
import { dayOf, portOf } from './values.js'
import { childOf, descendants, type Element, elementOf } from './xml-element.js'

/** XML of sslscan 2 (rbsec/sslscan), `--xml=FILE`. It says nowhere when it was made. */
export const sslscan: Scanner = {
  id: 'sslscan',
  title: 'sslscan',
  format: 'xml',
  recognises: (value) => {
    const { name, attributes } = elementOf(value)
    return name === 'document' && attributes['title'] === 'SSLScan Results'
  },
  read: (value, { writtenAt }) => {
    const root = elementOf(value)
    const version = root.attributes['version']
    return {
      tool: { name: 'sslscan', ...(version === undefined ? {} : { version }) },
      observations: descendants(root, 'ssltest').flatMap((test) =>
        observationOf(test, `sslscan${version === undefined ? '' : ` ${version}`}`, writtenAt),
      ),
      notRead: {},
    }
  },
}

const observationOf = (test: Element, how: string, observedAt: string | undefined): Placed[] => {
  const { host, sniname, port } = test.attributes
  const number = portOf(port)
  const name = sniname !== undefined && sniname !== '' ? sniname : host
  if (name === undefined || name === '' || number === undefined) return []
  const look = { host: name, port: number, observedAt, how, at: test.at }
  const error = descendants(test, 'error')[0]
  const protocols = descendants(test, 'protocol')
  const enabled = protocols.filter(({ attributes }) => attributes['enabled'] === '1')
  if (error) return [nothingSeen(look, error.text)]
  if (enabled.length === 0) return [nothingSeen(look, 'no version of TLS was accepted')]
  const suites = new Set(ciphersOf(test).map(({ attributes }) => attributes['sslversion']))
  const looked = {
    versions: new Set(protocols.map(versionOf)).size === ALL_VERSIONS,
    // It finds SSL 3.0 by itself, and its suites only where its OpenSSL has that.
    suites: enabled.every((one) => suites.has(versionOf(one))),
  }
  return [tlsObservation(look, proven(seenBy(test, enabled), looked), partsOf(test, enabled))]
}

/** From SSL 2.0 to TLS 1.3; with an option such as `--tls12` it asks for, and lists, fewer. */
const ALL_VERSIONS = 6

const versionOf = ({ attributes: { type, version } }: Element): string =>
  type === 'ssl' ? `SSLv${version}` : `TLSv${version}`

const seenBy = (test: Element, enabled: readonly Element[]): TlsSeen => {
  const ciphers = ciphersOf(test)
  const groups = descendants(test, 'group').map(({ attributes }) =>
    (attributes['name'] ?? '').replace(/ \(.*$/, ''),
  )
  const bits = ciphers.flatMap(({ attributes: { dhebits = '' } }) =>
    /^[1-9]\d{0,5}$/.test(dhebits) ? [Number(dhebits)] : [],
  )
  const names = ciphers.flatMap(({ attributes: { cipher } }) => cipher ?? [])
  return {
    versions: enabled.map(versionOf),
    cipherSuites: names.length === 0 ? undefined : [...new Set(names)],
    groups: groups.length === 0 ? undefined : [...new Set(groups)].filter((name) => name !== ''),
    dhBits: bits.length === 0 ? undefined : Math.min(...bits),
    certificate: certificateOf(test),
  }
}

const ciphersOf = (test: Element): readonly Element[] =>
  descendants(test, 'cipher').filter(
    ({ attributes: { status } }) => status === 'accepted' || status === 'preferred',
  )

/** The certificate of the server; of several, each stands for itself, and the first is that of its favourite key. */
const certificateOf = (test: Element): TlsSeen['certificate'] => {
  const [first] = descendants(test, 'certificate')
  if (!first) return undefined
  const textOf = (name: string): string | undefined => childOf(first, name)?.text || undefined
  const { type, bits } = childOf(first, 'pk')?.attributes ?? {}
  return {
    subject: textOf('subject'),
    issuer: textOf('issuer'),
    notBefore: dayOf(textOf('not-valid-before')),
    notAfter: dayOf(textOf('not-valid-after')),
    keyType: type === 'EC' ? 'ECDSA' : type,
    keyBits: /^\d{1,5}$/.test(bits ?? '') ? Number(bits) : undefined,
    signature: textOf('signature-algorithm'),
    publiclyTrusted: textOf('self-signed') === 'true' ? false : undefined,
  }
}

/** Facts point to the entry that shows them; of versions to the oldest. */
const partsOf = (test: Element, enabled: readonly Element[]): Readonly<Record<string, Placed['at']>> => {
  const entries: readonly (readonly [string, Element | undefined])[] = [
    ['tls.versions', enabled[0]],
    ['tls.cipherSuites', ciphersOf(test)[0]],
    ['tls.groups', descendants(test, 'group')[0]],
    ['tls.dhBits', ciphersOf(test).find(({ attributes }) => attributes['dhebits'] !== undefined)],
    ['tls.certificate', descendants(test, 'certificate')[0]],
  ]
  return Object.fromEntries(entries.flatMap(([key, element]) => (element ? [[key, element.at]] : [])))
}
