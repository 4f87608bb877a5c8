import { expect, it } from 'vitest'
import { sensitiveMessage } from '#rules/email/sensitive-message.js'
import { noteOf } from '#test/note-of.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/email/streams/referrals/messageEncryption'
const system = (stated: string, to = '[lab]', carries = '[chart, notes]') => `
    parties:
      - { id: patients, relationship: individual }
      - { id: lab, relationship: treatment-provider }
    data:
      - { id: chart, class: ephi }
      - { id: notes, class: ephi, sensitivity: [part2, hiv] }
    assets: [{ id: mail, kind: mail-server, ephi: [stores] }]
    email: { streams: [{ id: referrals, sender: mail, to: ${to}, carries: ${carries}, ${stated} }] }`

ruleTable(sensitiveMessage, {
  system: (stated) => system(stated),
  rows: [
    ['no encryption', 'messageEncryption: none', 'fail', { path, severity: 'medium' }],
    ['when sensitive', 'messageEncryption: { method: smime, when: sensitive }', 'pass'],
    ['always', 'messageEncryption: { method: pgp, when: always }', 'pass'],
    [
      'on request alone',
      'messageEncryption: { method: smime, when: on-request }',
      'fail',
      { path: `${path}/when`, severity: 'medium' },
    ],
    ['on request and when sensitive', 'messageEncryption: { when: [on-request, sensitive] }', 'pass'],
    ['to the gateway', 'messageEncryption: { when: always, endsAt: gateway }', 'pass'],
    [
      'with 3DES',
      'messageEncryption: { when: always, algorithm: 3DES }',
      'fail',
      { path: `${path}/algorithm`, severity: 'medium' },
    ],
    ['with AES in CBC mode', 'messageEncryption: { when: always, algorithm: AES-128-CBC }', 'pass'],
    ['when not said', 'messageEncryption: { method: smime }', 'unproven', `${path}/when`],
    ['nothing said', 'name: Referrals', 'unproven', path],
    [
      'no encryption, over verified TLS',
      'transport: enforced-verified, messageEncryption: none',
      'fail',
      { severity: 'low' },
    ],
    [
      'no encryption, over TLS',
      'transport: enforced, messageEncryption: none',
      'fail',
      { severity: 'medium' },
    ],
  ],
  also: [
    ['nothing is labelled', system('messageEncryption: none', '[lab]', '[chart]'), 'not-applicable'],
    ['no name is given to data', system('messageEncryption: none', '[lab]', 'ephi'), 'not-applicable'],
    [
      'the patients chose',
      system('messageEncryption: none, consent: { warned: true, recorded: true }', '[patients]'),
      'not-applicable',
    ],
    ['on one machine', system('messageEncryption: none', '[mail]'), 'not-applicable'],
  ],
  message:
    'referrals: data that is labelled sensitive is mailed without encryption of the message (notes (part2, hiv); messageEncryption is none)',
})

it.each([
  ['messageEncryption: { when: always, endsAt: gateway }', 'encryption ends at the gateway of the recipient'],
  ['messageEncryption: { when: always, endsAt: recipient }', undefined],
])('notes of %s: %s', (stated, note) => expect(noteOf(sensitiveMessage, system(stated))).toBe(note))
