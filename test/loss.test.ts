import { describe, expect, it } from 'vitest'
import { type Loss, lossOf } from '../src/loss.js'
import { lossText } from '../src/loss-text.js'
import { infrastructureOf } from './infrastructure-of.js'

const loss = (text: string, asset = 'db'): Loss => {
  const found = lossOf(infrastructureOf(text), asset)
  if (!found) throw new Error(`there is no ${asset}`)
  return found
}
const db = (its: string, more = '') => `
    assets:
      - { id: db, kind: relational-database, ephi: [stores]${its} }
    ${more}`
const key = (its: string) =>
  db(', encryptionAtRest: { enabled: true, algorithm: AES-256, key: k }', `keys: [{ id: k, ${its} }]`)

describe('what is stolen', () => {
  it.each([
    ['nothing said', db(''), 'unproven', 'nobody stated whether'],
    ['not encrypted', db(', encryptionAtRest: false'), 'unsecured', 'it is not encrypted'],
    ['a broken cipher', db(', encryptionAtRest: { enabled: true, algorithm: DES }'), 'unsecured', 'DES'],
    ['a key of which nothing is said', db(', encryptionAtRest: true'), 'unproven', 'where its key is kept'],
    ['a key in a service', key('manager: aws-kms'), 'secured', 'kept apart (aws-kms)'],
    ['a key on the thing itself', key('manager: file, storedWith: db'), 'at-risk', 'lies with it (db)'],
    ['an HSM in the thing itself', key('manager: hsm, storedWith: db'), 'at-risk', 'lies with it (db)'],
    [
      'a chip that gives the key to this thing alone',
      key('manager: tpm, storedWith: db'),
      'secured',
      'kept apart (tpm)',
    ],
    ['a key with no asset', key('manager: other, storedWith: none'), 'secured', 'kept apart (other)'],
    ['a key in a file somewhere', key('manager: file'), 'unproven', 'where its key is kept'],
    [
      'a key in a file on another',
      db(
        ', encryptionAtRest: { enabled: true, key: k }',
        'keys: [{ id: k, manager: file, storedWith: other }]',
      ).replace('assets:', 'assets:\n      - { id: other, kind: server }'),
      'secured',
      'kept apart',
    ],
    [
      'one of many that is not',
      `
    keys: [{ id: k, manager: tpm }]
    assets:
      - { id: db, kind: mobile-device, count: 9, ephi: [stores], encryptionAtRest: { enabled: true, algorithm: AES-256, key: k }, exceptions: [{ count: 2, why: old, set: { encryptionAtRest: false } }] }`,
      'at-risk',
      'but 2 of them are not: old',
    ],
    ...(
      [
        ['algorithm: DES', 'at-risk', 'but 2 of them are encrypted with what is broken: old'],
        ['key: beside', 'at-risk', 'but 2 of them have their key with them: old'],
        ['key: somewhere', 'unproven', 'but 2 of them have a key of which nobody stated where it is: old'],
        ['algorithm: AES-128', 'secured', 'with AES-256'],
      ] as const
    ).map(
      ([set, secured, words]) =>
        [
          `one of many with ${set}`,
          `
    keys: [{ id: k, manager: tpm }, { id: beside, manager: file, storedWith: db }, { id: somewhere, manager: file }]
    assets:
      - { id: db, kind: mobile-device, count: 9, ephi: [stores], encryptionAtRest: { enabled: true, algorithm: AES-256, key: k }, exceptions: [{ count: 2, why: old, set: { encryptionAtRest: { ${set} } } }] }`,
          secured,
          words,
        ] as [string, string, string, string],
    ),
    [
      'a vendor that encrypts',
      `
    vendors: [{ id: v, name: Vault Inc., responsibilities: { encryptionAtRest: vendor } }]
    assets: [{ id: db, kind: server, vendor: v, ephi: [stores] }]`,
      'unproven',
      'Vault Inc. encrypts it by what is agreed',
    ],
  ])('%s', (_, text, secured, words) => {
    const { stolen } = loss(text)
    expect(stolen.secured).toBe(secured)
    expect(stolen.because.join('; ')).toContain(words)
  })
})

