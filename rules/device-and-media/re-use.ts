import { assets, decide, defineRule } from '#rule'

export const reUse = defineRule({
  id: 'device-and-media/re-use',
  title: 'Leased devices are cleared of ePHI before somebody else uses them',
  ground: '164.310(d)(2)(ii)',
  severity: 'high',
  subjects: assets.storingEphi.where(
    'that are leased',
    ({ traits, entry }) => traits.hardware && entry.value.ownership === 'leased',
  ),
  check: (asset) => decide(asset.at('disposal'), (value) => value !== 'none'),
  says: 'it goes back to its owner with what is on it',
  why: 'Copiers, scanners and rented servers keep what passed through them, and go to the next customer with it.',
  fix: 'Have the lessor clear or hand over the disk in writing, and write `disposal: { method, document }`.',
  references: ['NIST SP 800-88 Rev. 2'],
  examples: { fails: 'disposal: none', passes: 'disposal: { method: purge, document: lease 4.2 }' },
})
