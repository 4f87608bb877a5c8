import { accessOfOurs, defineRule, fail, guidance, pass, unproven } from '#rule'

export const mfa = defineRule({
  id: 'authentication/mfa',
  title: 'Remote and administrative access, at best everybody’s, asks a second factor',
  ground: guidance('HHS Cybersecurity Performance Goals, multi-factor authentication', '164.312(d)'),
  severity: 'high',
  // A tool that says so itself, and has no ePHI, has a rule of its own.
  subjects: accessOfOurs.where(
    'that have ePHI, or say nothing of a second factor themselves',
    ({ reach, entry }) => reach !== undefined || entry.value.access?.mfa === undefined,
  ),
  check: (asset) => {
    const required = asset.access('mfa').at('required')
    if (required.value === undefined) return unproven(required)
    if (required.value.includes('all')) return pass(required)
    const risky = ['remote', 'admin'].filter((who) => !required.value?.includes(who))
    if (risky.length > 0)
      return fail(required, {
        found: required.value.length === 0 ? 'asked of nobody' : `not asked of: ${risky.join(', ')}`,
      })
    return fail(required, { severity: 'low', says: 'not everybody is asked a second factor' })
  },
  says: 'remote or administrative access asks no second factor',
  why: `
    The law asks to verify who somebody is, and names no means. Stolen passwords are how most intrusions begin, and a
    second factor stops most of those.`,
  fix: 'Ask a second factor of remote and administrative access first, then of all, and state `mfa: { required: all, methods }`.',
  references: ['HHS Cybersecurity Performance Goals', 'NIST SP 800-63B-4'],
  examples: { fails: 'mfa: false', passes: 'mfa: true' },
})
