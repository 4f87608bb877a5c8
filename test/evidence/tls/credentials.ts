import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A key and a certificate (or chain, the leaf first), as files and as text. */
export interface Credentials {
  readonly keyFile: string
  readonly certFile: string
  readonly key: string
  readonly cert: string
}

const has = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).error === undefined

/** Whether OpenSSL and GnuTLS are here to make certificates and serve with them. */
export const HAS_OPENSSL = has('openssl', 'version')
export const HAS_GNUTLS = has('gnutls-serv', '--version')

const FIXTURE = fileURLToPath(new URL('../../fixtures/tls/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'hipaacheck-tls-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const loaded = (keyFile: string, certFile: string): Credentials => ({
  keyFile,
  certFile,
  key: readFileSync(keyFile, 'utf8'),
  cert: readFileSync(certFile, 'utf8'),
})

/** The pair that lies in the repository, for tests alone: nobody trusts it. */
export const fixture = (): Credentials =>
  loaded(`${FIXTURE}test-only.key.pem`, `${FIXTURE}test-only.certificate.pem`)

/** What a certificate is made of. */
export interface Recipe {
  readonly name: string
  /** Arguments of `openssl genpkey`. */
  readonly key?: readonly string[]
  readonly digest?: string
  readonly issuer?: Credentials
  /** Lines of extensions. */
  readonly extensions?: readonly string[]
  readonly days?: number
  /** Names that it is for; those of this machine unless said otherwise. */
  readonly names?: string
  /** More arguments of the signing. */
  readonly signing?: readonly string[]
}

const RSA = ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048']
export const P256 = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']

const openssl = (...args: readonly string[]): void => {
  execFileSync('openssl', args, { stdio: 'ignore' })
}

const made = new Map<string, Credentials>()

/** Makes a certificate with OpenSSL, each recipe once. */
export const certificate = (recipe: Recipe): Credentials => {
  const { name, key = RSA, digest = 'sha256', issuer, extensions = [], days = 90, signing = [] } = recipe
  const { names = 'DNS:localhost,IP:127.0.0.1' } = recipe
  const known = made.get(name)
  if (known) return known
  const path = (end: string): string => join(folder, `${name}.${end}`)
  openssl('genpkey', ...key, '-out', path('key'))
  writeFileSync(path('ext'), [...extensions, `subjectAltName=${names}`].join('\n'))
  openssl('req', '-new', '-key', path('key'), '-subj', `/CN=${name}`, '-out', path('csr'))
  const signer = issuer
    ? ['-CA', issuer.certFile, '-CAkey', issuer.keyFile, '-CAcreateserial']
    : ['-signkey', path('key')]
  openssl(
    ...['x509', '-req', '-in', path('csr'), '-extfile', path('ext'), '-days', String(days)],
    ...[`-${digest}`, ...signer, ...signing, '-out', path('crt')],
  )
  if (issuer) writeFileSync(path('crt'), readFileSync(path('crt'), 'utf8') + issuer.cert)
  const credentials = loaded(path('key'), path('crt'))
  made.set(name, credentials)
  return credentials
}

const CA = ['basicConstraints=critical,CA:TRUE']

/** A root, an intermediate, and a leaf whose file holds its chain. */
export const chain = (): { root: Credentials; intermediate: Credentials; leaf: Credentials } => {
  const root = certificate({ name: 'root', extensions: CA })
  const intermediate = certificate({ name: 'intermediate', issuer: root, extensions: CA })
  const leaf = certificate({ name: 'leaf', issuer: intermediate })
  return { root, intermediate, leaf }
}

/** A file of the tests' own. */
export const temporary = (name: string, text: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
