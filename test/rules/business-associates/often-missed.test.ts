import { oftenMissed } from '#rules/business-associates/often-missed.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/scribe/baa'
const system = (
  stated: string,
  relationship = 'business-associate',
  rest = 'assets: [{ id: notes, kind: ai-service, vendor: scribe, ephi: [processes] }]',
) => `
    vendors: [{ id: scribe, name: Scribe AI, relationship: ${relationship}, ${stated} }]
    ${rest}`
const flow = (
  medium: string,
  carries = 'ephi',
  ends = 'to: scribe',
) => `parties: [{ id: patients, relationship: individual }]
    assets: [{ id: ehr, kind: server, ephi: [stores] }]
    flows: [{ id: reminders, from: ehr, ${ends}, carries: ${carries}, medium: ${medium} }]`

ruleTable(oftenMissed, {
  system: (stated) => system(stated),
  rows: [
    ['none', 'baa: none', 'fail', { path, severity: 'critical' }],
    ['denied', 'baa: false', 'fail', path],
    ['signed', 'baa: { executedOn: 2025-06-01 }', 'pass', path],
    ['nothing said', 'verifiedOn: never', 'unproven', path],
  ],
  also: [
    ['a fax service', system('baa: none').replace('ai-service', 'fax'), 'fail', path],
    ['a messaging service', system('baa: none').replace('ai-service', 'messaging'), 'fail', path],
    ['another service', system('baa: none').replace('ai-service', 'saas'), 'not-applicable'],
    ['short messages go there', system('baa: none', 'business-associate', flow('sms')), 'fail', path],
    [
      'short messages go over it',
      system('baa: none', 'business-associate', flow('sms', 'ephi', 'via: [scribe], to: patients')),
      'fail',
      path,
    ],
    ['calls', system('baa: none', 'business-associate', flow('voice')), 'fail', path],
    ['faxes', system('baa: none', 'business-associate', flow('fax')), 'fail', path],
    [
      'faxes that it sends',
      system(
        'baa: none',
        'business-associate',
        flow('fax', 'ephi', 'to: ehr').replace('from: ehr', 'from: scribe'),
      ),
      'fail',
      path,
    ],
    ['paper', system('baa: none', 'business-associate', flow('paper')), 'not-applicable'],
    [
      'what it gets over the network is ePHI, the short messages are none',
      system(
        'baa: none',
        'business-associate',
        `${flow('sms', 'none')}\n    x-more: none`.replace(
          'flows: [',
          'flows: [{ id: files, from: ehr, to: scribe, carries: ephi }, ',
        ),
      ),
      'not-applicable',
    ],
    ['a carrier that only carries', system('baa: none', 'conduit', flow('voice')), 'not-applicable'],
    ['a provider who treats', system('baa: none', 'treatment-provider'), 'not-applicable'],
    ['a health plan', system('baa: none', 'health-plan'), 'not-applicable'],
    ['somebody of the workforce', system('baa: none', 'workforce'), 'not-applicable'],
  ],
  message:
    'Scribe AI: what it transcribes, answers or passes on stays with it, and there is no agreement (baa is none; it takes notes)',
})
