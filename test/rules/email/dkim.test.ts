import { dkim } from '#rules/email/dkim.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/email/domains/clinic.example/dkim'
const system = (email: string) => `
    assets: [{ id: mail, kind: mail-server, ephi: [stores] }]
    email: { ${email} }`

ruleTable(dkim, {
  profile: 'recommended',
  system: (stated) => system(`domains: [{ name: clinic.example, ${stated} }]`),
  rows: [
    ['not signed', 'dkim: false', 'fail', { path: `${path}/enabled`, severity: 'medium' }],
    ['signed', 'dkim: true', 'pass'],
    ['signed with 2048 bits, the bound itself', 'dkim: { enabled: true, keyBits: 2048 }', 'pass'],
    [
      'signed with one bit less',
      'dkim: { enabled: true, keyBits: 2047 }',
      'fail',
      { path: `${path}/keyBits`, severity: 'low' },
    ],
    ['signed with 1024 bits', 'dkim: { enabled: true, keyBits: 1024 }', 'fail', { severity: 'low' }],
    ['signed with less than 1024', 'dkim: { keyBits: 1023 }', 'fail', { severity: 'medium' }],
    ['signed with Ed25519', 'dkim: { enabled: true, algorithm: ed25519-sha256, keyBits: 256 }', 'pass'],
    [
      'signed with SHA-1',
      'dkim: { enabled: true, algorithm: rsa-sha1 }',
      'fail',
      { path: `${path}/algorithm`, severity: 'medium' },
    ],
    ['signed with SHA-256', 'dkim: { algorithm: rsa-sha256 }', 'pass', `${path}/algorithm`],
    ['who states the key says that it is signed', 'dkim: { keyBits: 4096 }', 'pass', `${path}/keyBits`],
    ['nothing said', 'dane: false', 'unproven', `${path}/enabled`],
  ],
  also: [['no domain said', system('externalAutoForward: false'), 'unproven', '/email/domains']],
  notApplicable: 'assets: [{ id: db, kind: server, ephi: [stores] }]',
  message: 'clinic.example: its mail is not signed (email.domains.clinic.example.dkim.enabled is false)',
})
