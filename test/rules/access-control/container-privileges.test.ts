import { containerPrivileges } from '#rules/access-control/container-privileges.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/app/container'

ruleTable(containerPrivileges, {
  system: (stated) => `
    assets: [{ id: app, kind: container, ephi: [processes], ${stated} }]`,
  rows: [
    [
      'privileged',
      'container: { privileged: true }',
      'fail',
      { path: `${path}/privileged`, severity: 'high' },
    ],
    [
      'gets at its host',
      'container: { hostAccess: true }',
      'fail',
      { path: `${path}/hostAccess`, severity: 'high' },
    ],
    [
      'runs as root',
      'container: { privileged: false, hostAccess: false, runsAsRoot: true }',
      'fail',
      { path: `${path}/runsAsRoot`, severity: 'low' },
    ],
    ['none of it', 'container: { privileged: false, hostAccess: false, runsAsRoot: false }', 'pass'],
    ['one not said', 'container: { privileged: false, hostAccess: false }', 'unproven', `${path}/runsAsRoot`],
    ['nothing said', 'count: 2', 'unproven', `${path}/privileged`],
  ],
  also: [
    [
      'a server with containers',
      'assets: [{ id: a, kind: server, ephi: [processes], container: { privileged: true } }]',
      'fail',
    ],
  ],
  notApplicable: 'assets: [{ id: a, kind: server, ephi: [processes] }]',
  message: 'app: it runs privileged (container.privileged is true)',
})
