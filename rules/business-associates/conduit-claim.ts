import { defineRule, duration, fail, listed, pass, storageOf, unproven, vendors } from '#rule'

export const conduitClaim = defineRule({
  id: 'business-associates/conduit-claim',
  title: 'Who is said to be a conduit keeps no ePHI',
  ground: '164.308(b)(3)',
  related: ['164.308(b)(1)', '164.502(e)'],
  severity: 'high',
  subjects: vendors.withEphi.where(
    'that are said to be conduits',
    ({ value }) => value.relationship === 'conduit',
  ),
  parameters: {
    onTheWay: duration('P7D', 'The longest that data may lie with a conduit on its way.'),
  },
  check: (vendor, { onTheWay }) => {
    const relationship = vendor.at('relationship')
    const { keeping, unsaid } = storageOf(vendor, onTheWay)
    if (keeping.length > 0) return fail(relationship, { found: `${listed(keeping)} stores ePHI` })
    return unsaid === undefined ? pass(relationship) : unproven(unsaid)
  },
  says: 'it is said to be a conduit, and it keeps ePHI',
  why: `
    Only who carries ePHI, and keeps it no longer than the way takes, is a conduit: the post, a telephone line, an internet
    provider. Who keeps it is a business associate, even if all is encrypted and the key is not with them.`,
  fix: `
    State \`relationship: business-associate\` and sign an agreement; where it is kept on the way alone, state how long in
    \`transient\` of the asset.`,
  references: ['45 CFR 160.103, business associate', 'HHS Guidance on Cloud Computing, 2016'],
  examples: { fails: 'ephi: [stores]', passes: 'ephi: [transmits], transient: 1 day' },
})
