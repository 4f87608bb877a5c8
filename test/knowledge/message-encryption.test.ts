import { expect, it } from 'vitest'
import { messageWeakness } from '../../src/knowledge/message-encryption.js'

it.each([
  ['AES-256-GCM'],
  ['AES-128-CBC'],
  ['X25519 with AES-256-OCB'],
  ['RSA-2048 AES-256-CBC'],
  ['RSA 4096, SHA-256'],
  ['SHA-128'],
  ['S/MIME 4.0'],
])('nothing is known to be weak about %s', (name) => expect(messageWeakness(name)).toBeUndefined())

it.each([
  ['3DES', '3DES, which is disallowed for encryption since 2024'],
  ['des-ede3-cbc', '3DES, which is disallowed for encryption since 2024'],
  ['RC2-40', 'RC2, which is broken'],
  ['CAST5', 'a cipher with 64-bit blocks that is not approved'],
  ['IDEA', 'a cipher with 64-bit blocks that is not approved'],
  ['AES-256-ECB', 'ECB, which shows equal blocks as equal'],
  ['RSA-1024 AES-256-CBC', 'RSA of 1024 bits'],
  ['rsa 2047', 'RSA of 2047 bits'],
  ['RSA-2048, SHA-1', 'SHA-1'],
  ['sha1', 'SHA-1'],
])('%s', (name, words) => expect(messageWeakness(name)).toBe(words))
