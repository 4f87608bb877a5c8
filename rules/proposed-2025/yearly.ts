import {
  defineRule,
  duration,
  expectWithin,
  fail,
  isMissing,
  OF_PROPOSAL,
  proposed,
  yearlyDocuments,
} from '#rule'

export const yearly = defineRule({
  id: 'proposed-2025/yearly',
  title: 'Inventory, map, analysis, audit, training and tests would be renewed every year',
  ground: proposed('inventory-and-map', 'risk-analysis', 'training', 'incident-plan', 'compliance-audit'),
  severity: 'low',
  subjects: yearlyDocuments,
  parameters: { period: duration('P12M', 'The longest time between two of them.', OF_PROPOSAL) },
  check: (document, { period }, { today }) => {
    if (isMissing(document.stated.value))
      return fail(document.stated, { says: 'the proposal would ask for it, and it does not exist' })
    return document.id === 'governance.incidentResponse'
      ? expectWithin(document.at('lastTest'), period, today, {
          says: 'the proposal would have it tested every {period}',
        })
      : expectWithin(document.at('date'), period, today)
  },
  says: 'the proposal would have it renewed every {period}',
  why: `
    Today the law says "periodically" of some of these and nothing of the others. The proposal would name a year, for
    the inventory of assets and the map of how ePHI moves as well.`,
  fix: 'Renew it, and state the day in its `date`; of the incident plan, state the day of its test in `lastTest`.',
  references: ['90 FR 898'],
  examples: {
    fails: 'inventory: { document: i, date: 2025-11-23 }',
    passes: 'inventory: { document: i, date: 2025-11-24 }',
  },
})
