import { describe, expect, it } from 'vitest'
import { leftOut, suspectIn } from '../../src/knowledge/secret-formats.js'
import { masked } from '../../src/model/value-text.js'

/** Put together here, so that no scanner takes this file for a leak. */
const made = (...parts: readonly string[]): string => parts.join('')
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

const OWN: readonly (readonly [words: string, secret: string])[] = [
  ['a private key', made('-----BEGIN RSA ', 'PRIVATE KEY-----\nMIIEow\n-----END RSA ', 'PRIVATE KEY-----')],
  ['a private key', made('-----BEGIN ', 'PRIVATE KEY-----')],
  ['an access key of AWS', made('AKIA', 'Z7QKLMNOP2RSTUVW')],
  ['an access key of AWS', made('ASIA', 'Z7QKLMNOP2RSTUVW')],
  ['a token of GitHub', made('ghp_', LETTERS)],
  ['a token of GitHub', made('github_pat_', LETTERS)],
  ['a token of GitLab', made('glpat-', LETTERS.slice(0, 20))],
  ['a token of Slack', made('xoxb-', LETTERS)],
  ['an API key of Google', made('AIza', LETTERS.slice(0, 35))],
  ['a key of Stripe', made('sk_live_', LETTERS)],
  ['a key of SendGrid', made('SG.', LETTERS, '.', LETTERS)],
  ['a key of Twilio', made('SK', '0123456789abcdef'.repeat(2))],
  ['a token of npm', made('npm_', LETTERS)],
  ['a token of HashiCorp Vault', made('hvs.', LETTERS)],
  ['an account key of Azure Storage', made('AccountKey=', LETTERS, LETTERS, '==')],
  ['an API key of an AI service', made('sk-ant-', LETTERS)],
  ['an API key of an AI service', made('sk-', LETTERS)],
  ['a signed token', made('eyJ', LETTERS, '.', LETTERS, '.', LETTERS)],
]

describe('secrets by their form', () => {
  it.each(OWN)('%s', (words, secret) => {
    expect(suspectIn(`it is ${secret} here`)).toEqual({ words, is: 'secret', own: true })
    const safe = masked(`it is ${secret} here`)
    expect(safe).toContain('‹masked›')
    expect(safe).toMatch(/^it is .* here$/)
    expect(safe).not.toContain(secret.slice(-12))
  })

  it.each([
    made('AKIA', 'Z7QKLMNOP2RSTUV'),
    made('AKIA', 'Z7QKLMNOP2RSTUVWX'),
    made('XAKIA', 'Z7QKLMNOP2RSTUVW'),
    made('ghp_', LETTERS.slice(0, 29)),
    made('sk_test_', LETTERS),
    'an address such as https://harbor.example/ehr:8443',
    'SG.1.2',
    'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
    'Risk analysis of 2026-02-02, entry 7',
  ])('%s is none', (text) => expect(suspectIn(text)).toBeUndefined())

  it.each([
    'AKIAIOSFODNN7EXAMPLE',
    made('ghp_', 'x'.repeat(36)),
    'postgres://app:<password>@db',
    'postgres://app:****@db',
    made('postgres://app:$', '{PASSWORD}@db'),
  ])('%s stands in the place of one', (text) => expect(suspectIn(text)?.is).toBe('harmless'))

  it('finds a password in an address', () =>
    expect(suspectIn('postgres://app:winter@db/ehr')).toEqual({
      words: 'a password in an address',
      is: 'secret',
      own: false,
    }))
})

describe('secrets by their name', () => {
  it.each([
    ['password', 'hunter2', 'secret'],
    ['DB_PASSWORD', 'hunter2', 'secret'],
    ['api-key', 'abcdef1', 'secret'],
    ['apiKey', 'abcdef1', 'secret'],
    ['connection-string', 'server=a1b2c3', 'secret'],
    ['token', 'a!bcde', 'secret'],
    ['token', 'a1bcd', 'unclear'],
    ['token', 'ABCDE1', 'unclear'],
    ['token', 'abcdef', 'unclear'],
    ['token', 'Admin', 'unclear'],
    ['token', 'password123', 'unclear'],
    ['token', 'arn:aws:secretsmanager:us-east-1:1:secret:a1', 'harmless'],
    ['token', '/run/secrets/a1b2c3', 'harmless'],
    ['token', 'ssm:/db/a1b2c3', 'harmless'],
    ['token', 'op://clinic/db/a1', 'harmless'],
    ['token', '$TOKEN_1a', 'harmless'],
    ['token', '%TOKEN%', 'harmless'],
    ['token', 'redacted-1a', 'harmless'],
    ['token', '12345', 'unclear'],
  ] as const)('%s: %s is %s', (name, value, is) => expect(suspectIn(value, name)?.is).toBe(is))

  it.each([
    ['tokens', 'hunter2'],
    ['token-owner', 'hunter2'],
    ['secrets', 'hunter2'],
    ['password', 'true'],
    ['password', 'Rotated'],
    ['password', '90days'],
    ['password', '1500'],
    ['password', 'hunter2 is not it'],
  ])('%s: %s is none', (name, value) => expect(suspectIn(value, name)).toBeUndefined())

  it.each([
    ['password: hunter2', 'secret'],
    ['the pwd=hunter2; then', 'secret'],
    ["secret: 'hunter2'", 'secret'],
    ['password: <hunter2>', 'harmless'],
    ['password: changeme', 'unclear'],
  ] as const)('in a text: %s is %s', (text, is) => expect(suspectIn(text)?.is).toBe(is))

  it.each([
    'the password: see the safe',
    'passwords: hunter2',
    'auth: password, minLength: 12',
    'token: { a: b1c2d3 }',
  ])('in a text: %s is none', (text) => expect(suspectIn(text)).toBeUndefined())

  it.each([
    ['  db-password: hunter2,', '  db-password: ‹masked›,'],
    ['{ password: "hunter2", a: b }', '{ password: "‹masked›", a: b }'],
    ['token=abc;secret=def', 'token=‹masked›;secret=‹masked›'],
    ['auth: password, tls: { a: b }', 'auth: password, tls: { a: b }'],
    ['passwords: { minLength: 12 }', 'passwords: { minLength: 12 }'],
    ['passwordAuth: true', 'passwordAuth: true'],
    ['accessKeys: { federated: true }', 'accessKeys: { federated: true }'],
    ['of 123-45-6789', 'of ‹masked›'],
  ])('%s is shown as %s', (text, shown) => expect(masked(text)).toBe(shown))
})

it('reads hostile texts in no time', () => {
  const texts = ['eyJ-', 'AKIA', '://a:', 'password ', 'SG.a', '-----BEGIN ', 'sk-', 'secret:'].map((part) =>
    part.repeat(100_000),
  )
  const started = performance.now()
  for (const text of texts) {
    suspectIn(text)
    masked(text)
  }
  expect(performance.now() - started).toBeLessThan(5000)
})

describe('secrets that an import left out', () => {
  it.each([
    ['a private key', true],
    ['a password in an address', false],
    ['a value that its name calls a secret', false],
  ])('are still secrets: %s', (words, own) => {
    expect(suspectIn(leftOut({ words }))).toEqual({ words, is: 'secret', own })
  })

  it('are no other text with such a mark in it', () => {
    expect(suspectIn('see ‹masked: it›')).toBeUndefined()
  })
})
