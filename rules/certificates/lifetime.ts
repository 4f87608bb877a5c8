import { certificateSpeakers, defineRule, fail, pass, practice, publicLifetime, unproven } from '#rule'

export const lifetime = defineRule({
  id: 'certificates/lifetime',
  title: 'Public certificates live no longer than the CAs allow themselves',
  ground: practice('164.312(e)(1)', 'CA/Browser Forum, SC-081v3'),
  severity: 'low',
  subjects: certificateSpeakers.where(
    '(with a publicly trusted certificate)',
    ({ certificate }) => certificate.value?.publiclyTrusted === true,
  ),
  check: ({ certificate }) => {
    const [start, end] = [certificate.at('notBefore'), certificate.at('notAfter')]
    if (start.value === undefined) return unproven(start)
    if (end.value === undefined) return unproven(end)
    const { days, allowed } = publicLifetime(start.value, end.value)
    return days <= allowed
      ? pass(end, start)
      : fail(end, { found: `${days} days, allowed are ${allowed}` }, start)
  },
  says: 'its certificate lives longer than a public CA may issue',
  why: 'A certificate that no CA would issue was issued wrongly, or does not come from where it says.',
  fix: 'Have it issued again, with the life that is allowed at present.',
  references: ['CA/Browser Forum, SC-081v3'],
  examples: {
    fails: 'notBefore: 2026-04-01, notAfter: 2027-04-01',
    passes: 'notBefore: 2026-04-01, notAfter: 2026-06-30',
  },
})
