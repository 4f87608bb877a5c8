import { any, backupCopies, defineRule, expectAtMost, ownPolicy, shortestObjective } from '#rule'

export const ownObjectives = defineRule({
  id: 'backup/own-objectives',
  title: 'Copies are made as often as our own recovery point asks',
  ground: ownPolicy('The recovery point objective in `availability.rpo`', '164.308(a)(7)(ii)(A)'),
  severity: 'high',
  subjects: backupCopies.where(
    'of what has a recovery point objective',
    (copy) => copy.from === undefined && shortestObjective(copy) !== undefined,
  ),
  check: (copy) => {
    const objective = shortestObjective(copy) ?? 'never'
    return any(...copy.siblings.map((sibling) => expectAtMost(sibling.at('frequency'), objective)))
  },
  says: 'no copy is made as often as the recovery point objective asks',
  why: 'What was entered since the last copy is lost with the original. HIPAA sets no interval: the measure is your own objective.',
  fix: 'Make copies more often, use point-in-time recovery, or revise `availability.rpo` with whoever depends on the system.',
  references: ['NIST SP 800-34 Rev. 1, 3.2'],
  examples: { fails: 'frequency: 1 day', passes: 'frequency: 4 hours' },
})