it('says nothing of a safe harbor where there is no ePHI', () => {
  const none = loss('assets: [{ id: db, ephi: none }, { id: x, ephi: [stores] }]')
  const text = lossText(none, 'markdown', { color: false, columns: 80 })
  expect(text).toContain('## If it is stolen\n')
  expect(text).not.toContain('safe harbor')
})

describe('who is told', () => {
  const said = (text: string) => loss(text).notices.map(({ citation }) => citation)
  const system = (its: string) => db('', `system: { ${its} }`)

  it.each([
    ['nobody, while the key is apart', key('manager: hsm'), ['164.402; 164.414(b)']],
    ['nobody, of what holds no ePHI', 'assets: [{ id: db, ephi: none }, { id: x, ephi: [stores] }]', []],
    ['under 500', system('individuals: 499'), ['164.402(2); 164.414(b)', '164.404(b)', '164.408(c)']],
    [
      'from 500 on',
      system('individuals: 500'),
      ['164.402(2); 164.414(b)', '164.404(b)', '164.408(b)', '164.406'],
    ],
    [
      'how many is not stated',
      system('name: Clinic'),
      ['164.402(2); 164.414(b)', '164.404(b)', '164.408(b)', '164.406', '164.408(c)'],
    ],
    [
      'a business associate tells its customers',
      system('entity: business-associate, customers: [{ name: Clinic, breachNotice: 5 days }]'),
      ['164.402(2); 164.414(b)', '164.410(b), (c)', undefined],
    ],
    [
      'a state with a shorter clock',
      system('individuals: 10, jurisdictions: [US-NY]'),
      ['164.402(2); 164.414(b)', '164.404(b)', '164.408(c)', 'N.Y. Gen. Bus. Law 899-aa'],
    ],
  ])('%s', (_, text, citations) => {
    expect(said(text)).toEqual(citations)
  })

  it('counts the people of the data that it holds', () => {
    expect(
      loss(`
    system: { individuals: 9000 }
    data: [{ id: few, class: ephi, individuals: 40 }]
    assets: [{ id: db, kind: server, holds: few }]`).individuals,
    ).toBe(40)
  })

  const holding = (holds: string) => `
    system: { individuals: 9000 }
    data: [{ id: few, class: ephi, individuals: 40 }, { id: some, class: ephi, individuals: 460 }, { id: many, class: ephi, individuals: 500 }, { id: silent, class: ephi }]
    assets: [{ id: db, kind: server, holds: ${holds} }]`

  it.each([
    ['the people of one set', 'few', 40, ['164.408(c)']],
    ['those of several, who may be others', '[few, some]', 500, ['164.408(b)', '164.406', '164.408(c)']],
    ['those of several, one of which is enough', '[few, many]', 540, ['164.408(b)', '164.406']],
    [
      'a set that does not say of how many',
      '[few, silent]',
      undefined,
      ['164.408(b)', '164.406', '164.408(c)'],
    ],
    ['a large one beside it', '[many, silent]', undefined, ['164.408(b)', '164.406']],
    ['the system, where no set says', 'silent', 9000, ['164.408(b)', '164.406']],
  ])('counts %s', (_, holds, individuals, citations) => {
    const found = loss(holding(holds))
    expect(found.individuals).toBe(individuals)
    expect(found.notices.map(({ citation }) => citation).slice(2)).toEqual(citations)
  })

  it('says what the vendor owes', () => {
    const { notices } = loss(`
    vendors: [{ id: v, relationship: business-associate, baa: { breachNotice: 10 days } }]
    assets: [{ id: db, kind: server, vendor: v, ephi: [stores] }]`)
    expect(notices.map(({ words }) => words)).toContainEqual(
      'v, which runs it, has to tell you: within 10 days',
    )
  })
})

