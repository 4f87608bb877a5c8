import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { hipaacheck } from './run.js'

const node = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' })

const generated = (...args: string[]): string => node('bench/generate.js', ...args).stdout

describe('what is made to be measured', () => {
  it.each([[[]], [['--sparse']]])('%j: is the same from the same seed, and another from another', (flags) => {
    const text = generated('300', ...flags)
    expect(text).toBe(generated('300', '--seed', '1', ...flags))
    expect(text).not.toBe(generated('300', '--seed', '2', ...flags))
  })

  it.each([
    ['full', []],
    ['sparse', ['--sparse']],
  ])('%s: is a valid description, a third of which holds ePHI', (_, flags) => {
    const text = generated('600', ...flags)
    const { stdout, status } = hipaacheck(['validate', '-'], { input: text })
    expect(status).toBe(0)
    expect(stdout).toMatch(/valid \(600 assets, 600 flows, 40 vendors\)/)
    const holding = text.match(/^ {4}ephi: \[/gm)?.length ?? 0
    expect(holding).toBeGreaterThan(150)
    expect(holding).toBeLessThan(250)
  })

  it('states most facts, or hardly any', () => {
    const unproven = (...flags: string[]) => {
      const { stdout } = hipaacheck(['audit', '-', '--as-of', '2026-11-24', '--format', 'json'], {
        input: generated('300', ...flags),
      })
      const { outcomes } = (JSON.parse(stdout) as { summary: { outcomes: Record<string, number> } }).summary
      const { pass = 0, fail = 0, unproven: open = 0 } = outcomes
      expect(fail).toBeGreaterThan(0)
      return open / (pass + fail + open)
    }
    expect(unproven()).toBeLessThan(0.2)
    expect(unproven('--sparse')).toBeGreaterThan(0.8)
  })
})

describe('npm run bench', () => {
  it('refuses what it has no suite for', () => {
    const { stderr, stdout, status } = node('bench/run.js', 'speed')
    expect(stderr).toBe(
      'there is no suite speed\n  suites: start scale growth engine install reports plan html; tls oracles\n',
    )
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
  })
})

describe('the table of what was measured', () => {
  it.each([
    ['holds at the bar itself', 'value: 2, limit: 2', 'holds'],
    ['does not hold above it', 'value: 2.01, limit: 2', 'DOES NOT HOLD'],
    ['holds at what is wanted at least', 'value: 20, limit: 20, atLeast: true', 'holds'],
    ['does not hold below it', 'value: 19.9, limit: 20, atLeast: true', 'DOES NOT HOLD'],
  ])('%s', (_, numbers, verdict) => {
    const script = `import { tableText } from './bench/table.js'
      console.log(tableText([{ suite: 's', name: 'n', unit: 'times', ${numbers} }]).split('\\n')[1])`
    expect(node('--input-type=module', '-e', script).stdout).toMatch(new RegExp(` times {2}${verdict}\n$`))
  })

  it('compares by name, in percent', () => {
    const script = `import { comparisonText } from './bench/table.js'
      const one = (name, value) => ({ suite: 's', name, value, unit: 'ms' })
      console.log(comparisonText([one('a', 200), one('gone', 1)], [one('a', 150), one('new', 1)]))`
    expect(node('--input-type=module', '-e', script).stdout).toBe(
      'suite  what  before  now     change\ns      a     200 ms  150 ms  -25.0 %\n',
    )
  })
})

describe('what is compared with the labels of others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'labels-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const headings = 'oracle\tplatform\tcheck\tname\ttopics\tfile\ttarget\texpected\textra'
  const labelled = (corpus: string, ...labels: string[]) => {
    write(`${corpus}/LABELS.tsv`, [headings, ...labels, ''].join('\n'))
    const { stdout, stderr, status } = node('bench/oracles.js', join(folder, corpus.replace('/oracles', '')))
    return { stdout, stderr: stderr.replaceAll(folder, ''), status }
  }

  const volume = (is: boolean) =>
    `    - |\n      resource "aws_ebs_volume" "patients" {\n        encrypted = ${is}\n      }\n`
  const volumes = `terraform:\n  good:\n${volume(true)}  bad:\n${volume(false)}`
  const check = 'aws/ec2/enable_volume_encryption'
  const trivy = (target: string, expected: string) =>
    `trivy-checks\tterraform\t${check}\t\tencryption-at-rest\toracles/trivy/volumes.yaml\t${target}\t${expected}\t`

  it.each([
    ['the folder of a corpus', 'corpus/oracles', 'corpus/oracles/trivy/volumes.yaml'],
    ['the folder of its labels', 'bare', 'bare/trivy/volumes.yaml'],
  ])('is read from %s', (_, corpus, file) => {
    write(file, volumes)
    const { stdout, status } = labelled(corpus, trivy('good[0]', 'pass'), trivy('bad[0]', 'fail'))
    expect(status).toBe(0)
    expect(stdout).toMatch(/\| trivy-checks \| all \| 2 \| 1 \| 0 \| 1 \| 0 \|.* 100\.0 % \|/)
  })

  it('says where they disagree', () => {
    write('corpus/oracles/trivy/volumes.yaml', volumes)
    const { stdout } = labelled('corpus/oracles', trivy('good[0]', 'fail'))
    expect(stdout).toContain(`- trivy-checks ${check} terraform good[0] : fail, pass; no finding\n`)
  })

  it('takes of a plan the verdict of the resource that the label names', () => {
    const instance = (name: string) => ({
      address: `google_compute_instance.${name}`,
      mode: 'managed',
      type: 'google_compute_instance',
      name,
      values: {},
    })
    const resources = [instance('one'), instance('two')]
    write(
      'corpus/oracles/plan.json',
      JSON.stringify({ format_version: '1.2', planned_values: { root_module: { resources } } }),
    )
    const plan = (target: string) =>
      `checkov\tterraform-gcp\tCKV_GCP_31\t\tpublic-access\toracles/plan.json\t${target}\tfail\t`
    const { stdout, status } = labelled(
      'corpus/oracles',
      plan('google_compute_instance.two'),
      plan('google_compute_instance.three'),
      plan('(totals)'),
    )
    expect(status).toBe(0)
    expect(stdout).toMatch(/\| checkov \| all, nothing set aside \| 2 \|/)
    expect(stdout).toMatch(
      /google_compute_instance\.two : fail, pass; access-control\/least-privilege: google_/,
    )
    expect(stdout).toMatch(/google_compute_instance\.three : fail, pass; no finding/)
  })

  it('compares what is kept of a header of mail', () => {
    const header =
      'from a.example (a.example [192.0.2.1]) by mx.example.org with ESMTPS id 7; Mon, 1 Jan 2024 00:00:00 +0000'
    const tests = [
      ['read', [['assertIn', 'from', 'a.example']]],
      ['day', [['assertIn', 'date', 'Mon, 1 Jan 2024']]],
      ['hour', [['assertIn', 'date', '1 Jan 2024 00:00:00 -0100']]],
      ['protocol', [['assertEqual', 'with', 'ESMTP']]],
      ['number', [['assertEqual', 'id', '8']]],
      ['whole', []],
    ].map(([test, asserts]) => ({ class: 'Headers', test, received: [header], asserts }))
    write('corpus/oracles/mail.json', JSON.stringify(tests))
    const { stdout } = labelled(
      'corpus/oracles',
      ...tests.map(
        ({ test }) =>
          `mail-parser-received\treceived\tHeaders\t\temail\toracles/mail.json\t${test}\tparsed\t`,
      ),
    )
    expect(stdout).toMatch(/\| mail-parser-received \| all \| 5 \|.* 3 \| 0 \| 60\.0 % \|/)
    expect(stdout).toContain('received protocol : parsed, other; with: ESMTP expected, ESMTPS found\n')
    expect(stdout).toMatch(/received hour : parsed, other; date: 1 Jan 2024 00:00:00 -0100 expected/)
    expect(stdout).toMatch(/- mail-parser-received, what of a header is asked is nothing that .*: 1\n/)
  })

  it.each([
    ['without labels', 'none', undefined, 'there is neither LABELS.tsv nor oracles/LABELS.tsv in /none\n'],
    [
      'with a file of that name that holds something else',
      'other',
      'name,value\n',
      'LABELS.tsv of /other does not begin with oracle\tplatform\tcheck\n',
    ],
    [
      'whose labels name a file that is not there',
      'gone',
      `${headings}\n${trivy('good[0]', 'pass')}\n`,
      'LABELS.tsv names oracles/trivy/volumes.yaml, which is not in /gone\n',
    ],
  ])('refuses a folder %s in one line', (_, corpus, text, words) => {
    if (text !== undefined) write(`${corpus}/LABELS.tsv`, text)
    const { stdout, stderr, status } = node('bench/oracles.js', join(folder, corpus))
    expect({ stdout, stderr: stderr.replaceAll(folder, ''), status }).toEqual({
      stdout: '',
      stderr: words,
      status: 2,
    })
  })
})
