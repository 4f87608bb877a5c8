import { defineRule, endpointsOfEphi, fail, isAllowListed, pass, practice, unproven } from '#rule'

const DATA: readonly (string | undefined)[] = [
  'postgresql',
  'mysql',
  'oracle',
  'mssql',
  'mongodb',
  'redis',
  'amqp',
  'kafka',
  'mllp',
  'dicom',
  'nfs',
]
const PORTS: readonly (number | undefined)[] = [104, 2762, 4242, 9200, 11112]

export const dataPortPublic = defineRule({
  id: 'isolation/data-port-public',
  title: 'No port of a database or a clinical protocol faces the internet',
  ground: practice('164.312(a)(1)'),
  severity: 'high',
  subjects: endpointsOfEphi.where(
    'that speak to databases, queues or devices, with a log-in',
    ({ value }) => value.auth !== 'none' && (DATA.includes(value.protocol) || PORTS.includes(value.port)),
  ),
  check: (endpoint) => {
    const exposure = endpoint.at('exposure')
    if (exposure.value === undefined) return unproven(exposure)
    if (exposure.value !== 'public') return pass(exposure)
    if (isAllowListed(endpoint.asset)) return pass(endpoint.asset.access('reachableFrom'), exposure)
    const certificates = endpoint.tls('clientCertificates')
    return certificates.value === 'required' ? pass(certificates) : fail(exposure)
  },
  says: 'it faces the internet',
  why: 'Databases and devices are scanned for all the time, and one guessed password or one unpatched fault gives all records.',
  fix: 'Put it behind a VPN or a private network, or let only clients with certificates in, and state `exposure: internal`.',
  references: ['NIST SP 800-41 Rev. 1'],
  examples: { fails: 'exposure: public', passes: 'exposure: internal' },
})
