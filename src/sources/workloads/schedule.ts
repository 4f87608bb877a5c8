const NAMED: Readonly<Record<string, string>> = {
  '@hourly': 'PT1H',
  '@daily': 'P1D',
  '@midnight': 'P1D',
  '@weekly': 'P7D',
  '@monthly': 'P1M',
  '@yearly': 'P1Y',
  '@annually': 'P1Y',
}

/** The longest time between two starts by a schedule in the words of cron (crontab(5)); `undefined` if it is none. */
export const intervalOf = (schedule: string): string | undefined => {
  const text = schedule
    .trim()
    .replace(/^(?:CRON_)?TZ=\S+\s+/, '')
    .toLowerCase()
  const named = NAMED[text] ?? every(text)
  if (named !== undefined) return named
  const fields = text.split(/\s+/)
  // Some programs put seconds before, as Quartz and Velero's kin do.
  const [minute, hour, day, month, weekday] = fields.length === 6 ? fields.slice(1) : fields
  if (fields.length < 5 || fields.length > 6 || weekday === undefined) return undefined
  if (!isAny(month)) return 'P1Y'
  if (!isAny(day)) return gap(day, 31, 'P1M', (days) => `P${days}D`)
  if (!isAny(weekday)) return gap(namedDays(weekday), 7, 'P7D', (days) => `P${days}D`)
  if (!isAny(hour)) return gap(hour, 24, 'P1D', (hours) => `PT${hours}H`)
  return isAny(minute) ? 'PT1M' : gap(minute, 60, 'PT1H', (minutes) => `PT${minutes}M`)
}

/** `@every 6h` of Go, `6h`, `15m`. */
const every = (text: string): string | undefined => {
  const found = /^@every\s+(\d{1,5})([smhd])$/.exec(text)
  if (!found) return undefined
  return found[2] === 'd' ? `P${found[1]}D` : `PT${found[1]}${String(found[2]).toUpperCase()}`
}

const isAny = (field: string | undefined): boolean => field === '*' || field === '?' || field === '*/1'

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

const namedDays = (field: string): string =>
  field.replace(/[a-z]{3}/g, (name) => String(Math.max(0, DAYS.indexOf(name))))

/** The largest gap between the values of a field, around its end too. */
const gap = (
  field: string | undefined,
  size: number,
  once: string,
  words: (count: number) => string,
): string | undefined => {
  const values = [...new Set((field ?? '').split(',').flatMap((part) => valuesOf(part, size)))].sort(
    (a, b) => a - b,
  )
  const [first] = values
  if (first === undefined) return undefined
  if (values.length === 1) return once
  const gaps = values.map((value, index) => (values[index + 1] ?? first + size) - value)
  const widest = Math.max(...gaps)
  return widest === size ? once : words(widest)
}

const valuesOf = (part: string, size: number): readonly number[] => {
  const found = /^(\*|\d{1,2})(?:-(\d{1,2}))?(?:\/(\d{1,2}))?$/.exec(part)
  if (!found) return []
  const from = found[1] === '*' ? 0 : Number(found[1])
  const to = found[1] === '*' ? size - 1 : Number(found[2] ?? (found[3] === undefined ? from : size - 1))
  const step = Math.max(1, Number(found[3] ?? 1))
  const values: number[] = []
  for (let value = from; value <= Math.min(to, size); value += step) values.push(value % size)
  return values
}