describe('what restores it', () => {
  const copy = (its: string) =>
    db(
      '',
      `backupPlans: [{ id: p, covers: {}, copies: [{ id: c, frequency: 1 day${its} }], restoreTests: [{ date: 2026-01-02, assets: [db], result: passed, achievedRto: 2 hours }] }]`,
    )

  it.each([
    ['an offline copy', ', offline: true', 'yes'],
    ['a locked copy', ', immutable: compliance', 'yes'],
    ['a lock that an administrator opens', ', immutable: governance', 'no'],
    ['one that whoever has the original can delete', ', isolatedCredentials: false', 'no'],
    ['no lock, and of credentials nothing said', ', offline: false, immutable: none', 'unproven'],
    ['other credentials alone', ', isolatedCredentials: true', 'unproven'],
    ['nothing said', '', 'unproven'],
  ])('%s', (_, its, survives) => {
    expect(loss(copy(its)).copies).toMatchObject([{ id: 'p/c', age: '1 day', survives }])
  })

  const screen = { color: false, columns: 80 }
  const tested = (tests: string) =>
    db('', `backupPlans: [{ id: nocturnal, covers: {}, copies: [{ id: c }], restoreTests: [${tests}] }]`)

  it.each([
    [
      'one of all that the plan covers',
      '{ date: 2026-01-02, result: passed }',
      ['nocturnal: 2026-01-02 passed'],
    ],
    ['one of another asset', '{ date: 2026-01-02, assets: [other], result: passed }', []],
    ['one that is planned', '{ date: 2099-01-02, result: passed }', []],
    [
      'several, the last first',
      '{ date: 2025-01-02, assets: [db] }, { date: 2026-01-02, assets: [db], result: failed }',
      ['nocturnal: 2026-01-02 failed', 'nocturnal: 2025-01-02 result not stated'],
    ],
  ])('counts of restore tests %s', (_, tests, expected) => {
    const text = tested(tests).replace('assets:', 'assets:\n      - { id: other, kind: server }')
    expect(loss(text).restoreTests).toEqual(expected)
  })

  it('names a plan by its whole name', () => {
    expect(lossText(loss(tested('{ date: 2026-01-02, result: passed }')), 'pretty', screen)).toContain(
      '- restore test: nocturnal: 2026-01-02 passed',
    )
  })

  it('tells the restore tests, and that there is no copy', () => {
    expect(loss(copy('')).restoreTests).toEqual(['p: 2026-01-02 passed, restored in 2 hours'])
    expect(lossText(loss(db('')), 'pretty', screen)).toContain('- no restore of it has been tested')
    expect(lossText(loss(db('')), 'pretty', { color: false, columns: 80 })).toContain(
      'No copy of it is stated',
    )
  })
})

describe('what falls with it', () => {
  const text = `
    assets:
      - { id: db, kind: server, ephi: [stores], runsOn: host }
      - { id: host, kind: hypervisor }
      - { id: ci, kind: ci-cd, administers: { id: [db] } }`

  it('both ways', () => {
    expect(loss(text).administeredBy).toEqual(['ci', 'host'])
    expect(loss(text, 'host').administers).toEqual(['db'])
    expect(loss(text, 'ci').administers).toEqual(['db'])
  })

  it('is text that fits, and inert', () => {
    const hostile = loss(text.replace('id: db, kind', "id: db, name: '<script>|', kind"))
    for (const line of lossText(hostile, 'pretty', { color: false, columns: 80 }).split('\n'))
      expect(line.length, line).toBeLessThanOrEqual(80)
    expect(lossText(hostile, 'markdown', { color: false, columns: 80 })).not.toContain('<script')
    expect(JSON.parse(lossText(hostile, 'json', { color: false, columns: 80 }))).toMatchObject({
      asset: 'db',
    })
  })
})
