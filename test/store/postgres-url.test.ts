import { describe, expect, it } from 'vitest'
import { shownUrl, withTls } from '../../src/store/postgres-url.js'

describe('a URL of PostgreSQL', () => {
  it.each([
    ['postgres://db.example.org/h', 'postgres://db.example.org/h'],
    ['postgres://user@db.example.org/h', 'postgres://user@db.example.org/h'],
    ['postgres://user:secret@db.example.org:5433/h', 'postgres://user@db.example.org:5433/h'],
    ['postgresql://user:se@cr:et@db.example.org/h', 'postgresql://user@db.example.org/h'],
    [
      'postgres://db/h?user=u&password=secret&sslmode=disable',
      'postgres://db/h?user=u&password=…&sslmode=disable',
    ],
  ])('is shown without its password: %s', (url, shown) => {
    expect(shownUrl(url)).toBe(shown)
  })

  const to = 'sslmode=verify-full'
  it.each([
    ['another machine', 'postgres://db.example.org/h', `postgres://db.example.org/h?${to}`],
    [
      'another machine, with options',
      'postgres://db/h?connect_timeout=3',
      `postgres://db/h?connect_timeout=3&${to}`,
    ],
    ['another machine by number', 'postgres://10.0.0.7/h', `postgres://10.0.0.7/h?${to}`],
    ['a name that only looks local', 'postgres://127.example.org/h', `postgres://127.example.org/h?${to}`],
    [
      'another machine in an option',
      'postgres:///h?host=db.example.org',
      `postgres:///h?host=db.example.org&${to}`,
    ],
  ])('asks for TLS with a trusted certificate: %s', (_, url, secured) => {
    expect(withTls(url)).toBe(secured)
  })

  it.each([
    ['this machine', 'postgres://localhost/h'],
    ['this machine by number', 'postgres://127.0.0.1:5432/h'],
    ['this machine by its other number', 'postgres://[::1]/h'],
    ['no machine', 'postgres:///h'],
    ['a socket', 'postgres:///h?host=/run/postgresql'],
    ['said otherwise', 'postgres://db.example.org/h?sslmode=disable'],
    ['said otherwise in short', 'postgres://db.example.org/h?ssl=true'],
  ])('is left as it is: %s', (_, url) => {
    expect(withTls(url)).toBe(url)
  })

  it('that is none is a fault of the store', () => {
    expect(() => withTls('postgres://[')).toThrow('it is no URL')
  })
})
