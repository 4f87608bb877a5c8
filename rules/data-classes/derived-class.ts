import { assets, defineRule, fail, holdsAttested, pass, saidToHoldSynthetic, sourceOf, unproven } from '#rule'

export const derivedClass = defineRule({
  id: 'data-classes/derived-class',
  title: 'Data made from records is not called synthetic',
  ground: '164.514(b)',
  severity: 'medium',
  subjects: assets.all.where(
    'that are derived from others and said to hold synthetic data',
    (asset) => sourceOf(asset) !== undefined && saidToHoldSynthetic(asset),
  ),
  check: (asset) => {
    const claim = asset.at('holds')
    const source = sourceOf(asset) ?? asset
    if (source.reach !== undefined)
      return holdsAttested(asset) ? pass(claim) : fail(claim, { found: `derivedFrom is ${source.id}` })
    const stated = source.at('ephi')
    return source.saidToHoldNone || source.at('holds').value !== undefined
      ? pass(claim, stated)
      : unproven(stated)
  },
  says: 'it is derived from a store of ePHI, and its data is called synthetic',
  why: `
    Records that were shuffled or masked are still about somebody until 164.514(b) was followed.
    What is called synthetic falls out of every safeguard, so that the word has to be true.`,
  fix: `
    De-identify as 164.514(b) says and name the data \`class: deidentified\` with its record, or state that it is ePHI.
    If it was generated and no record copied, have somebody sign for \`holds\` under \`attestations\`.`,
  references: ['HHS, Guidance Regarding Methods for De-identification, 2012'],
  examples: {
    fails: 'holds: synthetic, derivedFrom: ehr',
    passes: 'holds: synthetic, derivedFrom: generator',
  },
})
