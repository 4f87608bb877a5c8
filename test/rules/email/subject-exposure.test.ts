import { expect, it } from 'vitest'
import { subjectExposure } from '#rules/email/subject-exposure.js'
import { noteOf } from '#test/note-of.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/email/streams/referrals/subjectPolicy/phiAllowed'
const system = (stated: string, to = '[lab]') => `
    parties:
      - { id: patients, relationship: individual }
      - { id: lab, relationship: treatment-provider }
    assets: [{ id: mail, kind: mail-server, ephi: [stores] }]
    email: { streams: [{ id: referrals, sender: mail, to: ${to}, carries: ephi, ${stated} }] }`
const allowed = 'subjectPolicy: { phiAllowed: true }'

ruleTable(subjectExposure, {
  system: (stated) => system(stated),
  rows: [
    ['allowed', allowed, 'fail', { path, severity: 'medium' }],
    ['forbidden', 'subjectPolicy: { phiAllowed: false }', 'pass'],
    ['forbidden, and filtered', 'subjectPolicy: { phiAllowed: false, enforced: dlp }', 'pass'],
    ['forbidden, and nothing enforces it', 'subjectPolicy: { phiAllowed: false, enforced: none }', 'pass'],
    ['nothing said', 'name: Referrals', 'unproven', path],
    ['allowed over TLS', `transport: enforced, ${allowed}`, 'fail', { severity: 'low' }],
    ['allowed over verified TLS', `transport: enforced-verified, ${allowed}`, 'fail', { severity: 'low' }],
    ['allowed where TLS is offered', `transport: opportunistic, ${allowed}`, 'fail', { severity: 'medium' }],
    [
      'S/MIME leaves it open',
      `messageEncryption: { method: smime, when: always }, ${allowed}`,
      'fail',
      { path, severity: 'medium' },
    ],
    [
      'S/MIME with headers protected',
      `messageEncryption: { method: smime, when: always, headerProtection: rfc9788 }, ${allowed}`,
      'pass',
    ],
    [
      'headers protected, on request alone',
      `messageEncryption: { method: smime, when: on-request, headerProtection: rfc9788 }, ${allowed}`,
      'fail',
    ],
    [
      'headers said to be open',
      `messageEncryption: { method: smime, when: always, headerProtection: none }, ${allowed}`,
      'fail',
    ],
  ],
  also: [
    [
      'the patients chose',
      system(`${allowed}, consent: { warned: true, recorded: true }`, '[patients]'),
      'not-applicable',
    ],
    ['on one machine', system(allowed, '[mail]'), 'not-applicable'],
  ],
  message:
    'referrals: PHI may stand in the subject line (email.streams.referrals.subjectPolicy.phiAllowed is true)',
})

it.each([
  ['subjectPolicy: { phiAllowed: false, enforced: none }', 'it is forbidden, and nothing enforces it'],
  ['subjectPolicy: { phiAllowed: false, enforced: training }', undefined],
  ['subjectPolicy: { phiAllowed: false }', undefined],
  [
    'messageEncryption: { when: always, headerProtection: rfc9788 }',
    'the subject is encrypted with the message',
  ],
])('notes of %s: %s', (stated, note) => expect(noteOf(subjectExposure, system(stated))).toBe(note))
