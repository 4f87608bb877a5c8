import { execFileSync } from 'node:child_process'
import { certificate, chain, temporary } from './credentials.js'
import { opensslServer, type Running } from './servers.js'

/** A server that staples an OCSP response about its certificate. */
export const ocspServer = (version: string): Promise<Running> => {
  const { root } = chain()
  const leaf = certificate({ name: 'stapled', issuer: root })
  const serial = execFileSync('openssl', ['x509', '-in', leaf.certFile, '-noout', '-serial'], {
    encoding: 'utf8',
  })
    .trim()
    .slice('serial='.length)
  const index = temporary('index.txt', `V\t331231235959Z\t\t${serial}\tunknown\t/CN=stapled\n`)
  const response = temporary('response.der', '')
  execFileSync(
    'openssl',
    [
      ...['ocsp', '-index', index, '-rsigner', root.certFile, '-rkey', root.keyFile, '-CA', root.certFile],
      ...['-issuer', root.certFile, '-cert', leaf.certFile, '-respout', response, '-ndays', '3', '-no_nonce'],
    ],
    { stdio: 'ignore' },
  )
  return opensslServer('-key', leaf.keyFile, '-cert', leaf.certFile, '-status_file', response, version)
}
