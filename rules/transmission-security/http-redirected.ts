import { defineRule, fail, pass, plainWebEndpoints, practice, servesHttps, unproven } from '#rule'

export const httpRedirected = defineRule({
  id: 'transmission-security/http-redirected',
  title: 'Plain HTTP leads to HTTPS',
  ground: practice('164.312(e)(1)'),
  severity: 'medium',
  subjects: plainWebEndpoints,
  check: (endpoint) => {
    const [encryption, exposure] = [endpoint.at('encryption'), endpoint.at('exposure')]
    if (encryption.value === 'required') return pass(encryption)
    if (exposure.value === undefined) return unproven(exposure)
    if (encryption.value === 'none')
      return fail(encryption, { says: 'it faces the internet over plain HTTP' })
    return servesHttps(endpoint)
      ? unproven(encryption, 'whether it answers with nothing but a redirect is not stated')
      : fail(endpoint.at('protocol'), {}, exposure)
  },
  says: 'it faces the internet over plain HTTP, and there is no HTTPS that it could lead to',
  why: `
    People type a name without \`https\`, and old links have none: what plain HTTP shows them, and what they send, anybody
    on the way reads. A port that only redirects, or only serves ACME challenges, shows nothing.`,
  fix: 'Close the port or let it answer with a redirect to HTTPS alone, and state `encryption: required` of that endpoint, which says so.',
  references: ['RFC 9325', 'RFC 6797'],
  examples: { fails: 'exposure: public', passes: 'exposure: public, encryption: required' },
})
