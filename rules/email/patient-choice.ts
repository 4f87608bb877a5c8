import { all, areIndividuals, defineRule, expectTrue, guidance, plainMessages } from '#rule'

export const patientChoice = defineRule({
  id: 'email/patient-choice',
  title: 'Patients who get plain mail or texts were warned, and chose them',
  ground: guidance('78 FR 5634 and HHS guidance on the right of access', '164.522(b)(1)'),
  related: ['164.524(c)(2)', '164.312(e)(1)'],
  severity: 'medium',
  subjects: plainMessages.where(
    'to individuals',
    ({ recipients, consent, known }) => areIndividuals(recipients) && (known || consent.value !== undefined),
  ),
  check: ({ consent }) => all(expectTrue(consent.at('warned')), expectTrue(consent.at('recorded'))),
  says: 'individuals get plain messages without a recorded choice after a warning',
  why: `
    An individual may have ePHI sent plainly, and HHS asks that the risk was explained first and the wish stands all the
    same. Without the warning it is our choice, not theirs, and interception is our breach.`,
  fix: 'Warn before the first message, write the choice down, send others encrypted or to a portal, and state `consent: { warned: true, recorded: true }`.',
  references: ['78 FR 5634', 'HHS, Individuals’ Right under HIPAA to Access their Health Information'],
  examples: {
    fails: 'consent: { warned: false, recorded: true }',
    passes: 'consent: { warned: true, recorded: true }',
  },
})
