import { any, assets, decide, defineRule, expectTrue } from '#rule'

export const deletionProtected = defineRule({
  id: 'integrity/deletion-protected',
  title: 'A slip does not destroy ePHI',
  ground: '164.312(c)(1)',
  severity: 'medium',
  subjects: assets.storingEphi.where(
    'for many users, that no other store can bring back',
    ({ needsBackup, traits }) => needsBackup && traits.central && !traits.logs,
  ),
  check: (asset) =>
    any(
      expectTrue(asset.at('recovery', 'deletionProtection'), {
        found: 'recovery.deletionProtection and versioning are false, and pointInTime is none',
      }),
      expectTrue(asset.at('recovery', 'versioning')),
      decide(asset.at('recovery', 'pointInTime'), (back) => back !== 'none'),
    ),
  says: 'one wrong command destroys its records, and nothing takes it back',
  why: `
    More records are lost to a wrong click than to intruders.
    A backup brings back the last night; what was entered since is gone.`,
  fix: `
    Turn on protection against deletion, versions, or recovery to any point in time.
    State it in \`recovery\`.`,
  references: ['NIST SP 800-66 Rev. 2, 5.3.3'],
  examples: {
    fails: 'recovery: { deletionProtection: false, versioning: false, pointInTime: none }',
    passes: 'recovery: { versioning: true }',
  },
})
