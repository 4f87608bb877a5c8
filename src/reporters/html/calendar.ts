import type { DueDate, Report } from '../../engine/report.js'
import { type Markup, markup } from './markup.js'
import { counted, placeText, table } from './words.js'

/** What lapses by the calendar, seen from the day of the report: what is over, and what comes in 30, 60 and 90 days. */
export const calendar = ({ dueDates, asOf }: Report): Markup => {
  if (dueDates.length === 0) return markup`<p>Nothing that is described lapses on a day.</p>\n`
  const rows = dueDates.map((due) => ({ due, days: daysBetween(asOf, due.date) }))
  const parts = SPANS.map(({ title, within }) => ({ title, list: rows.filter(({ days }) => within(days)) }))
  return markup`${parts
    .filter(({ list }) => list.length > 0)
    .map(
      ({ title, list }) =>
        markup`<h3>${title}</h3>\n${table(
          title,
          ['Day', 'From the day of the report', 'Subject', 'What', 'Place'],
          list.map(({ due, days }) => row(due, days)),
        )}`,
    )}`
}

const DAY = 86_400_000

/** Whole days from one to the other; not a number where one of them is no day. */
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)

const SPANS: readonly { readonly title: string; within(days: number): boolean }[] = [
  { title: 'Overdue', within: (days) => days < 0 },
  { title: 'Within 30 days', within: (days) => days >= 0 && days <= 30 },
  { title: 'Within 60 days', within: (days) => days > 30 && days <= 60 },
  { title: 'Within 90 days', within: (days) => days > 60 && days <= 90 },
  { title: 'Later', within: (days) => !(days <= 90) },
]

const row = ({ date, subject, what, place }: DueDate, days: number): Markup =>
  markup`<tr${days < 0 ? markup` class="red"` : ''}><th scope="row"><time>${date}</time></th><td>${
    Number.isNaN(days) ? '' : days < 0 ? `${counted(-days, 'day')} ago` : `in ${counted(days, 'day')}`
  }</td><td><code>${subject}</code></td><td>${what}</td><td>${place && placeText(place)}</td></tr>\n`
