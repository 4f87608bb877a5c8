import { spawnSync } from 'node:child_process'
import { lstatSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hipaacheck, inFolder, read } from './run.js'

const asOf = ['--as-of', '2026-11-24']

describe('audit', () => {
  it('passes what is compliant', () => {
    const { status, stdout, stderr } = hipaacheck(['audit', 'examples/compliant.yaml', ...asOf])
    expect(stderr).toBe('')
    expect(stdout).toContain('Passes: no finding')
    expect(stdout).toContain('Covered by a documented alternative')
    expect(status).toBe(0)
  })

  it('fails what is not, worst first, at 80 columns and without colour', () => {
    const { status, stdout } = hipaacheck(['audit', 'examples/clinic.yaml', ...asOf])
    expect(status).toBe(1)
    expect(stdout).not.toContain('\u001b')
    for (const line of stdout.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80)
    expect(stdout.indexOf('CRITICAL')).toBeLessThan(stdout.indexOf('HIGH'))
    expect(stdout).toContain('PageCount Analytics: ePHI reaches a vendor')
  })

  it('gates where it is told to', () => {
    const status = (...flags: string[]) =>
      hipaacheck(['audit', 'examples/compliant.yaml', ...asOf, ...flags]).status
    expect(status('--fail-on', 'info')).toBe(0)
    expect(status('--min-rank', 'attested')).toBe(1)
    expect(hipaacheck(['audit', 'examples/clinic.yaml', ...asOf, '--fail-on', 'critical']).status).toBe(1)
  })

  it('gives the same bytes twice', () => {
    const run = () => hipaacheck(['audit', 'examples/clinic.yaml', ...asOf, '--format', 'json']).stdout
    expect(run()).toBe(run())
  })

  it('writes several formats in one run, and nothing where one cannot be written', () => {
    inFolder({ 'a.yaml': 'version: 1\nassets: [{ id: db, kind: server, ephi: [stores] }]\n' }, (cwd) => {
      const good = hipaacheck(['audit', 'a.yaml', '-o', 'r.json', '-o', 'r.md', ...asOf], { cwd })
      expect(good.status).toBe(0)
      expect(good.stdout).toContain('Not proven')
      expect(JSON.parse(read(cwd, 'r.json')).reportVersion).toBe(1)
      expect(read(cwd, 'r.md')).toMatch(/^# HIPAA Security Rule/)
      const bad = hipaacheck(['audit', 'a.yaml', '-o', 's.json', '-o', 'missing/s.md', ...asOf], { cwd })
      expect(bad.status).toBe(2)
      expect(bad.stderr).toContain('missing/s.md cannot be written')
      expect(readdirSync(cwd).sort()).toEqual(['a.yaml', 'r.json', 'r.md'])
    })
  })

  it('refuses a format that what changed would take the place of', () => {
    inFolder({ 'a.yaml': 'version: 1\nassets: [{ id: db, kind: server, ephi: [stores] }]\n' }, (cwd) => {
      expect(hipaacheck(['audit', 'a.yaml', '-o', 'old.json', ...asOf], { cwd }).status).toBe(0)
      const against = ['audit', 'a.yaml', '--against', 'old.json', '--format', 'json', ...asOf]
      const refused = hipaacheck(against, { cwd })
      expect([refused.status, refused.stdout]).toEqual([2, ''])
      expect(refused.stderr).toContain('`--against` prints what changed')
      const { status, stdout } = hipaacheck([...against, '-o', 'new.json'], { cwd })
      expect(status).toBe(0)
      expect(stdout).toContain('0 new, 0 worse')
      expect(JSON.parse(read(cwd, 'new.json')).reportVersion).toBe(1)
    })
  })

  it('counts as an asset what is one, and no exception from it', () => {
    const { stdout } = hipaacheck(['validate', 'examples/clinic.yaml'])
    expect(stdout).toBe('examples/clinic.yaml: valid (11 assets, 7 flows, 4 vendors)\n')
  })

  it('tells formats by the names of files', () => {
    inFolder({ 'a.yaml': 'version: 1\nassets: [{ id: db, kind: server, ephi: [stores] }]\n' }, (cwd) => {
      const files = ['r.sarif', 'r.xml', 'r.csv'].flatMap((name) => ['-o', name])
      expect(hipaacheck(['audit', 'a.yaml', ...files, ...asOf], { cwd }).status).toBe(0)
      expect(JSON.parse(read(cwd, 'r.sarif')).version).toBe('2.1.0')
      expect(read(cwd, 'r.xml')).toMatch(/^<\?xml .*\?>\n<testsuites /)
      expect(read(cwd, 'r.csv')).toMatch(/^"severity","outcome"/)
    })
  })

  it('writes through a link, and into what is no file', () => {
    inFolder(
      { 'a.yaml': 'version: 1\nassets: [{ id: db, kind: server, ephi: [stores] }]\n', 'real.json': '' },
      (cwd) => {
        symlinkSync('real.json', join(cwd, 'link.json'))
        expect(hipaacheck(['audit', 'a.yaml', '-o', 'link.json', ...asOf], { cwd }).status).toBe(0)
        expect(JSON.parse(read(cwd, 'real.json')).reportVersion).toBe(1)
        expect(lstatSync(join(cwd, 'link.json')).isSymbolicLink()).toBe(true)
        expect(
          hipaacheck(['audit', 'a.yaml', '--format', 'json', '-o', '/dev/null', ...asOf], { cwd }).status,
        ).toBe(0)
        expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true)
      },
    )
  })

  it('ends quietly when the pipe is closed', () => {
    const { stderr, stdout } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" bin/run.js audit examples/clinic.yaml --format json | head -c 10`],
      { encoding: 'utf8' },
    )
    expect(stdout).toHaveLength(10)
    expect(stderr).toBe('')
  })

  it('reads standard input', () => {
    const { status, stdout } = hipaacheck(['audit', '-', ...asOf], {
      input: 'version: 1\nassets: [{ id: db, kind: file-share, ephi: [stores], encryptionAtRest: false }]\n',
    })
    expect(stdout).toContain('<stdin>:2:')
    expect(status).toBe(1)
  })
})

