import { describe, expect, it } from 'vitest'
import { resolverOf } from '../src/probe-mail.js'

describe('the resolver', () => {
  it.each([
    ['192.0.2.53', { host: '192.0.2.53', port: 53 }],
    ['192.0.2.53:5353', { host: '192.0.2.53', port: 5353 }],
    ['2001:db8::53', { host: '2001:db8::53', port: 53 }],
    ['[2001:db8::53]', { host: '2001:db8::53', port: 53 }],
    ['[2001:db8::53]:65535', { host: '2001:db8::53', port: 65_535 }],
  ])('is %s', (text, resolver) => {
    expect(resolverOf(text, 100)).toEqual({ resolver: { ...resolver, timeout: 100 } })
  })

  it.each(['dns.example', '', '192.0.2.53:0', '192.0.2.53:65536', '192.0.2.53:x', '[192.0.2.53'])(
    'is not %s',
    (text) => {
      expect(resolverOf(text, 100)).toMatchObject({ problem: { code: 'bad-usage' } })
    },
  )

  it('is that of the system, unless said otherwise', () => {
    expect(resolverOf(undefined, 100)).toMatchObject({ resolver: { timeout: 100 } })
  })
})
