import { coveredEntity, defineRule, expectTrue } from '#rule'

export const patientCopy = defineRule({
  id: 'disclosures/patient-copy',
  title: 'Patients can have an electronic copy of their record',
  ground: '164.524(c)(2)(ii)',
  related: ['164.524(c)(2)'],
  severity: 'high',
  subjects: coveredEntity,
  check: (system) => expectTrue(system.at('patientAccess', 'electronicCopy')),
  says: 'patients cannot have an electronic copy of their record',
  why: 'What is kept electronically has to be given electronically to whom it is about, if they ask. HHS has fined many who did not.',
  fix: 'Offer the copy in the form that is asked for, if it can readily be made, and state `patientAccess: { electronicCopy: true }`.',
  references: ['45 CFR 164.524(c)(2)(ii)'],
  examples: { fails: 'electronicCopy: false', passes: 'electronicCopy: true' },
})
