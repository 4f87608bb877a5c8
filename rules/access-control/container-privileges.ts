import { all, assets, defineRule, expectFalse, guidance } from '#rule'

export const containerPrivileges = defineRule({
  id: 'access-control/container-privileges',
  title: 'Containers with ePHI run without privileges',
  ground: guidance('NIST SP 800-190', '164.312(a)(1)'),
  severity: 'high',
  subjects: assets.holdingEphi.where(
    'in containers',
    ({ entry }) => entry.value.kind === 'container' || entry.value.container !== undefined,
  ),
  check: (asset) =>
    all(
      expectFalse(asset.at('container', 'privileged'), { says: 'it runs privileged' }),
      expectFalse(asset.at('container', 'hostAccess'), { says: 'it gets at its host' }),
      expectFalse(asset.at('container', 'runsAsRoot'), { severity: 'low', says: 'it runs as root' }),
    ),
  says: 'it runs with privileges',
  why: 'Out of a privileged container one is on the host at once, and with that in all others.',
  fix: 'Run it without privileges, without the host’s files and network, as a user of its own; state `container`.',
  references: ['NIST SP 800-190, 4.4'],
  examples: {
    fails: 'container: { privileged: true, hostAccess: false, runsAsRoot: false }',
    passes: 'container: { privileged: false, hostAccess: false, runsAsRoot: false }',
  },
})
