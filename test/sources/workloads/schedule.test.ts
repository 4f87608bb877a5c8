import { describe, expect, it } from 'vitest'
import { intervalOf } from '../../../src/sources/workloads/schedule.js'

describe('schedules', () => {
  it.each([
    ['0 2 * * *', 'P1D'],
    ['@daily', 'P1D'],
    ['0 * * * *', 'PT1H'],
    ['*/15 * * * *', 'PT15M'],
    ['* * * * *', 'PT1M'],
    ['0 */6 * * *', 'PT6H'],
    ['0 8,20 * * *', 'PT12H'],
    ['0 6,8 * * *', 'PT22H'],
    ['0 3 * * 0', 'P7D'],
    ['0 3 * * mon-fri', 'P3D'],
    ['0 3 1 * *', 'P1M'],
    ['0 3 1,15 * *', 'P17D'],
    ['0 3 1 1 *', 'P1Y'],
    ['0 0 2 * * *', 'P1D'],
    ['@every 6h', 'PT6H'],
    ['CRON_TZ=UTC 0 2 * * *', 'P1D'],
    ['when it suits', undefined],
    ['0 2 * *', undefined],
    ['', undefined],
  ])('%s', (schedule, interval) => {
    expect(intervalOf(schedule)).toBe(interval)
  })
})
