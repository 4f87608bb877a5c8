import { patientChoice } from '#rules/email/patient-choice.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/email/streams/reminders/consent'
const system = (stated: string, to = '[patients]', more = 'transport: none') => `
    parties:
      - { id: patients, relationship: individual }
      - { id: lab, relationship: treatment-provider }
    assets: [{ id: mail, kind: mail-server, ephi: [stores] }]
    email: { streams: [{ id: reminders, sender: mail, to: ${to}, carries: ephi, ${[more, stated].filter(Boolean).join(', ')} }] }`
const flow = (stated: string, ends = 'from: mail, to: patients') => `
    parties: [{ id: patients, relationship: individual }, { id: lab, relationship: treatment-provider }]
    assets: [{ id: mail, kind: messaging, ephi: [stores] }]
    flows: [{ ${ends}, carries: ephi, ${stated} }]`
const unwarned = 'consent: { warned: false, recorded: true }'

ruleTable(patientChoice, {
  system: (stated) => system(stated),
  rows: [
    ['not warned', unwarned, 'fail', { path: `${path}/warned`, severity: 'medium' }],
    ['warned, and recorded', 'consent: { warned: true, recorded: true }', 'pass'],
    ['not recorded', 'consent: { warned: true, recorded: false }', 'fail', `${path}/recorded`],
    ['whether recorded not said', 'consent: { warned: true }', 'unproven', `${path}/recorded`],
    ['nothing said', 'name: Reminders', 'unproven', `${path}/warned`],
    [
      'every message is encrypted',
      `messageEncryption: { method: portal-pickup, when: always }, ${unwarned}`,
      'not-applicable',
    ],
  ],
  also: [
    ['enforced TLS needs no choice', system(unwarned, '[patients]', 'transport: enforced'), 'not-applicable'],
    [
      'enforced TLS, with exceptions',
      system(
        unwarned,
        '[patients]',
        'transport: enforced, partners: [{ domains: [a.example], transport: none }]',
      ),
      'fail',
    ],
    [
      'in clear where TLS is refused',
      system(unwarned, '[patients]', 'transport: opportunistic, fallback: send-anyway'),
      'fail',
    ],
    ['what happens without TLS not said', system(unwarned, '[patients]', 'transport: opportunistic'), 'fail'],
    [
      'kept back where TLS is refused',
      system(unwarned, '[patients]', 'transport: opportunistic, fallback: queue'),
      'not-applicable',
    ],
    ['transport not said, and a choice', system(unwarned, '[patients]', ''), 'fail'],
    ['neither transport nor choice said', system('name: x', '[patients]', ''), 'not-applicable'],
    ['to a colleague', system(unwarned, '[lab]'), 'not-applicable'],
    ['to a patient and a colleague', system(unwarned, '[patients, lab]'), 'not-applicable'],
    ['a text', flow(`medium: sms, ${unwarned}`), 'fail', '/flows/0/consent/warned'],
    ['a text, with a choice', flow('medium: sms, consent: { warned: true, recorded: true }'), 'pass'],
    ['a text, choice not said', flow('medium: sms'), 'unproven', '/flows/0/consent/warned'],
    ['a text from a patient', flow(`medium: sms, ${unwarned}`, 'from: patients, to: mail'), 'fail'],
    ['a text to a colleague', flow(`medium: sms, ${unwarned}`, 'from: mail, to: lab'), 'not-applicable'],
    ['by voice', flow(`medium: voice, ${unwarned}`), 'not-applicable'],
    ['by fax', flow(`medium: fax, ${unwarned}`), 'not-applicable'],
    ['on paper', flow(`medium: paper, ${unwarned}`), 'not-applicable'],
    ['over a network, of which another rule speaks', flow(unwarned), 'not-applicable'],
  ],
  message:
    'reminders: individuals get plain messages without a recorded choice after a warning (email.streams.reminders.consent.warned is false)',
})
