import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/audit.js'
import { exampleReport, reportOn, withEverything } from '../reports.js'
import { HOSTILE, hostile, pageOf, withAcceptances } from './pages.js'

const clinic = exampleReport('clinic')
const page = pageOf(clinic)

/** The part of a page under a heading. */
const part = (text: string, id: string): string =>
  new RegExp(`<section class="part" id="${id}"[\\s\\S]*?(?=<section class="part"|</main>)`).exec(text)?.[0] ??
  ''

/** What a reader sees of mark-up. */
const seen = (text: string): string =>
  text
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

describe('the page', () => {
  it('has every part', () => {
    const whole = pageOf({ ...withAcceptances(clinic), remarks: [{ rule: 'a/b', note: 'n', subjects: [] }] })
    expect([...whole.matchAll(/<h2 id="([\w-]+)-title">/g)].map(([, id]) => id)).toEqual([
      'summary',
      'paragraphs',
      'findings',
      'accepted',
      'evidence',
      'map',
      'inventory',
      'vendors',
      'alternatives',
      'calendar',
      'remarks',
      'not-checked',
      'tool',
    ])
  })

  it('allows its own style and script alone, and names nothing outside of it', () => {
    expect(page).toMatch(
      /content="default-src 'none'; style-src 'sha256-[\w+/=]{44}'; script-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'"/,
    )
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page.match(/<style/g)).toHaveLength(1)
    expect(page).not.toMatch(/\s(?:src|style|on\w+)=/)
    expect(page.match(/(?:href|url)[=(]\s*["']?(?!#|"#)[^"')]*/g) ?? []).toEqual([])
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//)
  })

  it('is the same of a stored report', () => {
    expect(pageOf(JSON.parse(JSON.stringify(clinic)) as Report)).toBe(page)
  })

  it('has each id once', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  it('leads nowhere in vain', () => {
    const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids, target).toContain(target)
  })

  it('comes in small pieces, and 50,000 findings fit into a heap of 512 MB', () => {
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['--max-old-space-size=512', 'bench/html.js', '--render', '50000'],
      { encoding: 'utf8', maxBuffer: 1 << 30 },
    )
    expect(stderr).toMatch(/^\{"milliseconds":/)
    expect(status).toBe(0)
    expect(stdout.match(/<article class="finding"/g)).toHaveLength(50_000)
    expect(stdout).toMatch(/<\/html>\n$/)
  }, 180_000)
})

describe('summary', () => {
  it('tells the verdict, and what is unproven', () => {
    const text = seen(part(page, 'summary'))
    expect(text).toMatch(/Fails \d+ findings \(high or worse\)\./)
    expect(text).toMatch(/\d+ answers in \d+ findings are unproven: nobody stated what decides\./)
    expect(text).not.toContain('accepted')
    expect(text).toContain('Individuals 61,400')
  })

  it('passes what is compliant', () => {
    expect(seen(part(pageOf(exampleReport('compliant')), 'summary'))).toContain(
      'Passes No finding (high or worse).',
    )
  })

  it('draws bars whose parts add up', () => {
    const [, bar = ''] = /Answers of the rules<\/figcaption>\s*<svg[^>]*>([\s\S]*?)<\/svg>/.exec(page) ?? []
    const widths = [...bar.matchAll(/ width="([\d.]+)%"/g)].map(([, width]) => Number(width))
    expect(widths.length).toBeGreaterThan(1)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 0)
  })
})

describe('findings', () => {
  it('are all there, each with its message, place and fingerprint', () => {
    for (const { fingerprint, message } of clinic.findings) {
      const [, article = ''] =
        new RegExp(`<article class="finding" id="f-${fingerprint}"([\\s\\S]*?)</article>`).exec(page) ?? []
      expect(seen(article)).toContain(message.replace(/\s+/g, ' '))
      expect(article).toMatch(/<summary>examples\/clinic\.yaml:\d+:\d+/)
    }
  })

  it('show the line with a mark on what is meant', () => {
    expect(page).toMatch(
      /<span class="line here"><span class="at">\d+<\/span><span class="code"> {4}access: \{ anonymous: <mark>true<\/mark> \}\n<\/span>/,
    )
  })

  it('explain once what several of one rule share', () => {
    const text = `version: 1
assets:
  - { id: a, kind: server, ephi: [stores], encryptionAtRest: { enabled: false } }
  - { id: b, kind: server, ephi: [stores], encryptionAtRest: { enabled: false, notes: x }, constraints: { cannot: [encrypt], because: y } }
`
    const findings = part(pageOf(reportOn(text)), 'findings')
    const why = findings.match(/<dt>Why it matters<\/dt>/g) ?? []
    expect(why.length).toBe((findings.match(/<section class="rule/g) ?? []).length)
  })

  it('carry what one filters by', () => {
    expect(page).toMatch(
      /<section class="rule fail" data-severity="critical" data-outcome="fail" data-module="access-control" data-paragraphs="[^"]*164\.312\(a\)\(1\)[^"]*">/,
    )
    const flow = clinic.findings.find(
      ({ rule, subjects }) => rule.startsWith('transmission') && subjects[0]?.kind === 'hop',
    )
    expect(flow).toBeDefined()
    const [, things] = new RegExp(`id="f-${flow?.fingerprint}" data-things="([^"]*)"`).exec(page) ?? []
    expect(things?.split(' ')).toEqual(expect.arrayContaining(['county-lab', 'lab-drop']))
  })

  it('say so where there are none', () => {
    expect(seen(part(pageOf({ ...clinic, findings: [] }), 'findings'))).toContain(
      'No stated fact contradicts a rule',
    )
  })
})

describe('what somebody accepted', () => {
  const report = withAcceptances(clinic)
  const accepted = pageOf(report)

  it('stays a failure, and says by whom, until when and why', () => {
    expect(seen(part(accepted, 'findings'))).toContain(
      'Accepted: waived until 2027-01-31 by Jo <b>Doe</b>: Replaced in spring. It stays a failure that somebody accepted.',
    )
    expect(accepted).not.toContain('<b>Doe')
  })

  it('is red where the law requires it, in the summary, at the finding and in the register', () => {
    const required = report.findings.filter(({ accepted: list }) => list?.some((one) => one.required)).length
    expect(required).toBeGreaterThan(0)
    expect(seen(part(accepted, 'summary'))).toMatch(
      /6 failures are accepted , wholly or in part, and stay failures\. \d+ of them concerns? what the law requires, which nobody can waive\./,
    )
    expect(part(accepted, 'summary')).toContain('<strong class="red">')
    expect(part(accepted, 'findings').match(/<p class="accepted red">/g)).toHaveLength(required)
    expect(part(accepted, 'accepted').match(/<tr class="red">/g)).toHaveLength(required)
    expect(part(accepted, 'accepted').match(/<tr/g)).toHaveLength(7)
  })

  it('says of how many subjects, where it is a part of them', () => {
    const [first] = report.findings.filter(({ subjects }) => subjects.length > 3)
    const partly = {
      ...clinic,
      findings: clinic.findings.map((finding) =>
        finding.fingerprint === first?.fingerprint
          ? {
              ...finding,
              subjects: finding.subjects.map((subject, index) =>
                index === 0
                  ? { ...subject, accepted: { by: 'baseline' as const, required: false } }
                  : subject,
              ),
            }
          : finding,
      ),
    }
    expect(seen(part(pageOf(partly), 'findings'))).toContain(
      `Accepted: 1 of ${first?.subjects.length} known from the baseline.`,
    )
  })
})

describe('registers', () => {
  it('have a row for each paragraph, thing, vendor and alternative', () => {
    const rows = (id: string) => part(page, id).match(/<tr(?: id="[^"]*")?><th scope="row">/g)?.length
    expect(rows('paragraphs')).toBe(clinic.matrix.length)
    expect(rows('inventory')).toBe(clinic.map.nodes.length)
    expect(rows('vendors')).toBe(clinic.vendors.length)
    expect(rows('alternatives')).toBe(clinic.alternatives.length)
    expect(rows('map')).toBe(clinic.map.flows.length)
  })

  it('tell how ePHI came to a place', () => {
    expect(seen(part(page, 'inventory'))).toContain('patient-db → reports')
    expect(seen(part(page, 'inventory'))).toMatch(
      /directory identity provider 1 none identifies the users of/,
    )
  })

  it('ask for evidence by paragraph, with the questions that settle it', () => {
    const asked = part(page, 'evidence')
    const unproven = new Set(
      clinic.findings.filter(({ outcome }) => outcome === 'unproven').map(({ rule }) => rule),
    )
    for (const { citation, rules } of clinic.matrix)
      expect(asked.includes(`<h3>${citation} `), citation).toBe(rules.some((rule) => unproven.has(rule)))
    expect(asked.match(/<li id="q-\d+"/g)).toHaveLength(clinic.questions.length)
  })

  it('tell what to state as one piece of YAML in which no key stands twice', () => {
    const [, yaml = ''] = /<pre>([\s\S]*?)<\/pre>/.exec(part(page, 'evidence')) ?? []
    const keys = yaml.split('\n').filter((text) => /^[a-zA-Z]+:/.test(text))
    expect(keys.length).toBeGreaterThan(3)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('say what no infrastructure can show', () => {
    const row = clinic.matrix.find(({ status, evidence }) => status === 'not-checked' && evidence === 'no')
    expect(seen(part(page, 'paragraphs'))).toContain(
      `${row?.citation} ${row?.name} ${row?.kind} · outside what infrastructure can show`,
    )
  })

  it('tell what was observed, what it cleared, and what made no fact', () => {
    expect(page).not.toContain('id="observed"')
    const place = { file: 'seen.json', line: 4, column: 2, endLine: 4, endColumn: 9 }
    const evidence = {
      files: [{ file: 'seen.json', tool: 'testssl.sh', observations: 3 }],
      maxAge: 'P90D',
      used: 1,
      notProven: [{ about: 'a:443', observedAt: '2026-11-01', how: 'TLS', why: 'nobody answers', place }],
      notUsed: [{ about: 'b:443', observedAt: '2020-01-01', how: 'TLS', why: 'too old', place }],
      cleared: [{ rule: 'a/b', subject: 'portal', was: 'unproven' as const, path: '/assets/portal', place }],
    }
    const text = seen(part(pageOf({ ...clinic, evidence }), 'observed'))
    expect(text).toContain('1 observation of what really runs made facts, by testssl.sh (seen.json).')
    expect(text).toContain('portal a/b unproven seen.json:4:2')
    expect(text).toContain('a:443 2026-11-01 TLS not proven: nobody answers seen.json:4:2')
    expect(text).toContain('b:443 2020-01-01 TLS not used: too old seen.json:4:2')
  })

  it('say so where nothing is to be told', () => {
    const bare = pageOf({ ...clinic, findings: [], vendors: [], alternatives: [], dueDates: [] })
    expect(seen(part(bare, 'evidence'))).toContain('Nothing is unproven.')
    expect(seen(part(bare, 'vendors'))).toContain('No vendor is described.')
    expect(seen(part(bare, 'alternatives'))).toContain('No alternative is documented.')
    expect(seen(part(bare, 'calendar'))).toContain('Nothing that is described lapses on a day.')
  })

  it.each<[days: number, title: string, words: string]>([
    [-1, 'Overdue', '1 day ago'],
    [0, 'Within 30 days', 'in 0 days'],
    [30, 'Within 30 days', 'in 30 days'],
    [31, 'Within 60 days', 'in 31 days'],
    [90, 'Within 90 days', 'in 90 days'],
    [91, 'Later', 'in 91 days'],
  ])('tell when something lapses: %d days', (days, title, words) => {
    const due = [{ date: '2027-01-01', days, what: 'it lapses', subject: 'x' }]
    const text = part(pageOf({ ...clinic, dueDates: due }), 'calendar')
    expect(seen(text)).toContain(
      `Calendar ${title} Day From the day of the report Subject What Place 2027-01-01 ${words} x it lapses`,
    )
    expect(text.includes('<tr class="red">')).toBe(days < 0)
  })

  it('tell what became of waivers and of the baseline', () => {
    const waiver = {
      rule: 'a/b',
      subjects: 'id x',
      reason: 'R',
      owner: 'O',
      until: '2027-01-01',
      failures: 2,
    }
    const text = part(
      pageOf({
        ...clinic,
        waivers: [
          { ...waiver, state: 'in-force', required: false },
          { ...waiver, state: 'in-force', required: true },
          { ...waiver, state: 'expired', required: false },
          { ...waiver, state: 'unused', required: false },
        ],
        baseline: { known: 12, fixed: [{ rule: 'c/d', subject: 'y', message: 'y: it was open' }] },
      }),
      'accepted',
    )
    expect(seen(text)).toContain('a/b id x in force 2 O 2027-01-01 R')
    expect(seen(text)).toContain(
      'a/b id x in force required by law, which nobody can waive: it stays a failure 2 O 2027-01-01 R',
    )
    expect(seen(text)).toContain('a/b id x expired: it gates again 2')
    expect(seen(text)).toContain('a/b id x unused: it matches no failure 2')
    expect(text.match(/<tr class="red">/g)).toHaveLength(2)
    expect(seen(text)).toContain('12 failures were known before; 1 of them is gone.')
    expect(seen(text)).toContain('c/d y y: it was open')
  })

  it('tell what holds with a word, and what was not read', () => {
    const told = pageOf({
      ...clinic,
      remarks: [{ rule: 'a/b', note: 'It is a treatment provider.', subjects: ['lab', 'clinic'] }],
      notRead: [{ what: 'aws_thing', count: 3, why: 'no rule knows it', file: 'main.tf' }],
    })
    expect(seen(part(told, 'remarks'))).toContain('a/b lab, clinic It is a treatment provider.')
    expect(seen(part(told, 'not-checked'))).toContain('aws_thing 3 no rule knows it main.tf')
    expect(part(pageOf({ ...clinic, remarks: [] }), 'remarks')).toBe('')
  })
})

describe('hostile text', () => {
  const attacked = pageOf(hostile(withEverything(clinic)))

  it('is text wherever it stands', () => {
    expect(
      attacked
        .replace(/<svg [\s\S]*?<\/svg>/g, '')
        .match(/<(?:script|style|title|base|a href="(?!#)|img)\b/g),
    ).toEqual(['<title', '<style', '<script'])
    expect(/<svg onload|<!--/.test(attacked)).toBe(false)
    expect(attacked.includes(HOSTILE.slice(0, 20))).toBe(false)
  })

  it('has nothing unseen in it', () => {
    expect(/[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?!\n)\p{Cc}/u.exec(attacked)).toBeNull()
  })
})
