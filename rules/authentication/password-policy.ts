import {
  accessOfOurs,
  all,
  decide,
  defineRule,
  expectNumberAtLeast,
  expectTrue,
  guidance,
  number,
} from '#rule'

const WHOSE = { source: 'NIST SP 800-63B-4' }

export const passwordPolicy = defineRule({
  id: 'authentication/password-policy',
  title: 'Passwords are long, screened, and cannot be guessed at will',
  ground: guidance('NIST SP 800-63B-4', '164.308(a)(5)(ii)(D)'),
  severity: 'medium',
  subjects: accessOfOurs,
  parameters: {
    alone: number(15, 'The least length of a password that is the only factor.', {
      whose: WHOSE,
      stricter: 'higher',
    }),
    second: number(8, 'The least length of a password beside a second factor.', {
      whose: WHOSE,
      stricter: 'higher',
    }),
    attempts: number(100, 'The most wrong attempts before an account is locked.', { whose: WHOSE }),
  },
  check: (asset, { alone, second, attempts }) => {
    const passwords = asset.access('passwords')
    const withMfa = asset.access('mfa').at('required').value?.includes('all') === true
    return all(
      expectNumberAtLeast(passwords.at('minLength'), withMfa ? second : alone),
      expectTrue(passwords.at('blocklist'), { says: 'known passwords are not refused' }),
      decide(passwords.at('lockoutAfter'), (after) => after !== 'never' && after <= attempts, {
        says: 'passwords can be guessed at will',
      }),
    )
  },
  says: 'its passwords may be too short',
  why: 'Short and known passwords are guessed. Forced changes make them worse, so none is asked here.',
  fix: 'Ask {alone} characters, or {second} beside a second factor, refuse known ones, slow guessing down, and state `passwords: { minLength, blocklist, lockoutAfter }`.',
  references: ['NIST SP 800-63B-4, 3.1.1'],
  examples: {
    fails: 'passwords: { minLength: 8, blocklist: true, lockoutAfter: 10 }',
    passes: 'passwords: { minLength: 15, blocklist: true, lockoutAfter: 10 }',
  },
})
