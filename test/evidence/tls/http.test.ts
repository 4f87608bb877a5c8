import { describe, expect, it } from 'vitest'
import { hstsOf } from '../../../src/evidence/tls/http.js'
import { fixture } from './credentials.js'
import { nodeServer, probe, rawServer, scanned, withServer } from './servers.js'

const answer = (status: number, value?: string) => ({
  status,
  words: '',
  isPage: true,
  ...(value === undefined ? {} : { strictTransportSecurity: value }),
})

describe('HSTS', () => {
  it.each([
    ['a year', 200, 'max-age=31536000', { enabled: true, maxAge: 'P365D', includeSubDomains: false }],
    [
      'in another order and case',
      200,
      'IncludeSubDomains; MAX-AGE="86400"; preload',
      { enabled: true, maxAge: 'P1D', includeSubDomains: true },
    ],
    ['not whole days', 200, 'max-age=3601', { enabled: true, maxAge: 'PT3601S', includeSubDomains: false }],
    [
      'longer than durations are',
      200,
      'max-age=99999999999',
      { enabled: true, maxAge: 'P1157407D', includeSubDomains: false },
    ],
    [
      'a redirection has it too',
      301,
      'max-age=86400',
      { enabled: true, maxAge: 'P1D', includeSubDomains: false },
    ],
    ['turned off', 200, 'max-age=0', { enabled: false }],
    ['without an age', 200, 'includeSubDomains', { enabled: false }],
    ['no header', 200, undefined, { enabled: false }],
    ['no header on the last status that counts', 399, undefined, { enabled: false }],
    ['an error page proves nothing', 400, undefined, undefined],
    ['nor does one that is meant for another server', 421, 'max-age=86400', undefined],
    ['nor does an answer that is not the last', 103, undefined, undefined],
  ])('%s', (_circumstance, status, value, hsts) => expect(hstsOf(answer(status, value))).toEqual(hsts))

  const serving = (text: string) =>
    nodeServer(fixture(), (socket) => socket.once('data', () => socket.end(text)))

  it('is asked over TLS', async () => {
    const text =
      'HTTP/1.1 302 Found\r\nLocation: /login\r\nStrict-Transport-Security: max-age=63072000\r\n\r\n'
    await withServer(serving(text), async (port) => {
      expect((await scanned(port, { protocol: 'https' })).http).toEqual({
        status: 302,
        words: '“HTTP/1.1 302 Found”',
        isPage: false,
        strictTransportSecurity: 'max-age=63072000',
        location: '/login',
      })
    })
  })

  it.each([
    ['421', 'HTTP/1.1 421 Misdirected Request\r\n\r\n', '“HTTP/1.1 421 Misdirected Request”'],
    ['another protocol', '* OK IMAP ready\r\n', 'it closed the connection without an answer to HTTP'],
    ['headers without end', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(12_000)}`, 'its headers have no end'],
    ['nothing', '', 'it closed the connection without an answer to HTTP'],
  ])('is not proven by %s', async (_what, text, words) => {
    await withServer(serving(text), async (port) => {
      expect((await scanned(port, { protocol: 'https' })).http).toMatchObject({ words })
    })
  })
})

describe('HTTP in clear', () => {
  const serving = (text: string) => rawServer((socket) => socket.once('data', () => socket.end(text)))

  it.each([
    ['http', 200, 'clear', 'it answered in clear: “HTTP/1.1 200 x”'],
    ['http', 401, 'clear', 'it answered in clear: “HTTP/1.1 401 x”'],
    ['http', 400, 'clear', 'it answered in clear: “HTTP/1.1 400 x”'],
    ['https', 200, 'clear', 'it does not speak TLS: it answered in clear: “HTTP/1.1 200 x”'],
    ['https', 400, 'clear', 'it does not speak TLS: it answered in clear: “HTTP/1.1 400 x”'],
    ['dicom', 200, 'not-proven', 'it does not speak TLS: it answered “HTTP/1.1 200 x”'],
  ])('where %s is described, and the answer is %i, is %s', async (protocol, status, kind, words) => {
    await withServer(serving(`HTTP/1.1 ${status} x\r\n\r\n`), async (port) => {
      expect(await probe(port, { protocol })).toMatchObject({ kind, words })
    })
  })
})
