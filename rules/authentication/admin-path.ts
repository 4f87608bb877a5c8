import { assets, decide, defineRule, guidance } from '#rule'

export const adminPath = defineRule({
  id: 'authentication/admin-path',
  title: 'Tools that control systems with ePHI ask a second factor',
  ground: guidance('HHS Cybersecurity Performance Goals, multi-factor authentication', '164.312(d)'),
  severity: 'high',
  subjects: assets.administeringEphi.where(
    'that have no ePHI of which we see to the access, and say themselves whom they ask',
    (asset) =>
      (asset.reach === undefined || asset.runBy('access') === 'vendor') &&
      asset.entry.value.access?.mfa !== undefined,
  ),
  check: (asset) =>
    decide(asset.at('access', 'mfa', 'required'), (who) => who.includes('all') || who.includes('admin')),
  says: 'it controls systems with ePHI and asks no second factor',
  why: 'Whoever is in the remote management or the pipeline is in everything that they reach.',
  fix: 'Ask a second factor of everybody who uses it, and state `access: { mfa: true }` at the tool.',
  references: ['HHS Cybersecurity Performance Goals'],
  examples: { fails: 'mfa: false', passes: 'mfa: true' },
})
