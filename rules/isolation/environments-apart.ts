import {
  assets,
  defineRule,
  fail,
  namesOfSome,
  pass,
  practice,
  productionStoresBeside,
  unproven,
} from '#rule'

const TRIALS: readonly (string | undefined)[] = ['test', 'development', 'training', 'staging']

export const environmentsApart = defineRule({
  id: 'isolation/environments-apart',
  title: 'Test and development do not share a zone with the records of production',
  ground: practice('164.312(a)(1)'),
  severity: 'low',
  subjects: assets.all.where(
    'for test, development, training or staging, with a zone or without a vendor',
    ({ entry }) =>
      TRIALS.includes(entry.value.environment) &&
      (entry.value.zone !== undefined || entry.value.vendor === undefined),
  ),
  check: (asset) => {
    const zone = asset.at('zone')
    if (zone.value === undefined) return unproven(zone)
    const { stated, unstated } = productionStoresBeside(asset)
    if (stated.length > 0) return fail(zone, { found: `zone ${zone.value}, with ${namesOfSome(stated)}` })
    const [unknown] = unstated
    return unknown ? unproven(unknown.at('environment')) : pass(zone)
  },
  says: 'it is no production, and stands in one zone with stores of production',
  why: `
    Systems for trials have weak passwords, old software and many hands.
    In one zone with the records they are the easiest way to them.`,
  fix: `
    Give test and development zones or accounts of their own, without a rule that leads to production.
    State \`zone\` and \`environment\` of what stands in each.`,
  references: ['HICP 2023, practice 6'],
  examples: { fails: 'zone: data', passes: 'zone: lab' },
})
