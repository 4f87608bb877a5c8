import {
  all,
  defineRule,
  expectAtLeast,
  expectStated,
  fail,
  mailboxIsRecord,
  mailSystem,
  ownPolicy,
  pass,
  unproven,
} from '#rule'

export const mailPurge = defineRule({
  id: 'records/mail-purge',
  title: 'Mail is kept neither too short nor for ever',
  ground: ownPolicy('The period in `records.retention.adults`'),
  severity: 'medium',
  subjects: mailSystem,
  check: (system) => {
    const [retention, purge, period] = [
      system.at('email', 'retention'),
      system.at('email', 'deletedMail', 'purgeAfter'),
      system.at('records', 'retention', 'adults'),
    ]
    if (mailboxIsRecord(system)) {
      if (period.value === undefined) return unproven(period)
      const deleted = purge.value === undefined ? pass(period) : expectAtLeast(purge, period.value)
      return all(expectAtLeast(retention, period.value), deleted)
    }
    const forEver = retention.value === 'forever' ? retention : purge.value === 'never' ? purge : undefined
    if (forEver === undefined) return expectStated(retention)
    return fail(forEver, {
      severity: 'low',
      says: 'mail is kept for ever, and no system of record is there',
      fix: 'Let mail end once the record has what it needs, and state `email: { retention, deletedMail: { purgeAfter } }`.',
    })
  },
  says: 'mailboxes are a system of record, and mail is deleted sooner than your own period says',
  why: `
    Where mail is the record, what is purged is missing from it. Where it is not, every old message is ePHI that
    a stolen password opens and that nobody needs any more.`,
  fix: 'Keep mail as long as `records.retention.adults` says, or file it in the record and take the mailbox out of `systemsOfRecord`.',
  examples: { fails: 'retention: 9 years', passes: 'retention: 10 years' },
})
