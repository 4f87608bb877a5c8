/** How sure a reference value is. */
export type Confidence = 'high' | 'medium' | 'low'

/** One period of a state: years, or the age until which records are kept. */
export interface StatePeriod {
  readonly value: number
  readonly citation: string
  readonly confidence: Confidence
}

/** What is known of how long a state wants medical records kept: a reference, to be verified with counsel. */
export interface StateRetention {
  readonly state: string
  /** Years for adults, by kind of provider; absent where no general period was found. */
  readonly hospital?: StatePeriod
  readonly physician?: StatePeriod
  /** Until which age minors’ records are kept, by kind of provider, where that can be told. */
  readonly minorsHospital?: StatePeriod
  readonly minorsPhysician?: StatePeriod
  /** How sure it is where no period was found: that none was is no proof that there is none. */
  readonly confidence: Confidence
}

/** What a citation and a confidence are of: all, or one kind of provider, or adults, or minors. */
type Each<T> =
  | T
  | { readonly hospital: T; readonly physician: T }
  | { readonly adults: T; readonly minors: T }

type Row = readonly [
  state: string,
  hospital: number | undefined,
  physician: number | undefined,
  minorsHospital: number | undefined,
  minorsPhysician: number | undefined,
  citation: Each<string>,
  confidence: Each<Confidence>,
]

const _ = undefined

/** The day on which the rows were last looked at. */
export const STATE_RETENTION_CHECKED = '2026-11-23'

/** "18" and so many years is the age of majority and what is added to it. */
const ROWS: readonly Row[] = [
  ['AK', 7, _, 21, _, 'AS 18.20.085', 'high'],
  [
    'AL',
    5,
    7,
    _,
    _,
    { hospital: 'Ala. Admin. Code 420-5-7-.13', physician: 'Ala. Admin. Code 540-X-9-.10' },
    { hospital: 'high', physician: 'low' },
  ],
  ['AR', 10, _, 20, _, 'Ark. hospital rules, section 14', 'medium'],
  ['AZ', 6, 6, 21, 21, 'ARS 12-2297', 'high'],
  ['CA', 7, _, 19, _, '22 CCR 70751(c)', 'high'],
  [
    'CO',
    10,
    7,
    28,
    _,
    { hospital: '6 CCR 1011-1 ch. 4', physician: 'Colorado Medical Board guidance' },
    'medium',
  ],
  [
    'CT',
    10,
    7,
    _,
    _,
    { hospital: 'Conn. Agencies Regs. 19-13-D3(d)(6)', physician: 'Conn. Agencies Regs. 19a-14-42' },
    'high',
  ],
  ['DC', 10, 3, _, 21, { hospital: '22-B DCMR', physician: '17 DCMR 4612' }, 'medium'],
  ['DE', _, 7, _, _, '24 Del. C. 1761', 'medium'],
  ['FL', 7, 5, _, _, { hospital: 'FAC 59A-3.270', physician: 'FAC 64B8-10.002' }, 'high'],
  ['GA', 10, 10, 23, _, 'OCGA 31-33-2', 'medium'],
  ['HI', 7, 7, 25, 25, 'HRS 622-58', 'high'],
  ['IA', _, 7, _, 19, 'IAC 653-13.7(8)', 'medium'],
  ['ID', _, _, 23, 23, 'Idaho Code 39-1394', 'low'],
  ['IL', 10, _, _, _, '210 ILCS 85/6.17', 'medium'],
  ['IN', 7, 7, _, _, 'IC 16-39-7-1', 'high'],
  ['KS', 10, 10, 19, _, { hospital: 'KAR 28-34-9a', physician: 'KAR 100-24-2' }, 'high'],
  ['KY', 5, _, 21, _, '902 KAR 20:016', 'medium'],
  ['LA', 10, 6, _, _, { hospital: 'La. R.S. 40:2144(F)', physician: 'La. R.S. 40:1165.1' }, 'medium'],
  [
    'MA',
    20,
    7,
    _,
    18,
    { hospital: 'MGL c.111 s.70', physician: '243 CMR 2.07(13)' },
    { hospital: 'high', physician: 'medium' },
  ],
  ['MD', 5, 5, 21, 21, 'Md. Health-Gen. 4-403', 'high'],
  ['ME', 7, _, 24, _, '10-144 CMR 112', 'medium'],
  ['MI', 7, 7, _, _, { hospital: 'MCL 333.20175', physician: 'MCL 333.16213' }, 'high'],
  ['MN', 7, 7, _, _, 'Minn. Stat. 145.32', 'medium'],
  ['MO', 10, 7, 23, _, { hospital: '19 CSR 30-20', physician: 'RSMo 334.097' }, 'medium'],
  ['MS', 10, _, 28, _, 'Miss. Code 41-9-69', 'high'],
  ['MT', 10, _, 28, _, 'ARM 37.106.402', 'medium'],
  ['NC', 11, _, 30, _, '10A NCAC 13B .3903', 'high'],
  ['ND', 10, _, 21, _, 'NDAC 33-07-01.1-20', 'medium'],
  ['NE', 10, _, 21, _, '175 NAC 9-006', 'medium'],
  ['NH', 7, 7, 19, 19, { hospital: 'He-P 802', physician: 'Med 501.02(f)' }, 'medium'],
  ['NJ', 10, 7, 23, _, { hospital: 'NJSA 26:8-5', physician: 'NJAC 13:35-6.5' }, 'high'],
  ['NM', 10, 10, 19, 19, { hospital: 'NMSA 14-6-2', physician: '16.10.17 NMAC' }, 'medium'],
  ['NV', 5, 5, 23, 23, 'NRS 629.051', 'high'],
  [
    'NY',
    6,
    6,
    21,
    22,
    { hospital: '10 NYCRR 405.10', physician: 'Educ. L. 6530(32); 8 NYCRR 29.2' },
    { adults: 'high', minors: 'medium' },
  ],
  ['OH', _, _, _, _, 'no general period found', 'low'],
  ['OK', 5, _, 21, _, 'OAC 310:667-19-14', 'medium'],
  ['OR', 10, _, _, _, 'OAR 333-505-0050', 'high'],
  ['PA', 7, 7, 25, 19, { hospital: '28 Pa. Code 115.23', physician: '49 Pa. Code 16.95' }, 'high'],
  ['RI', 5, 5, 23, _, '216-RICR-40-10-4', 'low'],
  ['SC', 10, 10, 19, _, { hospital: 'Reg. 61-16', physician: 'SC Code 44-115-120' }, 'high'],
  ['SD', 10, _, 20, _, 'ARSD 44:75:09', 'medium'],
  ['TN', 10, 10, 19, 19, { hospital: 'TCA 68-11-305', physician: '0880-02-.15' }, 'high'],
  ['TX', 10, 7, 20, 21, { hospital: 'H&S 241.103', physician: '22 TAC' }, 'high'],
  ['UT', 7, _, 22, _, 'UAC R432-100', 'medium'],
  ['VA', 5, 6, 23, 18, { hospital: '12VAC5-410-370', physician: '18VAC85-20-26' }, 'high'],
  ['VT', 10, _, _, _, '18 VSA 1905(8)', 'medium'],
  ['WA', 10, _, 21, _, 'RCW 70.41.190', 'high'],
  ['WI', 5, 5, _, _, { hospital: 'DHS 124.14', physician: 'Med 21.03' }, 'high'],
  ['WV', 5, _, _, _, 'W. Va. CSR 64-12-7', 'high'],
  ['WY', _, _, _, _, 'no period found', 'low'],
]

