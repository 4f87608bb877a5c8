import type { Ask } from '../dns/client.js'
import { type Published, tagsOf, textRecord } from './records.js'

/** What receivers are asked to do with mail that is forged in the name of a domain (RFC 9989). */
export interface Dmarc {
  readonly text: string
  /** The domain whose record it is. */
  readonly at: string
  /** What holds for the domain that was asked about: `sp` where the record is that of a domain above. */
  readonly policy: 'none' | 'quarantine' | 'reject'
  /** Whether receivers are asked to act as by the next milder policy (`t=y`, 4.7). */
  readonly testing: boolean
  /** Whether it is the record of a domain above. */
  readonly inherited: boolean
  /** How many names were asked. */
  readonly asked: number
}

/** By what receivers act: by the next milder policy where it is only tested (RFC 9989, 4.7). */
export const appliedPolicy = ({ policy, testing }: Pick<Dmarc, 'policy' | 'testing'>): Dmarc['policy'] =>
  testing ? MILDER[policy] : policy

const MILDER = { reject: 'quarantine', quarantine: 'none', none: 'none' } as const

/** Names of more labels are shortened to so many on the way up (RFC 9989, 4.10). */
const MOST_LABELS = 8

interface Found {
  readonly at: string
  readonly text: string
  readonly tags: ReadonlyMap<string, string>
}

/** Finds the policy of a domain: its own record, else that of its organisation, by walking up the tree. */
export const dmarcOf = async (ask: Ask, domain: string): Promise<Published<Dmarc>> => {
  const found: Found[] = []
  const names = walkOf(domain)
  let asked = 0
  let own: Published<Dmarc> = { state: 'none' }
  for (const name of names) {
    const record = await textRecord(ask, `_dmarc.${name}`, /^[vV]\s*=\s*DMARC1\s*(;|$)/)
    asked++
    if (record.state === 'not-proven') return record
    // Several are passed over as if there were none, and what stands above them counts.
    if (record.state === 'invalid' && name === domain) own = record
    if (record.state !== 'published') continue
    const one = { at: name, text: record.text, tags: tagsOf(record.text) }
    // The author's own record counts; the rest of the tree only says what belongs together.
    if (name === domain) return policyOf(one, domain, asked)
    found.push(one)
    const psd = one.tags.get('psd')?.toLowerCase()
    if (psd === 'n' || psd === 'y') break
  }
  const organisation = organisationOf(found, domain)
  return organisation ? policyOf(organisation, domain, asked) : own
}

/** The names that are asked, from the domain up to the top (RFC 9989, 4.10). */
export const walkOf = (domain: string): readonly string[] => {
  const labels = domain.split('.')
  const start = labels.length > MOST_LABELS ? labels.slice(labels.length - MOST_LABELS + 1) : labels.slice(1)
  return [domain, ...start.map((_, index) => start.slice(index).join('.'))]
}

/**
 * The record that counts where the domain has none (RFC 9989, 4.10.2): that which says where the organisation begins;
 * under a public suffix that of the name below it, else that of the suffix; else that of the fewest labels.
 */
const organisationOf = (found: readonly Found[], domain: string): Found | undefined => {
  const last = found.at(-1)
  if (last?.tags.get('psd')?.toLowerCase() !== 'y') return last
  const below = domain
    .split('.')
    .slice(-(last.at.split('.').length + 1))
    .join('.')
  return found.find(({ at }) => at === below) ?? last
}

const policyOf = ({ at, text, tags }: Found, domain: string, asked: number): Published<Dmarc> => {
  const own = tags.get('p')
  const said = (at === domain ? own : (tags.get('sp') ?? own))?.toLowerCase()
  const policy = said === 'quarantine' || said === 'reject' ? said : 'none'
  return {
    state: 'published',
    text,
    at,
    policy,
    testing: tags.get('t')?.toLowerCase() === 'y',
    inherited: at !== domain,
    asked,
  }
}
