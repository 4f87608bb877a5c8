import { defineRule, fail, keysOfEphi, listed, pass, practice, readableWith, unproven } from '#rule'

export const useRestricted = defineRule({
  id: 'key-management/use-restricted',
  title: 'Only those who may read the data can use its key',
  ground: practice('164.312(a)(1)'),
  severity: 'medium',
  subjects: keysOfEphi,
  check: (key) => {
    const usableBy = key.at('usableBy')
    if (usableBy.value === undefined) return unproven(usableBy)
    if (usableBy.value.includes('everyone')) return fail(usableBy, { severity: 'high' })
    const data = readableWith(key)
    if (data.length === 0 && usableBy.value.length > 0)
      return unproven(
        usableBy,
        'state what it encrypts: `encryptionAtRest.key` of assets, or `key` of copies',
      )
    const authorised = data.map((asset) => asset.access('authorised'))
    const unknown = authorised.find(({ value }) => value === undefined)
    if (unknown) return unproven(unknown)
    const allowed = authorised.flatMap(({ value }) => value ?? [])
    const wider = usableBy.value.filter(
      (group) => !allowed.includes(group) && key.groupKind(group) !== 'service',
    )
    return wider.length === 0
      ? pass(usableBy)
      : fail(usableBy, { found: `${listed(wider)} may use it, and may not read the data` })
  },
  says: 'more people can use it than may read the data',
  why: `
    Who can use the key of a store needs only a copy of its files to read them: the right to the key is a right to the
    data.`,
  fix: `
    Take the right to use the key from groups that are not in \`access.authorised\` of what it encrypts, and write
    \`usableBy\` at the key.`,
  references: ['NIST SP 800-57 Part 1 Rev. 5'],
  examples: { fails: 'usableBy: [everyone]', passes: 'usableBy: [clinicians]' },
})
