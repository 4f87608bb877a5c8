import { defineRule, fail, pass, practice, recordingEphi, recordsWrittenOnce, unproven } from '#rule'

export const tamperProof = defineRule({
  id: 'audit-controls/tamper-proof',
  title: 'Records of activity cannot be altered by those whom they record',
  ground: practice('164.312(b)'),
  severity: 'medium',
  subjects: recordingEphi,
  check: (asset) => {
    const stated = asset.at('audit', 'tamperProof')
    const store = recordsWrittenOnce(asset)
    if (stated.value === true) return pass(stated)
    if (store.value === true) return pass(store)
    if (stated.value === false) return fail(stated)
    return store.value === false
      ? fail(store, { says: 'its record of activity lies where it can be written over' })
      : unproven(stated)
  },
  says: 'whoever is recorded can alter the record',
  why: `
    An intruder with the rights of an administrator, or the administrator, deletes first what tells of him.
    A record that could have been changed proves nothing.`,
  fix: `
    Write the record where it can be added to and not changed, under other identities, and state \`audit: { tamperProof: true }\`.
    Or lock the store, and state \`integrity: { writeOnce: true }\` of it.`,
  references: ['NIST SP 800-92'],
  examples: { fails: 'tamperProof: false', passes: 'tamperProof: true' },
})
