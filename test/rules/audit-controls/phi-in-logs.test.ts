import { phiInLogs } from '#rules/audit-controls/phi-in-logs.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/logs/access/authorised'
const system = (
  stated: string,
  {
    audit = 'destination: logs, containsPhi: true',
    source = 'authorised: [clinicians, it]',
    store = 'kind: log-store',
  } = {},
) => `
    identity: { groups: [{ id: clinicians, kind: workforce }, { id: it, kind: workforce }, { id: developers, kind: workforce }, { id: siem, kind: service }] }
    assets:
      - { id: ehr, kind: server, ephi: [stores], audit: { ${audit} }, access: { ${source} } }
      - { id: logs, ${store}, access: { ${stated} } }`

ruleTable(phiInLogs, {
  system: (stated) => system(stated),
  rows: [
    ['others may read them', 'authorised: [it, developers]', 'fail', { path, severity: 'medium' }],
    ['some of those who may read the source', 'authorised: [it]', 'pass', path],
    ['a service', 'authorised: [it, siem]', 'pass', path],
    ['everybody may read them', 'authorised: [everyone]', 'fail', path],
    ['nobody may', 'authorised: none', 'pass', path],
    ['who may is not said', 'roles: true', 'unproven', path],
  ],
  also: [
    [
      'everybody may read the source',
      system('authorised: [developers]', { source: 'authorised: [everyone]' }),
      'pass',
    ],
    [
      'who may read the source is not said',
      system('authorised: [it]', { source: 'roles: true' }),
      'unproven',
      '/assets/ehr/access/authorised',
    ],
    [
      'no ePHI in them',
      system('authorised: [developers]', { audit: 'destination: logs, containsPhi: false' }),
      'not-applicable',
    ],
    [
      'whether ePHI is in them is not said',
      system('authorised: [developers]', { audit: 'destination: logs' }),
      'unproven',
      '/assets/ehr/audit/containsPhi',
    ],
    [
      'they stay',
      system('authorised: [developers]', { audit: 'destination: none, containsPhi: true' }),
      'not-applicable',
    ],
    [
      'they stay, said by its own name',
      system('authorised: [developers]', { audit: 'destination: ehr, containsPhi: true' }),
      'not-applicable',
    ],
    [
      'the store is said to hold none, of which another rule speaks',
      system('authorised: [developers]', { store: 'kind: log-store, ephi: none' }),
      'not-applicable',
    ],
    [
      'nothing is recorded',
      system('authorised: [developers]', { audit: 'enabled: false, destination: logs, containsPhi: true' }),
      'not-applicable',
    ],
  ],
  message:
    'ehr: its records hold ePHI, and are read by people who may not read the system itself (developers on logs)',
})
