import { dataSets, defineRule, fail, isComplete, pass, unproven } from '#rule'

export const deidentified = defineRule({
  id: 'data-classes/deidentified',
  title: 'What is called de-identified was de-identified as the law says',
  ground: '164.514(b)',
  severity: 'high',
  subjects: dataSets.where('that are called de-identified', ({ value }) => value.class === 'deidentified'),
  check: (data) => {
    const record = data.at('deidentification')
    if (record.value === undefined) return unproven(record)
    if (record.value === 'none') return fail(record)
    return isComplete(data) ? pass(record) : unproven(record, 'method, date, by and document are all needed')
  },
  says: 'it is called de-identified, and was not',
  why: 'Masked or hashed records are still about somebody. Until one of the two methods was followed and written down, everything that holds for ePHI holds for them.',
  fix: 'Follow 164.514(b): take the 18 identifiers away, or have an expert determine that the risk is very small; write `deidentification: { method, date, by, document }`.',
  references: ['HHS, Guidance Regarding Methods for De-identification, 2012'],
  examples: {
    fails: 'deidentification: none',
    passes: 'deidentification: { method: safe-harbor, date: 2026-01-01, by: I. J., document: D-1 }',
  },
})
