import { accessOfOurs, defineRule, fail, guidance, pass, unproven } from '#rule'

const WEAK: readonly string[] = ['sms', 'voice', 'email']

export const mfaGaps = defineRule({
  id: 'authentication/mfa-gaps',
  title: 'The second factor has no standing exception and comes by no text message',
  ground: guidance('NIST SP 800-63B-4', '164.312(d)'),
  severity: 'medium',
  subjects: accessOfOurs.where(
    'where a second factor is asked',
    (asset) => (asset.access('mfa').at('required').value?.length ?? 0) > 0,
  ),
  check: (asset) => {
    const [exceptions, methods] = [asset.access('mfa').at('exceptions'), asset.access('mfa').at('methods')]
    const standing = (exceptions.value ?? []).filter((name) => !asset.emergencyGroups.includes(name))
    if (standing.length > 0) return fail(exceptions, { found: `exceptions: ${standing.join(', ')}` })
    if (methods.value === undefined) return unproven(methods)
    const weak = methods.value.filter((method) => WEAK.includes(method))
    return weak.length > 0
      ? fail(methods, {
          severity: 'low',
          says: 'the second factor can be intercepted',
          found: `by ${weak.join(', ')}`,
        })
      : pass(methods)
  },
  says: 'some need no second factor',
  why: 'The account with an exception is the one that is tried. Text messages and calls can be redirected, and mail is read with the same password.',
  fix: 'End the exceptions (an emergency account that raises an alert may stay), use FIDO2, PIV or an authenticator, and state `mfa: { methods, exceptions: none }`.',
  references: ['NIST SP 800-63B-4, 3.1'],
  examples: {
    fails: 'mfa: { required: all, exceptions: [director] }',
    passes: 'mfa: { required: all, methods: [fido2] }',
  },
})
