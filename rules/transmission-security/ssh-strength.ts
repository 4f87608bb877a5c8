import { defineRule, judgeSsh, practice, sshSpeakers } from '#rule'

export const sshStrength = defineRule({
  id: 'transmission-security/ssh-strength',
  title: 'The algorithms and the log-in of SSH are sound',
  ground: practice('164.312(e)(1)', 'RFC 9142'),
  severity: 'medium',
  subjects: sshSpeakers,
  check: judgeSsh,
  says: 'its SSH is weak',
  why: 'Old algorithms of SSH can be broken by who records them, and passwords on a public port are guessed day and night.',
  fix: 'Offer curve25519 or ECDH, AES-GCM or ChaCha20-Poly1305, and Ed25519 or RSA with SHA-2; turn passwords off on public ports; state `ssh: { kex, ciphers, macs, hostKeys, passwordAuth }`.',
  references: ['RFC 9142', 'NIST IR 7966'],
  examples: {
    fails: 'ssh: { ciphers: [3des-cbc] }',
    passes:
      'ssh: { kex: [curve25519-sha256], ciphers: [aes256-gcm@openssh.com], hostKeys: [ssh-ed25519], passwordAuth: false }',
  },
})
