import { appliedPolicy } from './evidence/mail/dmarc.js'
import type { SeenDomain, SeenServer } from './evidence/mail/probe-domain.js'
import type { Published } from './evidence/mail/records.js'
import { type MailVerdict, verdictOf } from './evidence/mail/verdict.js'
import { visible } from './model/visible.js'
import { type Paint, painter, type Tone, wrapped } from './reporters/terminal.js'

interface Page {
  readonly columns: number
  readonly paint: Paint
}

/** What was seen of the mail of domains, for the terminal. */
export const mailText = (
  seen: readonly SeenDomain[],
  { color, columns }: { readonly color: boolean; readonly columns: number },
): string => {
  const page: Page = { columns: Math.max(40, Math.min(columns, 100)), paint: painter(color) }
  return seen.map((one) => [...sectionOf(one, page)].map((text) => `${text}\n`).join('')).join('\n')
}

const VERDICTS: Readonly<Record<MailVerdict['kind'], readonly [words: string, tone: Tone]>> = {
  forced: ['forced', 'good'],
  opportunistic: ['opportunistic', 'medium'],
  plain: ['plain', 'critical'],
  'no-mail': ['takes no mail', 'quiet'],
  'not-proven': ['not proven', 'medium'],
}

const LABEL = 11

function* sectionOf(seen: SeenDomain, page: Page): Generator<string> {
  const { paint, columns } = page
  const verdict = verdictOf(seen)
  const [words, tone] = VERDICTS[verdict.kind]
  yield `${paint('strong', visible(seen.domain))}  ${paint(tone, words)}`
  for (const text of wrapped(verdict.words, columns, '  ')) yield text
  yield ''
  for (const server of seen.servers) yield* serverRows(server, page)
  yield* row(
    'MTA-STS',
    published(
      seen.mtaSts,
      ({ mode, mx, maxAge }) => `mode ${mode}, ${mx.join(', ')}, kept for ${Math.floor(maxAge / DAY)} days`,
    ),
    page,
  )
  yield* row(
    'TLS-RPT',
    published(seen.tlsReporting, ({ to }) => `reports go to ${to.join(', ')}`),
    page,
  )
  yield* row('SPF', published(seen.spf, spfWords), page)
  for (const { selector, key } of seen.dkim)
    yield* row(
      'DKIM',
      `${selector}: ${published(
        key,
        ({ algorithm, keyBits, testing }) =>
          `${algorithm}${keyBits === undefined ? '' : `, ${keyBits} bits`}${testing ? ', testing' : ''}`,
      )}`,
      page,
    )
  yield* row(
    'DMARC',
    published(
      seen.dmarc,
      ({ policy, at, inherited, testing, text }) =>
        `${policy}${testing ? `, only tested: receivers act as by ${appliedPolicy({ policy, testing })} (t=y)` : ''}${inherited ? `, by the record of ${at}` : ''}: ${text}`,
    ),
    page,
  )
}

const DAY = 86_400

const published = <T>(one: Published<T>, say: (value: T) => string): string => {
  switch (one.state) {
    case 'published':
      return say(one)
    case 'none':
      return 'none'
    case 'invalid':
      return `void: ${one.words}`
    case 'not-proven':
      return `not proven: ${one.words}`
  }
}

const spfWords = ({
  text,
  lookups,
  voids,
  fault,
  unproven,
}: Extract<SeenDomain['spf'], { state: 'published' }>): string =>
  [
    `${text} (${lookups} of 10 look-ups${voids === 0 ? '' : `, ${voids} of 2 that find nothing`})`,
    ...(fault === undefined ? [] : [`receivers give up: ${fault}`]),
    ...(unproven === undefined ? [] : [`not all could be looked up: ${unproven}`]),
  ].join('; ')

function* serverRows(
  { host, preference, startTls, dane, inPolicy }: SeenServer,
  page: Page,
): Generator<string> {
  yield* row(
    'MX',
    `${preference} ${host}${inPolicy === false ? ', which the MTA-STS policy does not name' : ''}`,
    page,
  )
  yield* row('STARTTLS', startTlsWords(startTls), page)
  yield* row('DANE', daneWords(dane), page)
}

const startTlsWords = (startTls: SeenServer['startTls']): string => {
  if (startTls.kind === 'not-offered') return `not offered: ${startTls.words}`
  if (startTls.kind === 'not-proven') return `not proven: ${startTls.words}`
  const { version, cipher, chain } = startTls
  const [leaf] = chain?.certificates ?? []
  if (!chain || !leaf) return `${version}, ${cipher}, certificate not seen`
  const trusted = Object.values(chain.trust).some((trust) => trust.trusted)
  const trust = trusted ? 'trusted' : `not trusted (${chain.trust.public?.words ?? 'no root is known'})`
  return `${version}, ${cipher}; certificate ${chain.matchesHost ? 'for its name' : 'for another name'}, ${trust}, until ${leaf.notAfter ?? 'a day that cannot be read'}`
}

const daneWords = (dane: SeenServer['dane']): string => {
  switch (dane.state) {
    case 'usable': {
      const match =
        dane.matches === undefined
          ? ''
          : dane.matches
            ? `, ${dane.records === 1 ? 'which names' : 'one of which names'} its certificate`
            : ', none of which names its certificate'
      return `${dane.records} TLSA ${dane.records === 1 ? 'record' : 'records'}${match}; DNSSEC by the word of the resolver`
    }
    case 'void':
      return `void: ${dane.words}`
    case 'none':
      return 'none'
    case 'not-proven':
      return `not proven: ${dane.words}`
  }
}

function* row(label: string, text: string, { columns, paint }: Page): Generator<string> {
  const [first = '', ...rest] = wrapped(text, columns, ' '.repeat(LABEL))
  yield `  ${paint('quiet', label.padEnd(LABEL - 2))}${first.trimStart()}`
  yield* rest
}
