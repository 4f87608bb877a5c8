import { assets, defineRule, expectTrue, federal, unproven } from '#rule'

export const ePrescribing = defineRule({
  id: 'neighbouring-law/e-prescribing',
  title: 'Prescriptions of controlled substances are signed with two factors',
  ground: federal('21 CFR 1311.115'),
  severity: 'high',
  subjects: assets.all.where('that prescribe, and may prescribe controlled substances', ({ entry }) => {
    const { electronicPrescribing } = entry.value
    return electronicPrescribing !== undefined && electronicPrescribing.controlledSubstances !== false
  }),
  check: (asset) => {
    const signed = expectTrue(asset.at('electronicPrescribing', 'twoFactor'))
    const controlled = asset.at('electronicPrescribing', 'controlledSubstances')
    return signed.is === 'fail' && controlled.value === undefined ? unproven(controlled) : signed
  },
  says: 'it signs prescriptions of controlled substances with one factor',
  why: `
    Whoever signs such a prescription has to show two factors, by a federal regulation that is no part of HIPAA. Where one
    is enough, a stolen password prescribes opioids.`,
  fix: `
    Have each prescriber sign with two factors (hard tokens may still be of FIPS 140-2, which 1311.115(b) names), and state
    \`electronicPrescribing: { controlledSubstances: true, twoFactor: true }\`.`,
  references: ['21 CFR 1311.115'],
  examples: { fails: 'twoFactor: false', passes: 'twoFactor: true' },
})
