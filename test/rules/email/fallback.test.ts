import { fallback } from '#rules/email/fallback.js'
import { ruleTable } from '#test/rule-table.js'

const stream = '/email/streams/referrals'
const path = `${stream}/fallback`
const system = (stated: string, to = '[lab]') => `
    parties:
      - { id: patients, relationship: individual }
      - { id: lab, relationship: treatment-provider }
    assets:
      - { id: mail, kind: mail-server, ephi: [stores] }
      - { id: files, kind: file-share, ephi: [stores] }
    email: { streams: [{ id: referrals, sender: mail, to: ${to}, carries: ephi, ${stated} }] }`
const partner = (transport: string) =>
  `partners: [{ domains: [a.example, b.example], transport: ${transport} }]`

ruleTable(fallback, {
  system: (stated) => system(/^transport/.test(stated) ? stated : `transport: opportunistic, ${stated}`),
  rows: [
    ['in clear to others', 'fallback: send-anyway', 'fail', { path, severity: 'high' }],
    ['kept back', 'fallback: queue', 'pass', path],
    ['returned', 'fallback: bounce', 'pass'],
    ['picked up', 'fallback: portal-pickup', 'pass'],
    ['encrypted as a message', 'fallback: smime', 'pass'],
    ['nothing said', 'name: Referrals', 'unproven', path],
    ['by DANE, in clear to others', 'transport: dane, fallback: send-anyway', 'fail', { severity: 'medium' }],
    [
      'by MTA-STS, in clear to others',
      'transport: mta-sts, fallback: send-anyway',
      'fail',
      { severity: 'medium' },
    ],
    ['by DANE, others not said', 'transport: dane', 'unproven', path],
    ['by MTA-STS, kept back', 'transport: mta-sts, fallback: queue', 'pass'],
    ['enforced', 'transport: enforced', 'pass'],
    ['enforced, certificate checked', 'transport: enforced-verified', 'pass'],
    [
      'enforced, and sent anyway',
      'transport: enforced, fallback: send-anyway',
      'fail',
      { path, severity: 'high' },
    ],
    [
      'some partners in clear',
      `transport: enforced, ${partner('none')}`,
      'fail',
      { path: `${stream}/partners`, severity: 'critical' },
    ],
    [
      'some partners if they offer it',
      `transport: enforced, ${partner('opportunistic')}`,
      'fail',
      { path: `${stream}/partners`, severity: 'high' },
    ],
    ['some partners by DANE', `transport: enforced-verified, ${partner('dane')}`, 'fail'],
    [
      'some partners less than DANE',
      `transport: dane, fallback: queue, ${partner('opportunistic')}`,
      'fail',
      { severity: 'medium' },
    ],
    ['some partners enforced too', `transport: enforced-verified, ${partner('enforced')}`, 'pass'],
    ['some partners as others', `transport: mta-sts, fallback: queue, ${partner('dane')}`, 'pass'],
    ['some partners more than others', `fallback: queue, ${partner('enforced')}`, 'pass'],
    ['some partners not said how', 'transport: enforced, partners: [{ domains: [a.example] }]', 'pass'],
    ['in clear, of which another rule speaks', `transport: none, ${partner('none')}`, 'not-applicable'],
    [
      'every message is encrypted',
      'fallback: send-anyway, messageEncryption: { method: pgp, when: always }',
      'not-applicable',
    ],
  ],
  also: [
    ['transport not said', system('fallback: send-anyway'), 'not-applicable'],
    [
      'transport not said, some partners in clear',
      system(partner('none')),
      'fail',
      { path: `${stream}/partners`, severity: 'critical' },
    ],
    [
      'transport not said, some partners if they offer it',
      system(partner('opportunistic')),
      'not-applicable',
    ],
    [
      'the patients chose',
      system(
        'transport: opportunistic, fallback: send-anyway, consent: { warned: true, recorded: true }',
        '[patients]',
      ),
      'not-applicable',
    ],
    [
      'to another machine of ours',
      system('transport: opportunistic, fallback: send-anyway', '[files]'),
      'fail',
      { severity: 'low' },
    ],
    [
      'to another machine of ours, some in clear',
      system(`transport: enforced, ${partner('none')}`, '[files]'),
      'fail',
      { severity: 'medium' },
    ],
    ['on one machine', system('transport: opportunistic, fallback: send-anyway', '[mail]'), 'not-applicable'],
  ],
  message:
    'referrals: mail with ePHI goes in clear to whoever does not offer TLS (transport is opportunistic, fallback is send-anyway)',
})
