import { assets, defineRule, expectAtLeast, ownPolicy } from '#rule'

export const systemKeeps = defineRule({
  id: 'records/system-keeps',
  title: 'Systems of record keep records as long as your own period says',
  ground: ownPolicy('The period in `records.retention.adults`'),
  severity: 'high',
  subjects: assets.all.where('that are systems of record or archives, where a period is stated', (asset) => {
    const { records } = asset.infrastructure.description
    const named =
      records?.systemsOfRecord?.includes(asset.id) === true || asset.entry.value.kind === 'archive'
    return named && asset.entry.value.keeps !== undefined && records?.retention?.adults !== undefined
  }),
  check: (asset) => {
    const period = asset.infrastructure.description.records?.retention?.adults ?? 'P0D'
    return expectAtLeast(asset.at('keeps'), period)
  },
  says: 'it keeps records less long than your own period says',
  why: 'A period on paper keeps nothing: what the system deletes is gone.',
  fix: 'Set the retention of the system to the period, and state `keeps`. A rotating backup is no substitute.',
  examples: { fails: 'keeps: 5 years', passes: 'keeps: 10 years' },
})
