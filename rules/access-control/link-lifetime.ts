import { assets, defineRule, duration, expectAtMost, practice } from '#rule'

export const linkLifetime = defineRule({
  id: 'access-control/link-lifetime',
  title: 'Links that open without logging in end soon',
  ground: practice('164.312(a)(1)'),
  severity: 'medium',
  subjects: assets.holdingEphi.where(
    'that hand out links',
    ({ entry }) => entry.value.access?.linkLifetime !== undefined,
  ),
  parameters: { lifetime: duration('P7D', 'The longest life of such a link.') },
  check: (asset, { lifetime }) => {
    const life = asset.at('access', 'linkLifetime')
    return expectAtMost(life, lifetime, life.value === 'never' ? { severity: 'high' } : {})
  },
  says: 'its links open without logging in for longer than {lifetime}',
  why: 'A link is forwarded, kept in mailboxes and found in histories; whoever has it reads the record.',
  fix: 'Let links end within {lifetime}, at best with the first use, and state `access: { linkLifetime }`.',
  examples: { fails: 'linkLifetime: 30 days', passes: 'linkLifetime: 15 minutes' },
})
