import { defineRule, fail, pass, thirdPartyScripts, unproven } from '#rule'

export const tracker = defineRule({
  id: 'business-associates/tracker',
  title: 'No script of a third party sees ePHI without an agreement',
  ground: '164.502(a)',
  related: ['164.308(b)(1)'],
  severity: ({ pages }) =>
    pages === undefined || pages.includes('authenticated')
      ? 'high'
      : pages.includes('login') || pages.includes('appointment')
        ? 'medium'
        : 'info',
  // Where the vendor gets more than its script sees, the rule on unrelated vendors speaks.
  subjects: thirdPartyScripts.where(
    'of vendors that are related to us, or get nothing else',
    ({ relationship, getsMore }) => !(relationship.value === 'none' && getsMore),
  ),
  check: ({ baa, relationship }) => {
    if (baa.value !== 'none' && relationship.value === 'none')
      return fail(relationship, {
        says: 'its script runs on pages with ePHI, and its vendor has nothing to do with it',
      })
    if (baa.value === undefined) return unproven(baa)
    return baa.value === 'none' ? fail(baa) : pass(baa)
  },
  says: 'its script runs on pages with ePHI, and there is no agreement',
  why: 'A script of a third party sees what the visitor sees, and sends it home. Behind the log-in that is ePHI; the court that limited the guidance of HHS did so for public pages alone.',
  fix: 'Take the script off these pages, or sign an agreement with its vendor (most refuse).',
  references: ['HHS, Use of Online Tracking Technologies, 2024', 'AHA v. Becerra, N.D. Tex. 2024'],
  examples: { fails: 'baa: none', passes: 'baa: true' },
})
