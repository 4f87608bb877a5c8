import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audit, type Report } from '../../src/audit.js'
import { markdownCode, markdownText, visible } from '../../src/reporters/escape.js'
import { FORMATS, type Format } from '../../src/reporters/index.js'
import { csvRows } from './csv-rows.js'
import { checkXml, faultsBy, missingSchema, missingXmllint } from './owners-schema.js'
import { accepting, rendered as renderedReport, withEverything, withFindings } from './reports.js'
import { xmlTree } from './xml-tree.js'

const HOSTILE = [
  '\u001b[31mred\u001b]8;;http://evil.example\u0007link',
  '</script><img src=x onerror=alert(1)>',
  '[click](javascript:alert(1)) **bold** | cell | `code`',
  '```\n# heading\n- [ ] task @everyone #1',
  'right\u202eto left\u2066 and \u200b zero\ufeff width',
  'line\u2028separator\u2029\u0085next\r\nline',
  '::error file=x::injected',
  ' ::add-mask::a',
  '##[error]old ##vso[task.setvariable variable=x]y ##teamcity[message]',
  'a%0A::error::b, file=c:d',
  ']]> &lt; &amp; " \'',
  '<![CDATA[ {0} {{1}}',
  '$' + '{{ secrets.TOKEN }} <!-- comment -->',
  '=cmd|calc!A1',
  'a;=1+1;"@SUM(1)";-2;\t+3',
  'half \ud800 of a character',
  'https://evil.example/phish www.evil.example',
  'file:///etc/passwd ../../etc/passwd C:\\Windows',
  'no character \ufffe \uffff',
]

/** Each begins a text once: some are dangerous there alone. */
const TEXTS = HOSTILE.map((_, index) => [...HOSTILE.slice(index), ...HOSTILE.slice(0, index)].join(' '))

/** A report in which every text is hostile: other texts for other texts, and the same for the same. */
const hostile = (value: unknown, known = new Map<string, string>()): unknown => {
  if (typeof value === 'string') {
    const text = known.get(value) ?? `${TEXTS[known.size % TEXTS.length]} ${known.size}`
    known.set(value, text)
    return text
  }
  if (Array.isArray(value)) return value.map((one) => hostile(one, known))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      KEPT.has(key) && typeof one !== 'object' ? one : hostile(one, known),
    ]),
  )
}

/** Words of ours, which no input can change. */
const KEPT = new Set([
  'severity',
  'outcome',
  'basis',
  'status',
  'kind',
  'reach',
  'rank',
  'state',
  'failOn',
  'protection',
  'exitCode',
  'reportVersion',
  'agreement',
  'evidence',
  'by',
  'was',
])

const report = (): Report => {
  const text = `version: 1
system: { name: A }
vendors: [{ id: v, relationship: none, assurances: [{ kind: iso27001, validUntil: 2027-01-01 }] }]
assets: [{ id: a, kind: server, ephi: [stores], encryptionAtRest: false, vendor: v }, { id: b, kind: server, ephi: none }]
flows: [{ from: a, to: b, carries: ephi }]
alternatives: [{ specification: 164.312(a)(2)(iv), subjects: {} }]
`
  const audited = audit([{ file: 'a.yaml', bytes: new TextEncoder().encode(text) }], { asOf: '2026-11-24' })
  if ('problems' in audited) throw new Error('the report cannot be made')
  const acceptance = { by: 'waiver', reason: 'r', owner: 'o', until: 'u', required: true } as const
  const accepted = withFindings(audited.report, (finding, index) =>
    index % 2 === 0
      ? accepting(finding, { ...acceptance, required: index % 4 === 0 }, 1 + (index % 3))
      : finding,
  )
  return hostile(withEverything(accepted)) as Report
}

/** Rendered once: the tests look at it from several sides. */
const made = new Map<Format, Promise<string>>()

const rendered = async (format: Format): Promise<string> => {
  const text = made.get(format) ?? renderedReport(format, report())
  made.set(format, text)
  return text
}

