import { any, assets, decide, defineRule, expectTrue } from '#rule'

export const indirectAccess = defineRule({
  id: 'access-control/indirect-access',
  title: 'Whoever administers systems with ePHI is authorised or supervised',
  ground: '164.308(a)(3)(ii)(A)',
  related: ['164.308(a)(3)(i)'],
  severity: 'medium',
  subjects: assets.administeringEphi.where(
    'whose access no vendor runs alone',
    (asset) => asset.runBy('access') !== 'vendor',
  ),
  check: (asset) =>
    any(
      decide(asset.at('access', 'authorised'), (groups) => !groups.includes('everyone')),
      expectTrue(asset.at('access', 'sessionRecording')),
    ),
  says: 'everybody may use it, and no session is recorded',
  why: 'Who can deploy to a server, snapshot its host or reset its passwords reads what is on it, without a right to one record.',
  fix: 'Name the groups that may use it in `access.authorised`, or record their sessions: `access: { sessionRecording: true }`.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.3'],
  examples: { fails: 'authorised: [everyone], sessionRecording: false', passes: 'authorised: [ops]' },
})
