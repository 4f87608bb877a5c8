import { compareText } from '../model/compare-text.js'
import type { Document } from '../model/description.generated.js'
import type { Infrastructure } from '../model/infrastructure.js'
import { isPlain } from '../model/merge.js'
import { type ModelPath, pathOf } from '../model/path.js'
import { addDuration, daysBetween, parseDay } from '../model/scalars/day.js'
import { parseDuration } from '../model/scalars/duration.js'
import type { DayText } from '../model/scalars/text.js'
import type { Waiver } from './config.js'
import type { PlaceOf } from './findings.js'
import type { DueDate } from './report.js'

interface Due {
  readonly date: string
  readonly what: string
  readonly subject: string
  /** Where it is stated; absent for what no description states. */
  readonly path?: ModelPath
}

/** Everything that lapses by the calendar, the next first: agreements, assurances, certificates, reviews, support. */
export const dueDatesOf = (
  infrastructure: Infrastructure,
  placeOf: PlaceOf,
  waivers: readonly Waiver[] = [],
): readonly DueDate[] =>
  [
    ...vendorDates(infrastructure),
    ...assetDates(infrastructure),
    ...documentDates(infrastructure),
    ...alternativeDates(infrastructure),
    ...attestationDates(infrastructure),
    ...waivers.map(({ rule, until }): Due => ({ date: until, what: 'the waiver ends', subject: rule })),
  ]
    .sort(
      (one, other) =>
        compareText(one.date, other.date) ||
        compareText(one.subject, other.subject) ||
        compareText(one.what, other.what),
    )
    .map(({ date, what, subject, path }) => ({
      date,
      what,
      subject,
      days: daysBetween(infrastructure.asOf, date as DayText),
      ...(path === undefined ? {} : { place: placeOf(infrastructure.origin(path)) }),
    }))

const vendorDates = ({ vendors }: Infrastructure): Due[] =>
  [...vendors.values()].flatMap(({ id, baa, assurances }) => {
    const path = pathOf('/vendors', id)
    const due: Due[] = []
    if (baa !== undefined && baa !== 'none' && baa.expiresOn !== undefined)
      due.push({
        date: baa.expiresOn,
        what: baa.autoRenew ? 'the agreement renews itself' : 'the agreement expires',
        subject: id,
        path: pathOf(path, 'baa', 'expiresOn'),
      })
    for (const [index, { kind, validUntil, periodEnd }] of (assurances ?? []).entries()) {
      if (validUntil === undefined && periodEnd !== undefined)
        due.push({
          date: periodEnd,
          what: `the period of the assurance ${kind ?? ''} ends`.replace('  ', ' '),
          subject: id,
          path: pathOf(path, 'assurances', index, 'periodEnd'),
        })
      if (validUntil !== undefined)
        due.push({
          date: validUntil,
          what: `the assurance ${kind ?? ''} lapses`.replace('  ', ' '),
          subject: id,
          path: pathOf(path, 'assurances', index, 'validUntil'),
        })
    }
    return due
  })

const assetDates = ({ assets }: Infrastructure): Due[] =>
  assets
    .filter(({ exceptionOf }) => exceptionOf === undefined)
    .flatMap(({ id, value, path }) => {
      const due: Due[] = []
      const { supportEnds } = value.product ?? {}
      if (supportEnds !== undefined)
        due.push({
          date: supportEnds,
          what: 'support by its maker ends',
          subject: id,
          path: pathOf(path, 'product', 'supportEnds'),
        })
      for (const endpoint of value.endpoints ?? []) {
        const notAfter = endpoint.tls?.certificate?.notAfter
        const name = endpoint.id ?? endpoint.port
        if (notAfter !== undefined && name !== undefined)
          due.push({
            date: notAfter,
            what: 'the certificate expires',
            subject: `${id}/${name}`,
            path: pathOf(path, 'endpoints', name, 'tls', 'certificate', 'notAfter'),
          })
      }
      return due
    })

const documentDates = ({ description }: Infrastructure): Due[] =>
  (['governance', 'contingency'] as const).flatMap((part) =>
    Object.entries(description[part] ?? {}).flatMap(([key, value]) => {
      const date = reviewDue(value as Document)
      return date === undefined
        ? []
        : [{ date, what: 'the next review', subject: `${part}.${key}`, path: pathOf('', part, key, 'date') }]
    }),
  )

const reviewDue = (document: unknown): string | undefined => {
  if (
    !isPlain(document) ||
    typeof document['date'] !== 'string' ||
    typeof document['reviewEvery'] !== 'string'
  )
    return undefined
  const day = parseDay(document['date'])
  const interval = parseDuration(document['reviewEvery'])
  return day && interval && addDuration(day, interval)
}

const attestationDates = ({ description }: Infrastructure): Due[] =>
  (description.attestations ?? []).flatMap(({ validUntil, document }, index) =>
    validUntil === undefined
      ? []
      : [
          {
            date: validUntil,
            what: 'the attestation lapses',
            subject: typeof document === 'string' && document !== 'none' ? document : 'attestation',
            path: pathOf('/attestations', index, 'validUntil'),
          },
        ],
  )

const alternativeDates = ({ description }: Infrastructure): Due[] =>
  (description.alternatives ?? []).flatMap(({ specification, reviewBy }, index) =>
    reviewBy === undefined
      ? []
      : [
          {
            date: reviewBy,
            what: 'the alternative is to be reviewed',
            subject: specification,
            path: pathOf('/alternatives', index, 'reviewBy'),
          },
        ],
  )
