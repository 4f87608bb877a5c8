import type { People } from './engine/neighbour-rules.js'
import { parameterText } from './engine/parameters.js'
import { BREACH_CLOCKS_AS_OF, breachClocks, MANY_INDIVIDUALS } from './knowledge/breach-clocks.js'
import type { Infrastructure } from './model/infrastructure.js'
import type { AssetSubject } from './model/subjects/asset.js'
import { masked } from './model/value-text.js'

/** Something that is said of a loss, and the paragraph that says it. */
export interface LossStatement {
  readonly words: string
  readonly citation?: string
}

/** Who must be told, and by when, if it counts as a breach of unsecured PHI. */
export const noticesOf = (
  infrastructure: Infrastructure,
  asset: AssetSubject,
  people: People,
  isSecured: boolean,
): readonly LossStatement[] => {
  if (isSecured)
    return [
      {
        words:
          'No notice is owed as long as the key is not lost too: what is lost is secured PHI. Keep the proof.',
        citation: '164.402; 164.414(b)',
      },
    ]
  const { entity, jurisdictions = [], providerType } = infrastructure.description.system ?? {}
  const states = breachClocks(jurisdictions, providerType).map(
    ({ jurisdiction, words, citation, confidence }) => ({
      words: `${jurisdiction}: within ${words} (confidence ${confidence} as of ${BREACH_CLOCKS_AS_OF}; verify with counsel)`,
      citation,
    }),
  )
  return [
    {
      words:
        'Presumed a breach unless an assessment of four factors shows a low probability that it was compromised; you bear the burden of proof.',
      citation: '164.402(2); 164.414(b)',
    },
    ...(entity === 'business-associate' ? customerNotices(infrastructure) : entityNotices(people)),
    ...(entity === 'both' ? customerNotices(infrastructure) : []),
    ...vendorNotices(asset),
    ...states,
  ]
}

const entityNotices = ({ atLeast, atMost }: People): readonly LossStatement[] => [
  {
    words: `Each individual${atMost === undefined ? '' : ` (up to ${atMost})`}: without unreasonable delay, within 60 days of discovery at the latest`,
    citation: '164.404(b)',
  },
  ...(atMost === undefined || atMost >= MANY_INDIVIDUALS
    ? [
        {
          words: `HHS, from ${MANY_INDIVIDUALS} individuals on: at the same time as the individuals`,
          citation: '164.408(b)',
        },
        {
          words: `The media, where more than ${MANY_INDIVIDUALS} residents of one state are concerned: within 60 days`,
          citation: '164.406',
        },
      ]
    : []),
  ...(atLeast === undefined || atLeast < MANY_INDIVIDUALS
    ? [
        {
          words: `HHS, under ${MANY_INDIVIDUALS} individuals: within 60 days of the end of the calendar year`,
          citation: '164.408(c)',
        },
      ]
    : []),
]

const customerNotices = ({ description }: Infrastructure): readonly LossStatement[] => [
  {
    words:
      'Each covered entity whose ePHI it is: without unreasonable delay, within 60 days of discovery at the latest, with each individual named',
    citation: '164.410(b), (c)',
  },
  ...(description.system?.customers ?? []).flatMap(({ name, breachNotice }) =>
    breachNotice === undefined
      ? []
      : [
          {
            words: `${masked(name ?? 'A customer')}: within ${parameterText(breachNotice)}, as its contract says`,
          },
        ],
  ),
]

const vendorNotices = ({ vendor }: AssetSubject): readonly LossStatement[] => {
  if (vendor === undefined || vendor.baa === undefined || vendor.baa === 'none') return []
  const { breachNotice } = vendor.baa
  const within =
    breachNotice === undefined ? 'its agreement does not say when' : `within ${parameterText(breachNotice)}`
  return [
    {
      words: `${masked(vendor.name ?? vendor.id)}, which runs it, has to tell you: ${within}`,
      citation: '164.410',
    },
  ]
}
