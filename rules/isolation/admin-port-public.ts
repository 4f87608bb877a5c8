import { defineRule, endpointsInScope, judgeExposure, practice } from '#rule'

const ADMINISTRATIVE: readonly (string | undefined)[] = ['ssh', 'rdp', 'smb', 'telnet', 'snmp', 'ldap']

/** Whoever reaches the interface of a cluster or a hypervisor commands all that runs on it. */
const isControlPlane = (protocol: string | undefined, kind: string | undefined): boolean =>
  protocol === 'https' && (kind === 'cluster' || kind === 'hypervisor')

export const adminPortPublic = defineRule({
  id: 'isolation/admin-port-public',
  title: 'No port for administration faces the internet',
  ground: practice('164.312(a)(1)'),
  severity: 'high',
  subjects: endpointsInScope.where(
    'for administration, with a log-in',
    ({ value, asset }) =>
      value.auth !== 'none' &&
      (ADMINISTRATIVE.includes(value.protocol) || isControlPlane(value.protocol, asset.entry.value.kind)),
  ),
  check: judgeExposure,
  says: 'it faces the internet',
  why: 'Remote desktops and shells on the internet are the first door that ransomware tries.',
  fix: 'Put it behind a VPN or a bastion with a second factor, and state `exposure: internal`, or `access.reachableFrom` with the zones that may come.',
  references: ['CISA, Stop Ransomware Guide'],
  examples: { fails: 'exposure: public', passes: 'exposure: internal' },
})