type Kind = 'hospital' | 'physician'

/** Picks what a period rests on: of its kind of provider, or of adults and minors. */
const picked = <T extends string>(each: Each<T>, kind: Kind, of: 'adults' | 'minors'): T =>
  typeof each === 'string' ? each : 'hospital' in each ? each[kind] : each[of]

const BY_STATE: ReadonlyMap<string, StateRetention> = new Map(
  ROWS.map(([state, hospital, physician, minorsHospital, minorsPhysician, citation, confidence]) => {
    const period = (
      value: number | undefined,
      kind: Kind,
      of: 'adults' | 'minors',
    ): StatePeriod | undefined =>
      value === undefined
        ? undefined
        : { value, citation: picked(citation, kind, of), confidence: picked(confidence, kind, of) }
    const row = {
      state,
      hospital: period(hospital, 'hospital', 'adults'),
      physician: period(physician, 'physician', 'adults'),
      minorsHospital: period(minorsHospital, 'hospital', 'minors'),
      minorsPhysician: period(minorsPhysician, 'physician', 'minors'),
      confidence: picked(confidence, 'hospital', 'adults'),
    }
    return [
      state,
      Object.fromEntries(
        Object.entries(row).filter(([, value]) => value !== undefined),
      ) as unknown as StateRetention,
    ]
  }),
)

/** Every state and the District of Columbia, also those of which no period was found. */
export const STATE_RETENTION: readonly StateRetention[] = [...BY_STATE.values()]

/** What is known of a state, by ISO 3166-2 (`US-NY`); `undefined` where nothing is. */
export const stateRetention = (jurisdiction: string): StateRetention | undefined =>
  BY_STATE.get(jurisdiction.replace(/^US-/, ''))

/** One period that binds, and on what ground. */
export type Floor = StatePeriod

/** The longest of the periods that the states of a provider ask for; `undefined` where none is known. */
export const longestFloor = (
  jurisdictions: readonly string[],
  of: 'adults' | 'minors',
  provider: 'hospital' | 'physician-practice',
): Floor | undefined => {
  const hospital = provider === 'hospital'
  return jurisdictions
    .flatMap((jurisdiction): Floor[] => {
      const row = stateRetention(jurisdiction)
      const adults = hospital ? row?.hospital : row?.physician
      const floor = of === 'adults' ? adults : hospital ? row?.minorsHospital : row?.minorsPhysician
      return floor === undefined ? [] : [floor]
    })
    .sort((one, other) => other.value - one.value)[0]
}
