import {
  any,
  defineRule,
  expectAtMost,
  isKeptByMoment,
  lastRestore,
  ownPolicy,
  pass,
  recoveryObjectives,
  shortestObjective,
} from '#rule'

export const ownObjectives = defineRule({
  id: 'backup/own-objectives',
  title: 'Copies and restores meet our own recovery objectives',
  ground: ownPolicy(
    'The recovery objectives in `availability.rpo` and `availability.rto`',
    '164.308(a)(7)(ii)(A)',
  ),
  severity: ({ kind }) => (kind === 'copy' ? 'high' : 'medium'),
  subjects: recoveryObjectives,
  check: (subject, _parameters, { today }) => {
    if (subject.kind === 'copy') {
      const objective = shortestObjective(subject, (asset) => !isKeptByMoment(asset))
      const [byMoment] = subject.source.filter(isKeptByMoment)
      if (objective === undefined && byMoment) return pass(byMoment.at('recovery', 'pointInTime'))
      return any(
        ...subject.siblings.map((sibling) => expectAtMost(sibling.at('frequency'), objective ?? 'never')),
      )
    }
    const [took, objective] = [
      lastRestore(subject, today),
      subject.at('availability', 'rto').value ?? 'never',
    ]
    return expectAtMost(took, objective, {
      says: 'its last restore took longer than the recovery time objective asks',
      found: `${took.value}, with an objective of ${objective}`,
    })
  },
  says: 'no copy is made as often as the recovery point objective asks',
  why: `
    What was entered since the last copy is lost with the original, and what takes longer to restore is missing in treatment.
    HIPAA sets no interval: the measure is your own objective.`,
  fix: `
    Make copies more often or use point-in-time recovery; practise restores and state \`restoreTests[].achievedRto\`;
    or revise \`availability.rpo\` and \`availability.rto\` with whoever depends on the system.`,
  references: ['NIST SP 800-34 Rev. 1, 3.2'],
  examples: { fails: 'frequency: 1 day', passes: 'frequency: 4 hours' },
})
