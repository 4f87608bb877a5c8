type TlsVersionName = 'SSLv3' | 'TLSv1.0' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'

/** What a named policy of a cloud provider offers. */
export interface TlsPolicyOffer {
  readonly versions: readonly TlsVersionName[]
  /** Suites of TLS 1.2 and earlier, by OpenSSL name; those of TLS 1.3 are always the three usual ones. */
  readonly cipherSuites: readonly string[]
  readonly source: string
  /** The day on which the source was last read: providers change what their policies offer. */
  readonly checked: string
}

const CHECKED = '2026-11-23'

type Unsourced = Omit<TlsPolicyOffer, 'source' | 'checked'>

const AEAD = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
]
const CBC_SHA2 = [
  'ECDHE-ECDSA-AES128-SHA256',
  'ECDHE-RSA-AES128-SHA256',
  'ECDHE-ECDSA-AES256-SHA384',
  'ECDHE-RSA-AES256-SHA384',
]
const CBC_SHA1 = [
  'ECDHE-ECDSA-AES128-SHA',
  'ECDHE-RSA-AES128-SHA',
  'ECDHE-ECDSA-AES256-SHA',
  'ECDHE-RSA-AES256-SHA',
]
const STATIC = ['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'AES128-SHA256', 'AES256-SHA256']
const STATIC_SHA1 = ['AES128-SHA', 'AES256-SHA']
const CHACHA = ['ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305']

const since = (first: TlsVersionName, last: TlsVersionName = 'TLSv1.2'): readonly TlsVersionName[] => {
  const all: readonly TlsVersionName[] = ['SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']
  return all.slice(all.indexOf(first), all.indexOf(last) + 1)
}

const WHOLE = [...AEAD, ...CBC_SHA2, ...CBC_SHA1, ...STATIC, ...STATIC_SHA1]

const ELB_SOURCE = 'AWS, Security policies for your Application Load Balancer'

/** Policies of before TLS 1.3, by the part after `ELBSecurityPolicy-`. */
const ELB_NAMED: Readonly<Record<string, Unsourced>> = {
  '2016-08': { versions: since('TLSv1.0'), cipherSuites: WHOLE },
  '2015-05': { versions: since('TLSv1.0'), cipherSuites: WHOLE },
  'TLS-1-0-2015-04': { versions: since('TLSv1.0'), cipherSuites: [...WHOLE, 'DES-CBC3-SHA'] },
  'TLS-1-1-2017-01': { versions: since('TLSv1.1'), cipherSuites: WHOLE },
  'TLS-1-2-2017-01': { versions: since('TLSv1.2'), cipherSuites: [...AEAD, ...CBC_SHA2, ...STATIC] },
  'TLS-1-2-Ext-2018-06': { versions: since('TLSv1.2'), cipherSuites: WHOLE },
  'FS-2018-06': { versions: since('TLSv1.0'), cipherSuites: [...AEAD, ...CBC_SHA2, ...CBC_SHA1] },
  'FS-1-1-2019-08': { versions: since('TLSv1.1'), cipherSuites: [...AEAD, ...CBC_SHA2, ...CBC_SHA1] },
  'FS-1-2-2019-08': { versions: since('TLSv1.2'), cipherSuites: [...AEAD, ...CBC_SHA2, ...CBC_SHA1] },
  'FS-1-2-Res-2019-08': { versions: since('TLSv1.2'), cipherSuites: [...AEAD, ...CBC_SHA2] },
  'FS-1-2-Res-2020-10': { versions: since('TLSv1.2'), cipherSuites: AEAD },
}

/** Policies with TLS 1.3: the version stands first, then what is added or taken away. */
const ELB_TLS13 = /^TLS13-1-([0-3])(?:-(Res|Ext[0-2]))?(?:-FIPS)?(?:-PQ)?-(\d{4}-\d{2})$/

const elbPolicy = (name: string): Unsourced | undefined => {
  const known = ELB_NAMED[name]
  if (known) return known
  const match = ELB_TLS13.exec(name)
  if (!match) return undefined
  const [, minor = '', form] = match
  const versions = since(`TLSv1.${minor}` as TlsVersionName, 'TLSv1.3')
  if (minor === '3') return { versions, cipherSuites: [] }
  if (minor === '0' || minor === '1') return { versions, cipherSuites: WHOLE }
  if (form === 'Res') return { versions, cipherSuites: AEAD }
  if (form === 'Ext0') return { versions, cipherSuites: [...AEAD, ...CBC_SHA2, ...CBC_SHA1] }
  if (form === 'Ext1') return { versions, cipherSuites: [...AEAD, ...CBC_SHA2, ...STATIC] }
  if (form === 'Ext2') return { versions, cipherSuites: WHOLE }
  return { versions, cipherSuites: [...AEAD, ...CBC_SHA2] }
}

const CLOUDFRONT_SOURCE = 'AWS, Supported protocols and ciphers between viewers and CloudFront'

const CLOUDFRONT: Readonly<Record<string, Unsourced>> = {
  SSLv3: { versions: since('SSLv3'), cipherSuites: [...WHOLE, 'DES-CBC3-SHA', 'RC4-MD5'] },
  TLSv1: { versions: since('TLSv1.0', 'TLSv1.3'), cipherSuites: [...WHOLE, 'DES-CBC3-SHA'] },
  TLSv1_2016: { versions: since('TLSv1.0', 'TLSv1.3'), cipherSuites: [...WHOLE, ...CHACHA] },
  'TLSv1.1_2016': { versions: since('TLSv1.1', 'TLSv1.3'), cipherSuites: [...WHOLE, ...CHACHA] },
  'TLSv1.2_2018': {
    versions: since('TLSv1.2', 'TLSv1.3'),
    cipherSuites: [...AEAD, ...CHACHA, ...CBC_SHA2, ...STATIC.slice(0, 3)],
  },
  'TLSv1.2_2019': { versions: since('TLSv1.2', 'TLSv1.3'), cipherSuites: [...AEAD, ...CHACHA, ...CBC_SHA2] },
  'TLSv1.2_2021': { versions: since('TLSv1.2', 'TLSv1.3'), cipherSuites: [...AEAD, ...CHACHA] },
  'TLSv1.2_2025': { versions: since('TLSv1.2', 'TLSv1.3'), cipherSuites: AEAD },
  'TLSv1.3_2025': { versions: since('TLSv1.3', 'TLSv1.3'), cipherSuites: [] },
}

/** What a policy's name stands for; `undefined` for a name that is not known, which proves nothing. */
export const findTlsPolicy = (name: string): TlsPolicyOffer | undefined => {
  const elb = /^ELBSecurityPolicy-(.+)$/.exec(name)
  const found = elb ? elbPolicy(elb[1] ?? '') : CLOUDFRONT[name]
  return (
    found && {
      ...found,
      source: elb ? ELB_SOURCE : CLOUDFRONT_SOURCE,
      checked: CHECKED,
    }
  )
}

/** What holds for a listener of a cloud provider that names no policy. */
export interface UnnamedTlsPolicy {
  readonly policy: string
  /** When it holds, and when not. */
  readonly when: string
  readonly source: string
  readonly checked: string
}

/** The policy of an AWS load balancer's listener that was made without one, other than by hand in the console. */
export const UNNAMED_ELB_POLICY: UnnamedTlsPolicy = {
  policy: 'ELBSecurityPolicy-2016-08',
  when: 'for listeners that the API, CloudFormation, the CDK or Terraform made; the console names another',
  source: ELB_SOURCE,
  checked: CHECKED,
}

/** The names of all policies that are listed one by one; those of ELB with TLS 1.3 follow a pattern. */
export const NAMED_TLS_POLICIES: readonly string[] = [
  ...Object.keys(ELB_NAMED).map((name) => `ELBSecurityPolicy-${name}`),
  ...Object.keys(CLOUDFRONT),
]
