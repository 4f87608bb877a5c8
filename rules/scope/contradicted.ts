import { assets, defineRule, fail, practice, unproven, wayOf } from '#rule'

export const contradicted = defineRule({
  id: 'scope/contradicted',
  title: 'Nothing that is said to hold no ePHI receives it',
  ground: practice('164.308(a)(1)(ii)(A)'),
  severity: 'high',
  subjects: assets.all.where(
    'that are said to hold no ePHI, although flows reach them',
    (asset) => asset.saidToHoldNone && asset.reachedByFlow,
  ),
  check: (asset) => {
    const stated = asset.at('ephi')
    if (asset.reach === undefined) return unproven(stated, 'state `carries` of the flows that reach it')
    return fail(stated, { found: wayOf(asset) })
  },
  says: 'it is said to hold no ePHI, and ePHI reaches it',
  why: 'A system that nobody counts is not encrypted, not backed up, not watched, and not in the risk analysis.',
  fix: 'Stop the flow, de-identify what it carries as 164.514 asks, or state what the system really holds.',
  references: ['HHS Guidance on Risk Analysis, 2010'],
  examples: { fails: 'carries: ephi', passes: 'carries: none' },
})
