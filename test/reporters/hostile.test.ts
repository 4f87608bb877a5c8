import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audit, type Report } from '../../src/audit.js'
import { markdownCode, markdownText, visible } from '../../src/reporters/escape.js'
import { FORMATS, reporterOf } from '../../src/reporters/index.js'

const HOSTILE = [
  '\u001b[31mred\u001b]8;;http://evil.example\u0007link',
  '</script><img src=x onerror=alert(1)>',
  '[click](javascript:alert(1)) **bold** | cell | `code`',
  '```\n# heading\n- [ ] task @everyone #1',
  'right\u202eto left\u2066 and \u200b zero\ufeff width',
  'line\u2028separator\u2029\u0085next\r\nline',
  '::error file=x::injected',
  '$' + '{{ secrets.TOKEN }} <!-- comment -->',
  '=cmd|calc!A1',
  'half \ud800 of a character',
  'https://evil.example/phish',
]

const TEXT = HOSTILE.join(' ')

/** A report in which every text is hostile. */
const hostile = (value: unknown): unknown => {
  if (typeof value === 'string') return TEXT
  if (Array.isArray(value)) return value.map(hostile)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, KEPT.has(key) ? one : hostile(one)]),
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
  'exitCode',
  'reportVersion',
  'agreement',
  'evidence',
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
  return hostile(audited.report) as Report
}

const rendered = async (format: (typeof FORMATS)[number]): Promise<string> =>
  [...(await reporterOf(format)).render(report(), { color: false, columns: 80 })].join('')

/** What a terminal or a reader of text must never get. */
const UNSEEN = /[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?![\n])\p{Cc}/u

describe('a hostile report', () => {
  it.each(FORMATS)('does not get out of %s', async (format) => {
    expect(await rendered(format)).not.toMatch(UNSEEN)
  })

  it('is still JSON', async () => {
    expect(JSON.parse(await rendered('json'))).toMatchObject({ reportVersion: 1 })
  })

  it('gets no mark-up into Markdown', async () => {
    const text = await rendered('markdown')
    const outside = text
      .replace(/^( *)(`{3,}).*\n[\s\S]*?^ *\2$/gm, '')
      .replace(/\\[\\`*_{}[\]()#+!|~$]/g, '')
      .replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')
    expect(outside).not.toMatch(/<(?!br>)[a-z!/]/i)
    expect(outside).not.toMatch(/(?<!\\)\[[^\]]*(?<!\\)\]\(/)
    expect(outside).not.toMatch(/https?:\/\//)
    expect(outside).not.toMatch(/(?<![&\w])@everyone/)
  })

  it('breaks no table of Markdown', async () => {
    const tables = (await rendered('markdown')).split('\n\n').filter((block) => /^\|.*\n\| ---/.test(block))
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
