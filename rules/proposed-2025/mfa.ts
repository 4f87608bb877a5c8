import { accessOfOurs, decide, defineRule, proposed } from '#rule'

export const mfa = defineRule({
  id: 'proposed-2025/mfa',
  title: 'A second factor would be asked everywhere',
  ground: proposed('mfa'),
  severity: 'medium',
  subjects: accessOfOurs,
  check: (asset) => decide(asset.access('mfa').at('required'), (required) => required.includes('all')),
  says: 'the proposal would ask a second factor of everybody',
  why: `
    Today the law asks to verify who somebody is, and names no means. The proposal would name this one, for all
    technology assets of relevant systems, with few exceptions.`,
  fix: 'Ask a second factor of everybody, and state `mfa: { required: all, methods }`.',
  references: ['90 FR 898'],
  examples: { fails: 'mfa: { required: [remote, admin] }', passes: 'mfa: { required: all }' },
})
