import { choiceMisapplied } from '#rules/email/choice-misapplied.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/email/streams/reminders/to'
const system = (stated: string, consent = '{ warned: true, recorded: true }', more = 'transport: none') => `
    parties:
      - { id: patients, relationship: individual }
      - { id: lab, relationship: treatment-provider }
      - { id: somebody }
    vendors: [{ id: billing, relationship: business-associate }]
    assets: [{ id: mail, kind: mail-server, ephi: [stores] }, { id: files, kind: server, ephi: [stores] }]
    email: { streams: [{ id: reminders, sender: mail, carries: ephi, ${more}, consent: ${consent}, ${stated} }] }`

ruleTable(choiceMisapplied, {
  system: (stated) => system(stated),
  rows: [
    ['a provider as well', 'to: [patients, lab]', 'fail', { path, severity: 'high' }],
    ['patients alone', 'to: [patients]', 'pass', path],
    ['a provider alone', 'to: [lab]', 'fail', path],
    ['a business associate', 'to: [billing]', 'fail', path],
    ['our own mailbox as well', 'to: [patients, mail]', 'fail', path],
    ['our own mailbox alone, on one machine', 'to: [mail]', 'not-applicable'],
    ['another machine of ours alone', 'to: [files]', 'not-applicable'],
    ['somebody of whom nothing is said', 'to: [patients, somebody]', 'unproven', path],
    ['somebody, and a provider', 'to: [somebody, lab]', 'fail', path],
    ['recipients not said', 'name: Reminders', 'unproven', path],
  ],
  also: [
    ['only warned', system('to: [lab]', '{ warned: true, recorded: false }'), 'fail'],
    ['only recorded', system('to: [lab]', '{ warned: false, recorded: true }'), 'fail'],
    ['no choice', system('to: [lab]', '{ warned: false, recorded: false }'), 'not-applicable'],
    ['nothing said of a choice', system('to: [lab]', '{ notes: none yet }'), 'not-applicable'],
    ['encrypted on its way', system('to: [lab]', undefined, 'transport: enforced'), 'not-applicable'],
    [
      'a text to a provider',
      `
    parties: [{ id: lab, relationship: treatment-provider }]
    assets: [{ id: app, kind: messaging, ephi: [stores] }]
    flows: [{ from: app, to: lab, carries: ephi, medium: sms, consent: { warned: true, recorded: true } }]`,
      'fail',
      '/flows/0/to',
    ],
  ],
  message: 'reminders: the choice of patients is taken for messages to others (it goes to lab as well)',
})
