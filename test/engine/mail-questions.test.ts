import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { rules } from '../../rules/index.js'
import { judge } from '../../src/engine/judge.js'
import { questionsOf } from '../../src/engine/questions.js'
import { infrastructureOf } from '../infrastructure-of.js'
import { TODAY } from '../rule-table.js'

const asked = (description: string, id: string) => {
  const infrastructure = infrastructureOf(description)
  const results = judge(infrastructure, rules, { today: TODAY, profile: 'recommended' })
  const questions = questionsOf(
    results.flatMap(({ judged }) => judged),
    infrastructure,
    () => undefined,
  )
  return questions.filter((question) => question.id === id).map(({ yaml }) => parse(yaml))
}

it('asks of a domain by its name', () =>
  expect(asked('email: { domains: [{ name: clinic.example, spf: none }] }', 'email.domains.dkim')).toEqual([
    { email: { domains: [{ name: 'clinic.example', dkim: { enabled: null } }] } },
  ]))

it('asks for domains where none is described', () =>
  expect(asked('email: { externalAutoForward: false }', 'email')).toEqual([
    expect.objectContaining({ email: expect.objectContaining({ domains: null }) }),
  ]))

it('asks of a stream by its id', () =>
  expect(asked('email: { streams: [{ id: referrals }] }', 'email.streams.transport')).toEqual([
    { email: { streams: [{ id: 'referrals', transport: null }] } },
  ]))
