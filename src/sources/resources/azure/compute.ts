import { type Also, isSet, numberOf, yesNo } from '../facts.js'
import { claimChoice, claimDiagnostics, claimKey, claimVersions, note, VERSIONS } from './claims.js'

/** What answers the web: whether it leads plain HTTP to HTTPS, and which TLS it takes. */
export const webApp: Also = (record, linked, asset) => {
  if (!asset) return
  const endpoint = asset.endpoint(443, 'https', record.source)
  const plain = asset.endpoint(80, 'http', record.source)
  claimChoice(record.get('httpsOnly'), plain, 'encryption', ['required', 'none'], {
    value: 'none',
    what: 'an application answers over HTTP as well',
    at: record,
  })
  claimChoice(record.get('public'), endpoint, 'exposure', ['public', 'internal'], {
    value: 'public',
    what: 'an application faces the internet',
    at: record,
  })
  claimChoice(record.get('public'), plain, 'exposure', ['public', 'internal'], {
    value: 'public',
    what: 'an application faces the internet',
    at: record,
  })
  claimVersions(record.get('minTls'), endpoint, {
    value: '1.2',
    what: 'an application asks for TLS 1.2',
    at: record,
  })
  claimChoice(record.get('clientCertificates'), endpoint, 'tls.clientCertificates', ['required', 'none'])
  claimChoice(record.get('login'), endpoint, 'auth', ['sso', 'none'])
  claimDiagnostics(record, linked, asset)
  const logs = record.get('logs')
  if (logs.state === 'known') asset.set('audit.enabled', yesNo(logs.value) ?? true, logs.source)
}

const SPOKEN: Readonly<Record<string, string>> = { Https: 'https', Http: 'http', HttpsOnly: 'https' }

/** An application gateway, by its listeners. */
export const gateway: Also = (record, linked, asset) => {
  if (!asset) return
  const ports = new Map(
    record.each('ports').map((one) => [one.get('name').value, numberOf(one.get('port').value)] as const),
  )
  for (const one of record.each('listeners')) {
    const protocol = SPOKEN[String(one.get('protocol').value)]
    const port = ports.get(one.get('port').value)
    if (protocol === undefined || port === undefined) continue
    const endpoint = asset.endpoint(port, protocol, one.get('protocol').source)
    if (record.each('addresses').some((address) => address.get('public').state !== 'absent'))
      endpoint.set('exposure', 'public', record.get('addresses').source)
    const least = record.get('minTls')
    const versions = VERSIONS[String(least.value).replace(/^TLSv1_/, 'TLS1_')]
    if (protocol === 'https' && versions) endpoint.set('tls.versions', versions, least.source)
  }
  claimDiagnostics(record, linked, asset)
}

/** A cluster of Kubernetes, by its control plane. */
export const cluster: Also = (record, linked, asset) => {
  if (!asset) return
  const endpoint = asset.endpoint(443, 'https', record.source)
  const [inside, ranges] = [record.get('private'), record.get('ranges')]
  if (inside.state === 'known' && yesNo(inside.value) === true)
    endpoint.set('exposure', 'internal', inside.source)
  else if (ranges.state === 'known' && isSet(ranges.value) === true)
    endpoint.set(
      'exposure',
      [ranges.value].flat().includes('0.0.0.0/0') ? 'public' : 'partner',
      ranges.source,
    )
  else if (inside.state !== 'unknown' && ranges.state === 'absent')
    endpoint.assume(
      'exposure',
      'public',
      record.source,
      note('the control plane of AKS answers the internet'),
    )
  const roles = record.get('roles')
  if (roles.state === 'known' && yesNo(roles.value) === false) asset.set('access.roles', false, roles.source)
  const [agent, old] = [record.get('logs'), record.get('oldLogs')]
  const logs = agent.state === 'absent' ? old : agent
  if (logs.state !== 'absent' && yesNo(logs.value) !== false) asset.set('audit.enabled', true, logs.source)
  else if (logs.state === 'known') asset.set('audit.enabled', false, logs.source)
  else asset.assume('audit.enabled', false, record.source, note('AKS sends its logs nowhere'))
  claimDiagnostics(record, linked, asset)
}

/** A managed disk. */
export const disk: Also = (record, linked, asset) => {
  const off = record.get('encrypted')
  if (!asset) return
  if (off.state === 'known' && yesNo(off.value) === false)
    asset.set('encryptionAtRest.enabled', false, off.source)
  else
    asset.assume('encryptionAtRest.enabled', true, record.source, note('managed disks are always encrypted'))
  claimKey(record, 'key', linked, asset)
}

/** A virtual machine. */
export const server: Also = (record, linked, asset) => {
  if (!asset) return
  asset.assume('encryptionAtRest.enabled', true, record.source, note('managed disks are always encrypted'))
  const passwords = record.get('passwordsOff')
  const said = passwords.state === 'known' ? yesNo(passwords.value) : undefined
  if (said !== undefined)
    asset.endpoint(22, 'ssh', passwords.source).set('ssh.passwordAuth', !said, passwords.source)
  claimDiagnostics(record, linked, asset)
}
