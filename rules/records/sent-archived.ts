import { decide, defineRule, practice, sentMessages } from '#rule'

export const sentArchived = defineRule({
  id: 'records/sent-archived',
  title: 'What is sent out with ePHI is kept',
  ground: practice(),
  severity: 'medium',
  subjects: sentMessages.where('that no system of record has', ({ fromRecord }) => !fromRecord),
  check: ({ archive }) => decide(archive, (kept) => kept !== 'none'),
  says: 'nothing keeps what is sent, and no system of record has it',
  why: `
    A letter, a result or a text to a patient is part of the record of their care, and the only copy leaves with it.
    What was sent is asked for by patients, by the next physician and by courts.`,
  fix: 'Keep a copy where records are kept, and state `archive` with that asset, or list the asset that it is drawn from under `records: { systemsOfRecord }`.',
  examples: { fails: 'archive: none', passes: 'archive: letters' },
})
