import {
  defineRule,
  fail,
  listed,
  outsideProduction,
  pass,
  practice,
  unproven,
  wayOf,
  weakerThanProduction,
} from '#rule'

export const nonProduction = defineRule({
  id: 'data-classes/non-production',
  title: 'No ePHI is in test and development',
  ground: practice('164.308(a)(1)(ii)(B)'),
  severity: 'medium',
  // Where it is said to hold none and ePHI arrives all the same, scope/contradicted speaks.
  subjects: outsideProduction.where(
    'and not contradicted',
    ({ saidToHoldNone, reach }) => !saidToHoldNone || reach === undefined,
  ),
  check: (asset) => {
    const environment = asset.at('environment')
    const where = environment.value === undefined ? asset.at('purpose') : environment
    const [ephi, holds] = [asset.at('ephi'), asset.at('holds')]
    if (asset.reach === 'assumed') return unproven(ephi, 'state `ephi` or `holds` of it')
    if (asset.reach === undefined)
      return ephi.value === undefined
        ? holds.value === undefined
          ? unproven(holds)
          : pass(holds)
        : pass(ephi)
    const weaker = weakerThanProduction(asset)
    return weaker.length === 0
      ? fail(where, asset.reach === 'inferred' ? { found: `${where.value}: ${wayOf(asset)}` } : {})
      : fail(where, {
          severity: 'high',
          says: 'it holds ePHI outside production, and protects it less than production does',
          found: `${where.value}: without ${listed(weaker)}`,
        })
  },
  says: 'it holds ePHI, and is no production',
  why: `
    Test systems are opened to many, watched by nobody and copied on.
    The law does not forbid records there: it asks for the same safeguards, and few places give them.`,
  fix: `
    Use generated or de-identified data, and state \`holds: synthetic\` or the named data set.
    Where records are needed to test with, protect the system as production is protected.`,
  references: ['HICP 2023, practice 4'],
  examples: { fails: 'ephi: [stores]', passes: 'holds: synthetic' },
})