describe('bad input', () => {
  const tooDeep = `version: 1\nassets: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`
  const laughs = `version: 1\na: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
    .split('')
    .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefg'[index]}`).join(',')}]`)
    .join('\n')}\n`

  it.each<[name: string, text: string | Buffer, says: RegExp]>([
    ['empty file', '', /the file is empty \[empty-file\]/],
    ['comments alone', '# nothing\n', /empty-file/],
    ['not YAML', 'version: 1\nassets: [}\n', /\[not-yaml\]/],
    ['a text', 'hello\n', /\[wrong-type\]/],
    ['two documents', 'version: 1\n---\nversion: 1\n', /\[several-documents\]/],
    ['tabs', 'version: 1\nassets:\n\t- id: x\n', /a\.yaml:3:.*\[tab-indent\]/],
    [
      'duplicate keys',
      'version: 1\nassets: []\nassets: []\n',
      /a\.yaml:3:1: error: the key `assets` stands here a second time.*\[duplicate-key\]/,
    ],
    ['unknown key', 'version: 1\nasets: []\n', /did you mean: assets/],
    ['wrong type', 'version: 1\nassets: 7\n', /found: the number 7/],
    ['a number beyond all', 'version: 1\nparties: [{ id: p, count: 1e400 }]\n', /expected: a whole number/],
    ['unknown version', 'version: 2\n', /\[unknown-version\]/],
    ['no version', 'assets: []\n', /needs `version`/],
    ['a key with nothing after it', 'version: 1\nsystem:\n', /`system` has no value/],
    ['invalid UTF-8', Buffer.from([0x76, 0x3a, 0x20, 0xff, 0xfe, 0x0a]), /\[invalid-utf8\]/],
    ['UTF-16', Buffer.from('\ufeffversion: 1', 'utf16le'), /\[utf-16\]/],
    ['a bomb of aliases', laughs, /\[too-many-aliases\]/],
    ['ten thousand levels', tooDeep, /\[too-deep\]/],
    [
      'ten thousand levels of JSON',
      `{"version":1,"assets":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      /\[too-deep\]/,
    ],
    ['__proto__', 'version: 1\n__proto__: { polluted: true }\n', /\[reserved-key\]/],
    ['constructor in JSON', '{"version":1,"constructor":{}}', /\[reserved-key\]/],
    ['an anchor inside itself', 'version: 1\nassets: &a [*a]\n', /\[self-reference\]/],
    ['a tag', 'version: 1\nsystem: !!python/object {}\n', /\[unknown-tag\]/],
    [
      'a line of two megabytes',
      `version: 1\nsystem: { name: ${'x'.repeat(2_000_000)} }\n`,
      /\[line-too-long\]/,
    ],
    ['duplicate ids', 'version: 1\nassets: [{ id: a }, { id: a }]\n', /id `a` is taken.*\[duplicate-id\]/],
    [
      'an id of an asset and a vendor',
      'version: 1\nassets: [{ id: a }]\nvendors: [{ id: a }]\n',
      /\[duplicate-id\]/,
    ],
    ['a reserved id', 'version: 1\nassets: [{ id: everyone }]\n', /\[reserved-id\]/],
    [
      'dangling reference',
      'version: 1\nassets: [{ id: patient-db, ephi: [stores] }]\nflows: [{ from: patient-db, to: patientdb }]\n',
      /did you mean: patient-db/,
    ],
    [
      'dangling endpoint',
      'version: 1\nassets: [{ id: a, ephi: [stores], endpoints: [{ port: 443 }] }, { id: b }]\nflows: [{ from: b, to: a/444 }]\n',
      /did you mean: a\/443/,
    ],
    ['a day that does not exist', 'version: 1\nsystem: { asOf: 2026-02-30 }\n', /\[impossible-date\]/],
    ['a duration without a unit', 'version: 1\nassets: [{ id: a, keeps: 6 }]\n', /write the unit/],
    [
      'nothing holds ePHI',
      'version: 1\nassets: [{ id: a, kind: server, ephi: none }]\n',
      /nothing to audit.*\[nothing-to-audit\]/,
    ],
  ])('%s', (_name, text, says) => {
    inFolder({ 'a.yaml': text }, (cwd) => {
      const { status, stdout, stderr } = hipaacheck(['audit', 'a.yaml', '-o', 'r.json'], { cwd })
      expect(stderr.replace(/\s+/g, ' ')).toMatch(says)
      expect(stderr).not.toMatch(/\n\s+at .*\.js/)
      expect(stdout).toBe('')
      expect(status).toBe(2)
      expect(readdirSync(cwd)).toEqual(['a.yaml'])
    })
  })

  it('tells several faults at once, each with its line', () => {
    inFolder(
      {
        'a.yaml':
          'version: 1\nsystm: {}\nassets:\n  - { id: a, kind: databse, keeps: 6 }\nflows: [{ from: a, to: b }]\n',
      },
      (cwd) => {
        const { stderr } = hipaacheck(['validate', 'a.yaml'], { cwd })
        for (const at of ['a.yaml:2:1', 'a.yaml:4:20', 'a.yaml:4:36', 'a.yaml:5:24'])
          expect(stderr).toContain(at)
      },
    )
  })

  it('names both places where two files disagree', () => {
    inFolder(
      {
        'a.yaml': 'version: 1\nsystem: { name: A }\nassets: [{ id: x, ephi: [stores] }]\n',
        'b.yaml': 'version: 1\nsystem: { name: B }\nassets: [{ id: x }]\n',
      },
      (cwd) => {
        const { stderr, status } = hipaacheck(['audit', '.'], { cwd })
        expect(stderr).toContain('`system.name` has two values')
        expect(stderr).toContain('A at a.yaml:2:')
        expect(stderr).toContain('the first is at a.yaml:3:')
        expect(status).toBe(2)
      },
    )
  })

  it.each<[string[], RegExp]>([
    [['audit', 'nowhere.yaml'], /nowhere\.yaml: there is no such file/],
    [['audit', 'examples/clinc.yaml'], /did you mean: examples\/clinic\.yaml/],
    [['audit', 'src/commands'], /the folder holds no description/],
    [['audit', 'examples/*.nope'], /no file matches/],
    [['audit', 'examples/clinic.yaml', '--format', 'jsn'], /did you mean: json/],
    [['audit', 'examples/clinic.yaml', '--profile', 'hippa'], /did you mean: hipaa/],
    [['audit', 'examples/clinic.yaml', '--as-of', '2026-02-30'], /is not a day/],
    [['audit', 'examples/clinic.yaml', '--outptu', 'x'], /did you mean: --output/],
    [['audti'], /did you mean: audit/],
    [['audit'], /Missing 1 required arg/],
    [['explain', 'backup/store-coverd'], /did you mean: backup\/store-covered/],
  ])('%j', (args, says) => {
    const { status, stderr } = hipaacheck(args)
    expect(stderr.replace(/\s+/g, ' ')).toMatch(says)
    expect(status).toBe(2)
  })
})

describe('an error of ours', () => {
  it('says so without a stack trace, and exits with 3', () => {
    // The clock of the process is broken, which no input can do.
    const env = { NODE_OPTIONS: '--import data:text/javascript,process.uptime=()=>{throw(Error(7))}' }
    const { status, stderr, stdout } = hipaacheck(['audit', 'examples/compliant.yaml', ...asOf], { env })
    expect(stderr).toMatch(/^hipaacheck failed, and that is our fault: 7\n/)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(stdout).toBe('')
    expect(status).toBe(3)
  })
})

describe('the other commands', () => {
  it('lists and explains every rule', () => {
    const rules = JSON.parse(hipaacheck(['rules', '--format', 'json']).stdout) as { id: string }[]
    expect(rules.length).toBeGreaterThan(60)
    const { stdout } = hipaacheck(['explain', rules[0]?.id ?? ''])
    expect(stdout).toContain('Why it matters')
    for (const line of hipaacheck(['rules']).stdout.split('\n'))
      expect([...line].length).toBeLessThanOrEqual(80)
  })

  it.each(['clinic', 'cloud', 'hosted'])(
    'begins with a template that validates and whose audit runs: %s',
    (template) => {
      inFolder({}, (cwd) => {
        expect(hipaacheck(['init', '--template', template], { cwd }).status).toBe(0)
        expect(hipaacheck(['validate', 'infra.yaml'], { cwd }).stdout).toContain('valid')
        expect([0, 1]).toContain(hipaacheck(['audit', 'infra.yaml'], { cwd }).status)
        expect(hipaacheck(['init'], { cwd }).stderr).toContain('exists already')
      })
    },
  )

  it('prints its schemas', () => {
    expect(JSON.parse(hipaacheck(['schema']).stdout).title).toBe('Description')
  })

  it('asks what to state next, as YAML that is not yet a description', () => {
    const { stdout, status } = hipaacheck(['ask', 'examples/clinic.yaml', '--limit', '3'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^# 1\. State/)
    expect(stdout).toContain('defaults:')
  })
})

describe('map', () => {
  it.each([
    [[], /^flowchart LR\n/],
    [['--format', 'svg'], /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg /],
    [['--format', 'dot'], /^digraph "Data-flow map of Lakeshore/],
  ])('draws an example: %j', (flags, begins) => {
    const { stdout, stderr, status } = hipaacheck(['map', 'examples/clinic.yaml', ...flags])
    expect(stderr).toBe('')
    expect(stdout).toMatch(begins)
    expect(status).toBe(0)
  })

  it('takes the format from the name of the file, and draws where nothing holds ePHI', () => {
    inFolder({ 'a.yaml': 'version: 1\nassets: [{ id: db, ephi: none }]\n' }, (cwd) => {
      const { stdout, status } = hipaacheck(['map', 'a.yaml', '-o', 'm.svg'], { cwd })
      expect([stdout, status]).toEqual(['', 0])
      expect(read(cwd, 'm.svg')).toContain('<svg ')
      expect(hipaacheck(['map', 'a.yaml', '-o', 'no/m.svg'], { cwd })).toMatchObject({
        status: 2,
        stdout: '',
      })
    })
  })

  it('refuses what it cannot read', () => {
    const { status, stderr } = hipaacheck(['map', 'nowhere.yaml'])
    expect(stderr).toContain('there is no such file')
    expect(status).toBe(2)
  })
})
