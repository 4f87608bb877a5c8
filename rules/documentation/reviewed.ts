import { defineRule, documents, duration, expectWithin, fail, isMissing } from '#rule'

export const reviewed = defineRule({
  id: 'documentation/reviewed',
  title: 'Documents are reviewed as planned',
  ground: '164.316(b)(2)(iii)',
  related: ['164.306(e)'],
  severity: ({ value }) => (value.reviewEvery === undefined ? 'low' : 'medium'),
  subjects: documents.where(
    'that exist, and are reviewed rather than made anew',
    ({ stated, value, isRecord }) =>
      !isMissing(stated.value) && (!isRecord || value.reviewEvery !== undefined),
  ),
  parameters: {
    period: duration('P12M', 'The longest time between two reviews of what names no period itself.'),
  },
  check: (document, { period }, { today }) => {
    const [date, every] = [document.at('date'), document.at('reviewEvery')]
    if (every.value === undefined) return expectWithin(date, period, today)
    if (every.value === 'never') return fail(every, { says: 'it is never to be reviewed' })
    return expectWithin(date, every.value, today, {
      says: 'it was not reviewed in the period that it names itself',
      found: `last on ${date.value}, due every ${every.value}`,
    })
  },
  says: 'it was not reviewed within {period}',
  why: `
    Staff follow what the document says, long after the system that it speaks of is gone.
    The law asks to review documents periodically; where yours names no period, the year is ours.`,
  fix: 'Review it, change what changed, and state the new `date`, and its own period in `reviewEvery`.',
  references: ['NIST SP 800-66 Rev. 2, 5.5.2'],
  examples: {
    fails: 'policies: { document: p, date: 2025-11-23 }',
    passes: 'policies: { document: p, date: 2025-11-24 }',
  },
})
