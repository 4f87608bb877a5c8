import { all, carriedDevices, defineRule, expectTrue, guidance } from '#rule'

export const managed = defineRule({
  id: 'device-and-media/managed',
  title: 'Devices that people carry are managed and can be wiped',
  ground: guidance('HICP 2023, practice 2', '164.310(b)'),
  related: ['164.310(c)'],
  severity: ({ entry }) => (entry.value.ownership === 'personal' ? 'high' : 'medium'),
  subjects: carriedDevices,
  check: (asset) => all(expectTrue(asset.at('mdm', 'enrolled')), expectTrue(asset.at('mdm', 'remoteWipe'))),
  says: 'it is not managed, or cannot be wiped from afar',
  why: `
    Telephones and laptops are left in taxis, and what decides then is whether they lock, encrypt and can be erased.
    Management makes sure of that on all of them, and on the owner’s own device it is the only hold that you have.`,
  fix: 'Enrol devices in device management with remote wipe, or let them show ePHI from a virtual desktop alone, and state `mdm: { enrolled: true, remoteWipe: true }`.',
  references: ['HICP 2023, practice 2', 'HHS guidance on remote access and mobile devices'],
  examples: { fails: 'mdm: { enrolled: false }', passes: 'mdm: { enrolled: true, remoteWipe: true }' },
})
