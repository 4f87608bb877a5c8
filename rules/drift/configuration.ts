import { contestedFacts, defineRule, fail, practice } from '#rule'

export const configuration = defineRule({
  id: 'drift/configuration',
  title: 'What is described is what the configuration says',
  ground: practice('164.308(a)(1)(ii)(A)'),
  severity: 'medium',
  subjects: contestedFacts.where(
    'between a description and an import',
    ({ counts, lost }) => counts.origin.rank !== 'observed' && lost.origin.rank !== 'observed',
  ),
  check: ({ fact, both, corrects }) =>
    corrects === undefined
      ? fail(fact, { found: both })
      : fail(fact, {
          severity: 'info',
          found: `${both}; the description counts: ${corrects}`,
          says: CORRECTED,
        }),
  says: 'the description says something else than the configuration',
  why: `
    A risk analysis that rests on a description is no better than the description.
    Where the two differ, one of them is wrong, and nobody noticed.`,
  fix: 'Mend whichever is wrong. Where the description is right, say why in `corrects` of the asset; it counts from then on.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.1'],
  examples: {
    fails: 'encryptionAtRest: true # where the plan says storage_encrypted = false',
    passes: 'encryptionAtRest: false # as the plan says',
  },
})

const CORRECTED = 'the description corrects the configuration'
