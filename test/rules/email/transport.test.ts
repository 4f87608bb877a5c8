import { expect, it } from 'vitest'
import { transport } from '#rules/email/transport.js'
import { noteOf } from '#test/note-of.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/email/streams/referrals/transport'
const system = (stated: string, to = '[lab]') => `
    parties:
      - { id: patients, relationship: individual }
      - { id: lab, relationship: treatment-provider }
    vendors:
      - { id: host, relationship: business-associate, responsibilities: { transmission: vendor } }
      - { id: box, relationship: business-associate, responsibilities: { transmission: shared } }
    assets:
      - { id: mail, kind: mail-server, ephi: [stores] }
      - { id: files, kind: file-share, ephi: [stores] }
      - { id: office, kind: saas, vendor: host, ephi: [stores] }
      - { id: suite, kind: saas, vendor: box, ephi: [stores] }
    email: { streams: [{ id: referrals, sender: mail, to: ${to}, carries: ephi, ${stated} }] }`
const chosen = 'transport: none, consent: { warned: true, recorded: true }'

ruleTable(transport, {
  system: (stated) => system(stated),
  rows: [
    ['in clear', 'transport: none', 'fail', { path, severity: 'critical' }],
    ['enforced, certificate checked', 'transport: enforced-verified', 'pass'],
    ['enforced, certificate not checked', 'transport: enforced', 'pass'],
    ['nothing said', 'name: Referrals', 'unproven', path],
    [
      'opportunistic, of which another rule speaks',
      'transport: opportunistic, fallback: send-anyway',
      'not-applicable',
    ],
    ['DANE, of which another rule speaks', 'transport: dane', 'not-applicable'],
    ['MTA-STS, of which another rule speaks', 'transport: mta-sts', 'not-applicable'],
    [
      'every message is encrypted',
      'transport: none, messageEncryption: { method: smime, when: always }',
      'not-applicable',
    ],
    [
      'every message is picked up',
      'transport: none, messageEncryption: { method: portal-pickup, when: [always] }',
      'not-applicable',
    ],
    [
      'only what is sensitive is encrypted',
      'transport: none, messageEncryption: { method: smime, when: sensitive }',
      'fail',
      path,
    ],
    [
      'every message is encrypted with something broken',
      'transport: none, messageEncryption: { method: smime, when: always, algorithm: 3DES }',
      'fail',
      path,
    ],
    ['a recorded choice, but not of a patient', chosen, 'fail', path],
  ],
  also: [
    ['the patients chose', system(chosen, '[patients]'), 'not-applicable'],
    [
      'the patients were not warned',
      system('transport: none, consent: { warned: false, recorded: true }', '[patients]'),
      'fail',
    ],
    [
      'the choice is not recorded',
      system('transport: none, consent: { warned: true, recorded: false }', '[patients]'),
      'fail',
    ],
    ['patients and a colleague', system(chosen, '[patients, lab]'), 'fail', { severity: 'critical' }],
    ['to another machine of ours', system('transport: none', '[files]'), 'fail', { severity: 'medium' }],
    ['to a machine of a vendor', system('transport: none', '[office]'), 'fail', { severity: 'critical' }],
    [
      'from a machine of a vendor to one of ours',
      system('transport: none', '[files]').replace('sender: mail', 'sender: suite'),
      'fail',
      { severity: 'critical' },
    ],
    [
      'to one of ours, and to a colleague',
      system('transport: none', '[files, lab]'),
      'fail',
      { severity: 'critical' },
    ],
    ['on one machine', system('transport: none', '[mail]'), 'not-applicable'],
    [
      'a vendor encrypts, and nothing is said',
      system('name: x').replace('sender: mail', 'sender: office'),
      'not-applicable',
    ],
    [
      'a vendor encrypts, and it is said that it does not',
      system('transport: none').replace('sender: mail', 'sender: office'),
      'fail',
    ],
    ['a vendor encrypts in part', system('name: x').replace('sender: mail', 'sender: suite'), 'unproven'],
    ['recipients not said', system('transport: none', '[]'), 'fail', { severity: 'critical' }],
    [
      'sender not said',
      system('transport: none').replace('sender: mail, ', ''),
      'fail',
      { severity: 'critical' },
    ],
    [
      'neither who sends nor what it carries is said: assumed, and one lower',
      system('transport: none').replace('sender: mail, ', '').replace('carries: ephi, ', ''),
      'fail',
      { severity: 'high' },
    ],
    [
      'recipients not said, from a sender without ePHI',
      `
    assets: [{ id: mail, kind: mail-server, ephi: none }]
    email: { streams: [{ id: news, sender: mail, transport: none }] }`,
      'not-applicable',
    ],
    [
      'recipients not said, from a sender with ePHI',
      `
    assets: [{ id: mail, kind: mail-server, ephi: [stores] }]
    email: { streams: [{ id: news, sender: mail, transport: none }] }`,
      'fail',
      { severity: 'high' },
    ],
    [
      'an alternative covers it',
      `${system('transport: none')}
    alternatives:
      - specification: 164.312(e)(2)(ii)
        subjects: { id: mail }
        decision: alternative
        factors: { size: a, technical: b, cost: c, risk: d }
        whyNotReasonable: e
        equivalentMeasure: f
        riskAnalysis: g
        approvedBy: H
        approvedOn: 2026-01-01
        reviewBy: 2027-01-01`,
      'alternative',
    ],
  ],
  notApplicable: [
    system('transport: none').replace('carries: ephi', 'carries: none'),
    'assets: [{ id: mail, kind: mail-server, ephi: none }]\nemail: { streams: [{ id: s, sender: mail, carries: none, transport: none }] }',
    'email: { streams: [{ id: s, carries: none, transport: none }] }',
  ],
  message: 'referrals: mail with ePHI is sent in clear (email.streams.referrals.transport is none)',
})

it.each([
  ['transport: enforced', 'the certificate of the other side is not checked'],
  ['transport: enforced-verified', undefined],
])('notes of %s: %s', (stated, note) => expect(noteOf(transport, system(stated))).toBe(note))
