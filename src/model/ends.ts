import type { Connection } from './connections.js'
import { byKeys, remembered } from './remembered.js'

/** Every connection, by the ids of its two ends. */
export const connectionsByEnd = remembered(({ scope }) => byKeys(scope.connections, endsOf))

/** The connections that carry ePHI, or are assumed to, by the ids of their two ends. */
export const ephiConnectionsByEnd = remembered(({ scope }) =>
  byKeys(
    scope.connections.filter((connection) => scope.carries(connection) !== undefined),
    endsOf,
  ),
)

const endsOf = ({ from, to }: Connection): readonly string[] => [from.id, to.id]
