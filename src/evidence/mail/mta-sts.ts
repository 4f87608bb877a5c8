import { request } from 'node:https'
import { matchesGlob } from '../../model/scalars/glob.js'
import { visible } from '../../model/visible.js'
import type { Ask } from '../dns/client.js'
import { addressesIn } from './mail-servers.js'
import { type Published, tagsOf, textRecord } from './records.js'

/** A policy of MTA-STS (RFC 8461). */
export interface MtaSts {
  readonly mode: 'none' | 'testing' | 'enforce'
  /** Patterns of mail servers. */
  readonly mx: readonly string[]
  /** For how long senders keep it, in seconds. */
  readonly maxAge: number
  readonly id: string
}

/** Where and how the policy is fetched. */
export interface PolicyOptions {
  /** Milliseconds. */
  readonly timeout: number
  /** 443; tests have another. */
  readonly port: number
  /** Roots in PEM to believe beside those of the runtime. */
  readonly ca?: readonly string[]
}

/** What tells one policy from the next. */
const ID = /^[A-Za-z0-9]{1,32}$/
const MOST_BYTES = 64 * 1024
/** A year (RFC 8461, 3.2). */
const LONGEST_AGE = 31_557_600

/** Reads the record and fetches the policy that it announces. */
export const mtaStsOf = async (
  ask: Ask,
  domain: string,
  options: PolicyOptions,
): Promise<Published<MtaSts>> => {
  const record = await textRecord(ask, `_mta-sts.${domain}`, /^v=STSv1\s*;/)
  if (record.state !== 'published') return record
  const id = tagsOf(record.text).get('id') ?? ''
  if (!ID.test(id))
    return { state: 'invalid', words: 'its record has no `id` (RFC 8461, 3.1)', text: record.text }
  const host = `mta-sts.${domain}`
  const found = await addressesIn(ask, host)
  if (found.kind === 'not-proven') return { state: 'not-proven', words: found.words }
  const [address] = found.addresses
  if (address === undefined) return { state: 'invalid', words: `${host} has no address`, text: record.text }
  const fetched = await fetchPolicy(host, address, options)
  if ('unproven' in fetched) return { state: 'not-proven', words: fetched.unproven }
  if ('words' in fetched) return { state: 'invalid', words: fetched.words, text: record.text }
  const policy = parsePolicy(fetched.text)
  return 'words' in policy
    ? { state: 'invalid', words: policy.words, text: record.text }
    : { state: 'published', ...policy, id }
}

/** Reads the text of a policy (RFC 8461, 3.2), or says what is wrong with it. */
export const parsePolicy = (text: string): Omit<MtaSts, 'id'> | { readonly words: string } => {
  const fields = text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const at = line.indexOf(':')
    return at < 1 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]]
  })
  const first = (name: string): string | undefined => fields.find(([key]) => key === name)?.[1]
  const [version, mode, age] = [first('version'), first('mode'), first('max_age')]
  const mx = fields.filter(([key]) => key === 'mx').map(([, value]) => value.toLowerCase())
  if (version !== 'STSv1') return { words: 'the policy does not begin with `version: STSv1`' }
  if (mode !== 'none' && mode !== 'testing' && mode !== 'enforce')
    return {
      words: `the policy has ${mode === undefined ? 'no mode' : `the mode ${visible(mode).slice(0, 40)}`}`,
    }
  if (age === undefined || !/^\d{1,10}$/.test(age) || Number(age) > LONGEST_AGE)
    return { words: 'the policy has no `max_age` of at most a year' }
  if (mx.length === 0 && mode !== 'none') return { words: 'the policy names no mail server' }
  return { mode, mx, maxAge: Number(age) }
}

/** Whether a policy names a mail server; `*.` stands for one label (RFC 8461, 4.1). */
export const policyNames = ({ mx }: Pick<MtaSts, 'mx'>, host: string): boolean =>
  mx.some((pattern) =>
    pattern.startsWith('*.')
      ? matchesGlob(pattern, host) && host.split('.').length === pattern.split('.').length
      : pattern === host,
  )

type Fetched = { readonly text: string } | { readonly words: string } | { readonly unproven: string }

/** No way but this one: neither another host nor another page may say what the policy is (RFC 8461, 3.3). */
const fetchPolicy = (host: string, address: string, { timeout, port, ca }: PolicyOptions): Promise<Fetched> =>
  new Promise((resolve) => {
    const done = (fetched: Fetched): void => {
      clearTimeout(timer)
      resolve(fetched)
      asked.destroy()
    }
    const timer = setTimeout(() => done({ unproven: `${host} did not answer in ${timeout} ms` }), timeout)
    const asked = request({
      host: address,
      servername: host,
      port,
      path: '/.well-known/mta-sts.txt',
      headers: { host },
      agent: false,
      ...(ca ? { ca: [...ca] } : {}),
    })
    asked.on('error', (error: NodeJS.ErrnoException) => done(failureOf(host, error)))
    asked.on('response', (response) => {
      const { statusCode = 0 } = response
      if (statusCode !== 200) {
        const words = `${host} answered ${statusCode} for the policy`
        return done(isPassing(statusCode) ? { unproven: words } : { words })
      }
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
        if (text.length > MOST_BYTES) done({ words: 'the policy is longer than 64 kB' })
      })
      response.on('end', () => done({ text }))
      response.on('error', (error: NodeJS.ErrnoException) => done(failureOf(host, error)))
    })
    asked.end()
  })

/** A server that is broken or busy has not said that there is no policy. */
const isPassing = (status: number): boolean => status >= 500 || status === TOO_MANY_REQUESTS

const TOO_MANY_REQUESTS = 429

/** A certificate that does not hold makes the policy void; a host that is silent proves nothing. */
const failureOf = (host: string, { code = '', message }: NodeJS.ErrnoException): Fetched =>
  /CERT|SIGNED|ISSUER|ALTNAME|VERIFY/.test(code)
    ? { words: `the certificate of ${host} does not hold (${code})` }
    : { unproven: `${host}: ${code === '' ? visible(message).slice(0, 120) : code}` }