/** Every text in a value but lines of a file, which are shown as they are. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => (key === 'snippet' ? [] : textsIn(one)))
}

/** Text of Markdown without its code and its escapes. */
const outsideCode = (text: string): string =>
  text
    .replace(/^( *)(`{3,}).*\n[\s\S]*?^ *\2$/gm, '')
    .replace(/\\[\\`*_{}[\]()#+!|~$=-]/g, '')
    .replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')

/** What a terminal or a reader of text must never get. */
const UNSEEN = /[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?![\n])\p{Cc}/u

/** What stands around the first match, for a message that one can read. */
const around = (text: string, pattern: RegExp): string => {
  const index = text.search(pattern)
  return index < 0 ? '' : text.slice(Math.max(0, index - 60), index + 40)
}

/** One of our workflow commands: nothing in a property or a message begins another. */
const OURS = /^::(error|warning|notice) title=[^:,\n]*(,(file|line|endLine|col|endColumn)=[^:,\n]*)*::[^\n]*$/

const expectInert = (text: string): void => {
  expect(text).not.toMatch(/<(?!br>)[a-z!/]/i)
  expect(text).not.toMatch(/(?<!\\)\[[^\]]*(?<!\\)\]\(/)
  expect(text).not.toMatch(/https?:\/\/|www\./)
  expect(text).not.toMatch(/(?<![&\w])@everyone/)
}

describe('a hostile report', () => {
  it.each(FORMATS)('does not get out of %s', async (format) => {
    expect(around(await rendered(format), UNSEEN)).toBe('')
  })

  it.each(FORMATS)('gives the runner of a build nothing to obey in %s', async (format) => {
    const text = await rendered(format)
    const commands = text.split('\n').filter((line) => /^\s*::[a-z-]+(::|\s)/i.test(line))
    expect(commands.filter((line) => !(format === 'github' && OURS.test(line)))).toEqual([])
    expect(around(text, /##[a-z]*\[/i)).toBe('')
  })

  it.each(['json', 'sarif', 'gitlab', 'oscal'] as const)('is still JSON: %s', async (format) => {
    expect(JSON.parse(await rendered(format))).toBeTypeOf('object')
  })

  it.each(['markdown', 'github-summary'] as const)('gets no mark-up into %s', async (format) => {
    // A block of HTML ends with its line, and is no Markdown.
    const text = (await rendered(format)).replace(/^<details><summary>[^<]*<\/summary>$|^<\/details>$/gm, '')
    expectInert(outsideCode(text).replace(/^> \[!CAUTION\]/gm, ''))
  })

  it('gets no mark-up into the Markdown that SARIF and OSCAL hold', async () => {
    const { runs } = JSON.parse(await rendered('sarif'))
    const help = runs[0].tool.driver.rules.map((rule: { help: { markdown: string } }) => rule.help.markdown)
    const { results } = JSON.parse(await rendered('oscal'))['assessment-results']
    const { findings, risks, observations } = results[0]
    const prose = [findings, risks, observations]
      .flat()
      .flatMap(({ title, description, statement = '' }) => [title, description, statement])
    expect([help.length, prose.length].every((length) => length > 20)).toBe(true)
    for (const text of [...help, ...prose]) expectInert(outsideCode(text))
  })

  it('makes no link in a message of SARIF but to a place of the same result', async () => {
    const { runs } = JSON.parse(await rendered('sarif'))
    for (const { message, relatedLocations = [] } of runs[0].results) {
      const links = [...message.text.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target)
      const ids = relatedLocations.map(({ id }: { id: number }) => String(id))
      expect(links.filter((target) => !ids.includes(target))).toEqual([])
    }
    expect(textsIn(runs[0].results).filter((text) => /\]\((?!\d+\))/.test(text))).toEqual([])
  })

  it.each(['sarif', 'gitlab', 'oscal'] as const)(
    'leads nowhere outside of the repository: %s',
    async (format) => {
      const paths = [...(await rendered(format)).matchAll(/"(?:uri|path|href)": "([^"]*)"/g)].map(
        ([, path = '']) => path,
      )
      expect(paths.length).toBeGreaterThan(5)
      for (const path of paths) expect(path).not.toMatch(/^(?:\/|[a-z][a-z0-9+.-]*:)|(?:^|\/)\.\.(?:\/|$)/i)
    },
  )

  it('is still XML, with the same texts', async () => {
    const { children } = xmlTree(await rendered('junit'))
    expect(children.length).toBeGreaterThan(5)
    expect(children[0]?.attributes['name']).toContain('</script>')
  })

  it.for([
    ['sarif', 'sarif-2.1.0.json'],
    ['oscal', 'oscal-assessment-results-1.2.1.json'],
  ] as const)('is still %s as its owner says', async ([format, schema], { skip }) => {
    const missing = missingSchema(schema)
    if (missing !== undefined) skip(missing)
    expect(faultsBy(schema, JSON.parse(await rendered(format)))).toEqual([])
  })

  it('is still JUnit as its owner says', async ({ skip }) => {
    const missing = missingXmllint('junit-10.xsd')
    if (missing !== undefined) skip(missing)
    const xml = await rendered('junit')
    expect(() => checkXml('junit-10.xsd', xml)).not.toThrow()
  })

  it('is still CSV, and no cell is a formula', async () => {
    const rows = csvRows(await rendered('csv'))
    expect(new Set(rows.map((row) => row.length)).size).toBe(1)
    for (const cell of rows.flat()) {
      expect(cell).not.toMatch(/^["\s]*[=+\-@]/)
      expect(cell).not.toMatch(/;["\s]*[=+\-@]/)
    }
  })

  it('is still one workflow command a line, with our properties alone', async () => {
    const lines = (await rendered('github')).trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) expect(line).toMatch(OURS)
  })

  it('breaks no table of Markdown', async () => {
    const tables = [await rendered('markdown'), await rendered('github-summary')]
      .join('\n\n')
      .split('\n\n')
      .filter((block) => /^\|.*\n\| ---/.test(block))
    expect(tables.length).toBeGreaterThan(5)
    for (const table of tables) {
      const widths = table
        .trim()
        .split('\n')
        .map((row) => row.replace(/\\\|/g, '').split('|').length)
      expect(new Set(widths).size, table.slice(0, 200)).toBe(1)
    }
  })
})

describe('escaping', () => {
  it('leaves nothing unseen, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const safe of [visible(text), markdownText(text), markdownCode(text)])
          expect(safe).not.toMatch(UNSEEN)
      }),
    )
  })

  it('ends every code span', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ', '\\') }), (text) => {
        const code = markdownCode(text)
        const fence = /^`+/.exec(code)?.[0] ?? ''
        const inside = code.slice(fence.length, -fence.length)
        expect(inside.match(/`+/g) ?? []).not.toContain(fence)
      }),
    )
  })
})
