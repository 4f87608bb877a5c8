import { defineRule, expectTrue, fail, keysOfEphi, practice } from '#rule'

export const recoverable = defineRule({
  id: 'key-management/recoverable',
  title: 'The loss of a key does not lose ePHI',
  ground: practice('164.308(a)(7)(ii)(A)'),
  severity: 'medium',
  subjects: keysOfEphi.where('that no provider holds', ({ value }) => value.manager !== 'provider'),
  check: (key) => {
    const storedWith = key.at('storedWith')
    const lies = storedWith.value ?? []
    // What a backup is for may burn: a key that lies only there opens no copy afterwards.
    const circular = lies.length > 0 && lies.every((id) => key.backsUp.includes(id))
    if (circular)
      return fail(storedWith, { says: 'it lies only on what the copies that it encrypts are for' })
    return expectTrue(key.at('recoverable'))
  },
  says: 'nothing brings it back once it is lost',
  why: 'Without its key, encrypted ePHI and every copy of it are gone for good: a retrievable exact copy has to be readable.',
  fix: 'Escrow the key, or keep a second one, in another place under another control; write `recoverable: true` and `recoveryHeldBy`.',
  references: ['NIST SP 800-57 Part 1 Rev. 5, 8.2.2.2'],
  examples: { fails: 'recoverable: false', passes: 'recoverable: true' },
})
