import { defineRule, endpointsOfEphi, judgeExposure, pass, practice } from '#rule'

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
    ({ value, asset }) =>
      value.auth !== 'none' &&
      (DATA.includes(value.protocol) ||
        PORTS.includes(value.port) ||
        (value.protocol === 'other' && asset.entry.value.kind === 'relational-database')),
  ),
  check: (endpoint) => {
    const certificates = endpoint.tls('clientCertificates')
    return endpoint.value.exposure === 'public' && certificates.value === 'required'
      ? pass(certificates)
      : judgeExposure(endpoint)
  },
  says: 'it faces the internet',
  why: 'Databases and devices are scanned for all the time, and one guessed password or one unpatched fault gives all records.',
  fix: 'Put it behind a VPN or a private network, or let only clients with certificates in, and state `exposure: internal`, or `access.reachableFrom` with the zones that may come.',
  references: ['NIST SP 800-41 Rev. 1'],
  examples: { fails: 'exposure: public', passes: 'exposure: internal' },
})
