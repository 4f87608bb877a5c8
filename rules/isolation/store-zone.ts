import {
  assets,
  defineRule,
  facesInternet,
  fail,
  guidance,
  namesOfSome,
  pass,
  placementOf,
  unproven,
  workstationsBeside,
} from '#rule'

export const storeZone = defineRule({
  id: 'isolation/store-zone',
  title: 'Stores of ePHI stand apart from the public and from workstations',
  ground: guidance('HHS Cybersecurity Performance Goals, network segmentation', '164.312(a)(1)'),
  severity: 'medium',
  // What a vendor runs without a zone is in the vendor's network, of which its contract speaks.
  subjects: assets.storingEphi.where(
    'for many users, in a network of ours',
    ({ traits, entry }) =>
      traits.central &&
      (traits.patchable || entry.value.vendor === undefined || entry.value.zone !== undefined),
  ),
  check: (asset) => {
    const { zone, trust } = placementOf(asset)
    if (zone.value === undefined) return unproven(zone)
    const found = `zone ${zone.value}`
    if (trust.value === 'public') return fail(trust, { severity: 'high', found })
    const workstations = workstationsBeside(asset)
    if (workstations.length > 0)
      return fail(zone, {
        says: 'it stands in one zone with workstations',
        found: `${found}, with ${namesOfSome(workstations)}`,
      })
    if (trust.value === undefined) return unproven(trust)
    return trust.value === 'dmz' && !facesInternet(asset)
      ? fail(trust, { says: 'it stands where the public is let in, and serves no public itself', found })
      : pass(zone, trust)
  },
  says: 'it stands in a public zone',
  why: `
    Ransomware starts on a workstation, and goes where the network lets it.
    A store in a zone of its own is not reached by whoever opened the wrong mail.`,
  fix: `
    Move the store into a zone of its own, let in only what has to reach it, and state its \`zone\`.
    State \`trust\` of the zone as well: \`restricted\` or \`internal\`.`,
  references: ['NIST SP 800-207', 'HICP 2023, practice 6'],
  examples: { fails: 'zone: office', passes: 'zone: data' },
})
