import { traitsOf } from '../../model/traits.js'
import type { Draft } from '../resources/draft.js'
import type { ClaimedFlow, Placed } from './flows.js'
import { imageOf } from './image.js'
import { intervalOf } from './schedule.js'
import type { Container } from './workload.js'

/** Programs that copy what a store holds. */
const DUMPS =
  /(?:^|\/)(?:pg_dump|pg_dumpall|pg_basebackup|mysqldump|mariadb-dump|mysqlpump|mariabackup|xtrabackup|mongodump|wal-g|barman|pgbackrest|elasticdump|etcdctl)$/
/** Programs that keep copies and encrypt them always. */
const SEALED = /(?:^|\/)(?:restic|kopia|duplicacy)$/
/** Programs that encrypt what they are given. */
const ENCRYPTS = /(?:^|\/)(?:gpg|gpg2|age|openssl)$/
/** Images that do nothing but copy databases or volumes. */
const IMAGES =
  /(?:^|\/)(?:postgres-backup-local|postgres-backup-s3|mysql-backup|mysql-cron-backup|db-backup|docker-volume-backup|docker-db-backup|restic|resticker|mongodb-backup|pgbackups3)$/
const SCHEDULES =
  /^(?:SCHEDULE|BACKUP_CRON_EXPRESSION|BACKUP_CRON|CRON_TIME|CRON_SCHEDULE|DB_DUMP_CRON|BACKUP_SCHEDULE)$/
const KEPT_DAYS = /^(?:BACKUP_KEEP_DAYS|BACKUP_RETENTION_DAYS|RETENTION_DAYS|KEEP_DAYS)$/

/** Claims the plan by which a workload copies the stores that it connects to; a workload that copies nothing claims none. */
export const claimBackup = (one: Placed, flows: readonly ClaimedFlow[], draft: Draft): void => {
  const container = one.containers.find(copies)
  const stores = [...new Set(flows.filter(({ kind }) => traitsOf(kind).stores).map(({ to }) => to))]
  if (!container || stores.length === 0) return
  const plan = draft.entry('backupPlans', `${one.id}-copies`, container.source)
  plan.set('covers', { id: stores }, container.source)
  plan.set('copies', [copyOf(one, container)], container.source)
}

const copies = ({ words, image }: Container): boolean =>
  words.some(({ text }) => DUMPS.test(text) || SEALED.test(text)) ||
  (image !== undefined && IMAGES.test(imageOf(image.value).name))

const copyOf = ({ workload }: Placed, { words, environment, image }: Container) => {
  const told = (pattern: RegExp): string | undefined =>
    environment.find(({ name }) => pattern.test(name))?.value
  const frequency = workload.schedule?.value ?? intervalOf(told(SCHEDULES) ?? '')
  const days = Number(told(KEPT_DAYS) ?? keptByFind(words) ?? Number.NaN)
  const encrypts =
    words.some(({ text }) => SEALED.test(text) || ENCRYPTS.test(text)) ||
    (image !== undefined && SEALED.test(imageOf(image.value).name))
  return {
    ...(frequency === undefined ? {} : { frequency }),
    ...(Number.isInteger(days) && days > 0 ? { retention: `P${days}D` } : {}),
    ...(encrypts ? { encrypted: true } : {}),
  }
}

/** `find /backup -mtime +30 -delete` keeps for thirty days. */
const keptByFind = (words: Container['words']): string | undefined => {
  const index = words.findIndex(({ text }) => text === '-mtime')
  return index < 0 ? undefined : /^\+(\d{1,4})$/.exec(words[index + 1]?.text ?? '')?.[1]
}
