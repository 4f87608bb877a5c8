import type { DueDate, Report } from '../../engine/report.js'
import { dueWords } from '../due.js'
import { counted } from '../words.js'
import { type Markup, markup } from './markup.js'
import { placeText, table } from './words.js'

/** What lapses by the calendar, seen from the day of the report: what is over, and what comes in 30, 60 and 90 days. */
export const calendar = ({ dueDates }: Report): Markup => {
  if (dueDates.length === 0) return markup`<p>Nothing that is described lapses on a day.</p>\n`
  const spans = new Map<string, DueDate[]>()
  for (const due of dueDates) {
    const title = due.days < 0 ? 'Overdue' : dueWords(due).replace(/^./, (letter) => letter.toUpperCase())
    spans.set(title, [...(spans.get(title) ?? []), due])
  }
  return markup`${[...spans].map(
    ([title, list]) =>
      markup`<h3>${title}</h3>\n${table(
        title,
        ['Day', 'From the day of the report', 'Subject', 'What', 'Place'],
        list.map(row),
      )}`,
  )}`
}

const row = ({ date, days, subject, what, place }: DueDate): Markup =>
  markup`<tr${days < 0 ? markup` class="red"` : ''}><th scope="row"><time>${date}</time></th><td>${
    days < 0 ? `${counted(-days, 'day')} ago` : `in ${counted(days, 'day')}`
  }</td><td><code>${subject}</code></td><td>${what}</td><td>${place && placeText(place)}</td></tr>\n`
