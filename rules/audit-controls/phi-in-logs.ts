import {
  defineRule,
  fail,
  listed,
  logStoreOf,
  pass,
  practice,
  readersOfRecordsOnly,
  recordsWithEphi,
  unproven,
} from '#rule'

export const phiInLogs = defineRule({
  id: 'audit-controls/phi-in-logs',
  title: 'Records of activity with ePHI are read only by those who may read their source',
  ground: practice('164.308(a)(4)(ii)(B)'),
  severity: 'medium',
  // That a log store is said to hold no ePHI and gets it is a matter of scope/contradicted.
  subjects: recordsWithEphi,
  check: (asset) => {
    const contains = asset.at('audit', 'containsPhi')
    if (contains.value === undefined) return unproven(contains)
    const store = logStoreOf(asset) ?? asset
    const readers = store.access('authorised')
    if (readers.value === undefined) return unproven(readers)
    const source = asset.access('authorised')
    if (source.value === undefined) return unproven(source)
    const wider = readersOfRecordsOnly(asset, store)
    return wider.length === 0
      ? pass(readers, source, contains)
      : fail(readers, { found: `${listed(wider)} on ${store.id}` }, contains)
  },
  says: 'its records hold ePHI, and are read by people who may not read the system itself',
  why: `
    Names and diagnoses in a log are the chart by another door, and the door is open to all who search for errors.
    Those who may read records of patients are decided for the system, and not again for its log.`,
  fix: `
    Keep ePHI out of the log, and state \`audit: { containsPhi: false }\`.
    Or let only groups read the log store that may read its sources, and state \`access.authorised\`.`,
  references: ['NIST SP 800-92'],
  examples: { fails: 'authorised: [clinicians, developers]', passes: 'authorised: [clinicians]' },
})
