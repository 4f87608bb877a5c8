import { expect, it } from 'vitest'
import { inboundTls } from '#rules/email/inbound-tls.js'
import { noteOf } from '#test/note-of.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/email/inbound/transport'
const system = (stated: string) => `
    system: { name: Clinic }
    vendors:
      - { id: host, responsibilities: { transmission: vendor } }
    assets:
      - { id: mail, kind: mail-server, ephi: [stores] }
      - { id: office, kind: saas, vendor: host, ephi: [stores] }
    email: { inbound: { ${stated} } }`

ruleTable(inboundTls, {
  system,
  rows: [
    ['not offered', 'transport: none', 'fail', { path, severity: 'medium' }],
    ['offered, as RFC 3207 has it', 'transport: opportunistic', 'pass'],
    ['required, which loses mail', 'transport: required', 'pass'],
    ['nothing said', 'mailServers: [mail]', 'unproven', path],
    ['a vendor takes it in', 'mailServers: [office]', 'not-applicable'],
    ['a vendor takes some in', 'mailServers: [office, mail]', 'unproven', path],
    ['a vendor is said not to offer it', 'mailServers: [office], transport: none', 'fail', path],
  ],
  also: [
    [
      'mail not described, a server with ePHI',
      'assets: [{ id: m, kind: mail-server, ephi: [stores] }]',
      'unproven',
      path,
    ],
    ['mail described, without a place', 'email: { externalAutoForward: false }', 'unproven', path],
    [
      'a stream with ePHI is enough',
      'email: { streams: [{ id: s, carries: ephi }] }\nassets: [{ id: m, kind: mail-server, ephi: none }]',
      'unproven',
    ],
  ],
  notApplicable: [
    'assets: [{ id: db, kind: server, ephi: [stores] }]',
    'assets: [{ id: m, kind: mail-server, ephi: none }]\nemail: { inbound: { transport: none } }',
    'assets: [{ id: m, kind: saas, ephi: none }]\nemail: { inbound: { transport: none, mailServers: [m] } }',
    'assets: [{ id: m, kind: saas, ephi: none }]\nemail: { inbound: { transport: none }, portal: { asset: m } }',
    'assets: [{ id: m, kind: saas, ephi: none }]\nemail: { inbound: { transport: none }, streams: [{ id: s, sender: m, carries: none }] }',
    'email: { inbound: { transport: none }, streams: [{ id: s, carries: none }] }',
  ],
  message:
    'Clinic: our mail servers do not offer TLS, so that all mail to us comes in clear (email.inbound.transport is none)',
})

it.each([
  ['transport: required', 'a server of the public MX may not require TLS (RFC 3207): mail may be lost'],
  ['transport: opportunistic', undefined],
])('notes of %s: %s', (stated, note) => expect(noteOf(inboundTls, system(stated))).toBe(note))
