import { describe, expect, it } from 'vitest'
import { atRestWeakness } from '../../src/knowledge/at-rest.js'

describe('algorithms at rest', () => {
  it.each([
    ['AES-256-GCM', 'none'],
    ['aes128', 'none'],
    ['AES-128-XTS', 'none'],
    ['aes_256_cbc', 'none'],
    ['XChaCha20-Poly1305', 'none'],
    ['AES-256-ECB', 'weak-mode'],
    ['AES-64', 'short-key'],
    ['3DES', 'broken-cipher'],
    ['des-ede3-cbc', 'broken-cipher'],
    ['DES', 'broken-cipher'],
    ['RC4', 'broken-cipher'],
    ['arcfour', 'broken-cipher'],
    ['RC2', 'broken-cipher'],
    ['blowfish', 'broken-cipher'],
    ['bf-cbc', 'broken-cipher'],
    ['IDEA', 'broken-cipher'],
    ['base64', 'broken-cipher'],
  ])('%s: %s', (text, weakness) => expect(atRestWeakness(text)?.weakness).toBe(weakness))

  it.each(['LUKS', 'BitLocker', 'TDE', 'provider default', 'Designer'])('%s is not known', (text) =>
    expect(atRestWeakness(text)).toBeUndefined(),
  )

  it('tells 3DES from DES', () => expect(atRestWeakness('3DES')?.words).toContain('3DES'))
})
