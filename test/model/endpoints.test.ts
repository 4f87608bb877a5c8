import { describe, expect, it } from 'vitest'
import { allEndpoints } from '../../src/model/subjects/endpoint.js'
import { infrastructureOf } from '../infrastructure-of.js'

const idsOf = (set: string) =>
  allEndpoints(
    infrastructureOf(`
    assets:
      - id: nodes
        kind: server
        count: 5
        endpoints: [{ port: 22, protocol: ssh }, { port: 80, protocol: http }]
        exceptions: [{ count: 1, why: old, set: { ${set} } }]`),
  ).map(({ id }) => id)

describe('endpoints of the exceptions of a group', () => {
  const ofGroup = ['nodes/22', 'nodes/80']
  it.each([
    ['nothing of them', 'audit: false', []],
    ['one', 'endpoints: [{ port: 80, encryption: none }]', ['nodes~old/80']],
    ['one more', 'endpoints: [{ port: 23, protocol: telnet }]', ['nodes~old/23']],
  ])('are those that differ: %s', (_name, set, more) => {
    expect(idsOf(set)).toEqual([...ofGroup, ...more])
  })
})
