import {
  assets,
  cannotBePatched,
  defineRule,
  fail,
  guidance,
  namesOfSome,
  pass,
  placementOf,
  unproven,
  workstationsBeside,
} from '#rule'

export const deviceZone = defineRule({
  id: 'isolation/device-zone',
  title: 'Medical devices and what cannot be patched are fenced off',
  ground: guidance('HICP 2023, practice 9', '164.306(a)(2)'),
  severity: 'medium',
  // Of stores for many users isolation/store-zone speaks.
  subjects: assets.inScope.where(
    'that are medical devices or cannot be patched',
    (asset) => cannotBePatched(asset) && !asset.traits.central,
  ),
  check: (asset) => {
    const { zone, trust } = placementOf(asset)
    if (zone.value === undefined) return unproven(zone)
    const found = `zone ${zone.value}`
    const workstations = workstationsBeside(asset)
    if (workstations.length > 0) return fail(zone, { found: `${found}, with ${namesOfSome(workstations)}` })
    if (trust.value === undefined) return unproven(trust)
    return trust.value === 'public' || trust.value === 'dmz'
      ? fail(trust, { says: 'the public is let into the zone in which it stands', found })
      : pass(zone, trust)
  },
  says: 'it stands in one zone with workstations',
  why: `
    A device that only its maker may change keeps its faults for years, and some of them can harm a patient.
    What cannot be mended has to be put where nobody reaches it.`,
  fix: `
    Put such devices into a zone of their own, with rules for the few connections that they need.
    State their \`zone\`, and its \`trust\`, such as \`restricted\`.`,
  references: ['HICP 2023, practice 9', 'HHS Cybersecurity Performance Goals, network segmentation'],
  examples: { fails: 'zone: office', passes: 'zone: devices' },
})
