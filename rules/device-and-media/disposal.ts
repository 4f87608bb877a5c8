import { assets, decide, defineRule } from '#rule'

export const disposal = defineRule({
  id: 'device-and-media/disposal',
  title: 'Media that held ePHI are sanitised before they are disposed of',
  ground: '164.310(d)(2)(i)',
  severity: 'high',
  subjects: assets.storingEphi.where(
    'on hardware of our own',
    ({ traits, entry }) =>
      traits.hardware && entry.value.vendor === undefined && entry.value.ownership !== 'leased',
  ),
  check: (asset) => decide(asset.at('disposal'), (value) => value !== 'none'),
  says: 'nothing is done to its media before they are disposed of',
  why: 'Discarded disks and devices are bought and read. What is on them is disclosed, and the disclosure is a breach.',
  fix: 'Have media cleared, purged or destroyed, keep the certificates, and write `disposal: { method, document }`.',
  references: ['NIST SP 800-88 Rev. 2'],
  examples: { fails: 'disposal: none', passes: 'disposal: { method: destroy }' },
})
