import { portalNotice } from '#rules/email/portal-notice.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/email/portal/noticesContainPhi'
const system = (email: string) => `
    system: { name: Clinic }
    parties: [{ id: patients, relationship: individual }, { id: lab, relationship: treatment-provider }]
    assets: [{ id: mail, kind: mail-server, ephi: [stores] }, { id: pickup, kind: web-app, ephi: [stores] }]
    email: { ${email} }`
const stream = (stated: string, to = '[patients]') =>
  `{ id: results, sender: mail, to: ${to}, carries: ephi, ${stated} }`
const chosen = 'consent: { warned: true, recorded: true }'
const pickup = 'messageEncryption: { method: portal-pickup, when: on-request }'

ruleTable(portalNotice, {
  system: (stated) => system(stated),
  rows: [
    ['with PHI', 'portal: { noticesContainPhi: true }', 'fail', { path, severity: 'medium' }],
    ['without', 'portal: { noticesContainPhi: false }', 'pass'],
    ['nothing said', 'portal: { asset: pickup }', 'unproven', path],
  ],
  also: [
    ['a stream uses a portal', system(`streams: [${stream(pickup)}]`), 'unproven', path],
    [
      'a stream uses a portal where TLS is refused',
      system(`streams: [${stream('fallback: portal-pickup')}]`),
      'unproven',
      path,
    ],
    [
      'no stream does',
      system(`streams: [${stream('messageEncryption: { method: smime }')}]`),
      'not-applicable',
    ],
    [
      'messages are not encrypted',
      system(`streams: [${stream('messageEncryption: none')}]`),
      'not-applicable',
    ],
    [
      'the patients chose plain messages',
      system(`portal: { noticesContainPhi: true }, streams: [${stream(`${pickup}, ${chosen}`)}]`),
      'not-applicable',
    ],
    [
      'the patients chose plain messages in another stream',
      system(`portal: { noticesContainPhi: true }, streams: [${stream(chosen)}]`),
      'fail',
    ],
    [
      'some of those who pick up chose',
      system(
        `portal: { noticesContainPhi: true }, streams: [${stream(`${pickup}, ${chosen}`)}, ${stream(pickup, '[lab]').replace('results', 'referrals')}]`,
      ),
      'fail',
    ],
  ],
  notApplicable: [
    system('externalAutoForward: true'),
    'email: { portal: { noticesContainPhi: true } }\nassets: [{ id: mail, kind: mail-server, ephi: none }]',
  ],
  message: 'Clinic: notices of the portal carry PHI (email.portal.noticesContainPhi is true)',
})
