import { defineRule, fail, pass, practice, unproven, zonesOfEphi } from '#rule'

export const egressOpen = defineRule({
  id: 'isolation/egress-open',
  title: 'Zones with ePHI cannot open connections to everywhere',
  ground: practice('164.312(a)(1)'),
  severity: 'medium',
  // Where everything is open to everything, isolation/default-deny speaks.
  subjects: zonesOfEphi.where(
    'and whose way out is not open for want of any rule',
    ({ outward }) => !outward.some(({ everywhere }) => everywhere),
  ),
  check: ({ outward }) => {
    const wide = outward.find(({ allows }) => allows?.includes('any'))
    if (wide) return fail(wide.on, { found: `${wide.from} → ${wide.to}: any` })
    const unknown = outward.find(({ allows }) => allows === undefined)
    if (unknown) return unproven(unknown.on)
    const narrow = outward.find(({ allows }) => allows?.length !== 0)
    if (narrow)
      return fail(narrow.on, {
        severity: 'low',
        says: 'it may reach every address of the internet by some protocols',
        found: `${narrow.from} → ${narrow.to}: ${narrow.allows?.join(', ')}`,
      })
    const [internet, ...others] = outward
    return pass(internet.on, ...others.map(({ on }) => on))
  },
  says: 'it may open any connection to the internet',
  why: `
    Whoever breaks in takes the records out by the way that the network leaves open.
    A store that can reach only the few places it needs gives an intruder nowhere to send them.`,
  fix: `
    Deny what goes out from the zone in \`zonePolicy.rules\`, or send it through a proxy.
    Make the places that it needs a zone of their own, with \`trust: external\` and their \`networks\`.
    Give functions that a provider runs a network of yours, so that you decide what leaves it.`,
  references: ['NIST SP 800-207', 'HICP 2023, practice 4'],
  examples: {
    fails: '{ from: data, to: internet, allow: any }',
    passes: '{ from: data, to: internet, allow: none }',
  },
})
