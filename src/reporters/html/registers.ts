import type { Report, ReportedAlternative, ReportedVendor } from '../../engine/report.js'
import {
  agreementWords,
  approvalWords,
  assuranceWords,
  lostSafeHarbor,
  responsibilityWords,
} from '../register-words.js'
import { type Markup, markup } from './markup.js'
import { codes, placeText, table } from './words.js'

/** Vendors, their agreements and assurances. */
export const vendors = ({ vendors: list }: Report): Markup =>
  list.length === 0
    ? markup`<p>No vendor is described.</p>\n`
    : table(
        'Vendors',
        [
          'Vendor',
          'Relationship',
          'Gets ePHI',
          'Agreement',
          'Assurances',
          'Responsible for',
          'Runs',
          'Place',
        ],
        list.map(vendor),
      )

const vendor = (one: ReportedVendor): Markup => {
  const { id, name, relationship, reached, runs, place } = one
  return markup`<tr><th scope="row">${name}${name === id ? '' : markup` <code>${id}</code>`}</th><td>${relationship ?? 'not stated'}</td><td>${reached ? 'yes' : 'no'}</td><td>${agreementWords(one)}</td><td>${assuranceWords(one)}</td><td>${responsibilityWords(one)}</td><td>${codes(runs)}</td><td>${place && placeText(place)}</td></tr>\n`
}

/** Documented alternatives, 45 CFR 164.306(d)(3): which count, which are void and why. */
export const alternatives = ({ alternatives: list, findings }: Report): Markup =>
  list.length === 0
    ? markup`<p>No alternative is documented.</p>\n`
    : table(
        'Documented alternatives',
        [
          'Specification',
          'Subjects',
          'State',
          'Decision and measure',
          'Approved',
          'Review by',
          'Covers',
          'Place',
        ],
        list.map((one) => alternative(one, findings)),
      )

const alternative = (one: ReportedAlternative, findings: Report['findings']): Markup => {
  const { specification, subjects, state, decision, measure, reviewBy, faults, covers, place } = one
  const titles = new Map(
    findings
      .filter(({ fingerprint }) => covers.includes(fingerprint))
      .map((finding) => [finding.fingerprint, finding.title]),
  )
  const lost = lostSafeHarbor(one)
  return markup`<tr><th scope="row">${specification}</th><td>${subjects}</td><td>${state === 'valid' ? 'valid' : markup`<strong class="red">void</strong>`}${faults.map((fault) => markup`<br>${fault}`)}</td><td>${decision}${measure === undefined ? '' : `: ${measure}`}</td><td>${approvalWords(one)}</td><td>${reviewBy === undefined ? 'not stated' : markup`<time>${reviewBy}</time>`}</td><td>${covers.length === 0 ? 'no finding' : covers.map((fingerprint, at) => [at === 0 ? '' : ', ', markup`<a href="#f-${fingerprint}">${titles.get(fingerprint) ?? fingerprint}</a>`])}${lost === undefined ? '' : markup`<br><strong>Note</strong>: ${lost}.`}</td><td>${place && placeText(place)}</td></tr>\n`
}
