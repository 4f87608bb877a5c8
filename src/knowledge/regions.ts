/** Where a region lies that a cloud provider names, by the beginning of its name; the first that fits counts. */
const CLOUD_REGIONS: readonly (readonly [name: RegExp, country: string])[] = [
  // AWS: a direction and a number at the end.
  [/^us-(gov-|iso[a-z]*-)?(east|west|north|south|central|northeast|northwest|southeast|southwest)-?\d/, 'US'],
  [/^ca-(central|west)-\d/, 'CA'],
  [/^mx-central-\d/, 'MX'],
  [/^sa-east-\d/, 'BR'],
  [/^eu-west-1/, 'IE'],
  [/^eu-west-2/, 'GB'],
  [/^eu-west-3/, 'FR'],
  [/^eu(sc)?-(de-east|central)-1/, 'DE'],
  [/^eu-central-2/, 'CH'],
  [/^eu-north-1/, 'SE'],
  [/^eu-south-1/, 'IT'],
  [/^eu-south-2/, 'ES'],
  [/^cn-(north|northwest)-\d/, 'CN'],
  [/^ap-east-1/, 'HK'],
  [/^ap-east-2/, 'TW'],
  [/^ap-northeast-[13]/, 'JP'],
  [/^ap-northeast-2/, 'KR'],
  [/^ap-south-\d/, 'IN'],
  [/^ap-southeast-1/, 'SG'],
  [/^ap-southeast-[24]/, 'AU'],
  [/^ap-southeast-3/, 'ID'],
  [/^ap-southeast-5/, 'MY'],
  [/^ap-southeast-6/, 'NZ'],
  [/^ap-southeast-7/, 'TH'],
  [/^me-south-1/, 'BH'],
  [/^me-central-1/, 'AE'],
  [/^il-central-1/, 'IL'],
  [/^af-south-1/, 'ZA'],
  // Google Cloud: no hyphen before the number.
  [/^northamerica-northeast\d/, 'CA'],
  [/^northamerica-south\d/, 'MX'],
  [/^southamerica-east\d/, 'BR'],
  [/^southamerica-west\d/, 'CL'],
  [/^europe-(west3|west10)\b/, 'DE'],
  [/^europe-(west8|west12)\b/, 'IT'],
  [/^europe-west1\b/, 'BE'],
  [/^europe-west2\b/, 'GB'],
  [/^europe-west4\b/, 'NL'],
  [/^europe-west6\b/, 'CH'],
  [/^europe-west9\b/, 'FR'],
  [/^europe-central2/, 'PL'],
  [/^europe-north1\b/, 'FI'],
  [/^europe-north2\b/, 'SE'],
  [/^europe-southwest1/, 'ES'],
  [/^asia-east1\b/, 'TW'],
  [/^asia-east2\b/, 'HK'],
  [/^asia-northeast[12]\b/, 'JP'],
  [/^asia-northeast3\b/, 'KR'],
  [/^asia-south\d/, 'IN'],
  [/^asia-southeast1\b/, 'SG'],
  [/^asia-southeast2\b/, 'ID'],
  [/^australia-southeast\d/, 'AU'],
  [/^me-west1/, 'IL'],
  [/^me-central1/, 'QA'],
  [/^me-central2/, 'SA'],
  [/^africa-south1/, 'ZA'],
  // Azure: no hyphens at all.
  [/^(east|west|central|northcentral|southcentral|westcentral|southeast)us\d?$/, 'US'],
  [/^us(gov|dod|sec|nat)[a-z]+$/, 'US'],
  [/^canada(central|east)$/, 'CA'],
  [/^mexicocentral$/, 'MX'],
  [/^brazilsouth(east)?$/, 'BR'],
  [/^chilecentral$/, 'CL'],
  [/^northeurope$/, 'IE'],
  [/^westeurope$/, 'NL'],
  [/^uk(south|west)$/, 'GB'],
  [/^france(central|south)$/, 'FR'],
  [/^germany(north|westcentral)$/, 'DE'],
  [/^switzerland(north|west)$/, 'CH'],
  [/^sweden(central|south)$/, 'SE'],
  [/^norway(east|west)$/, 'NO'],
  [/^italynorth$/, 'IT'],
  [/^spaincentral$/, 'ES'],
  [/^polandcentral$/, 'PL'],
  [/^china(north|east)\d?$/, 'CN'],
  [/^eastasia$/, 'HK'],
  [/^southeastasia$/, 'SG'],
  [/^japan(east|west)$/, 'JP'],
  [/^korea(central|south)$/, 'KR'],
  [/^(central|south|west|jioindia)india(west|central)?$/, 'IN'],
  [/^australia(east|southeast|central\d?)$/, 'AU'],
  [/^newzealandnorth$/, 'NZ'],
  [/^uae(north|central)$/, 'AE'],
  [/^qatarcentral$/, 'QA'],
  [/^israelcentral$/, 'IL'],
  [/^southafrica(north|west)$/, 'ZA'],
]

/** Names that people write instead of a code of ISO 3166-1. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['usa', 'US'],
  ['united states', 'US'],
  ['united states of america', 'US'],
  ['puerto rico', 'PR'],
  ['guam', 'GU'],
  ['canada', 'CA'],
  ['china', 'CN'],
  ['hong kong', 'HK'],
  ['macau', 'MO'],
  ['macao', 'MO'],
  ['cuba', 'CU'],
  ['iran', 'IR'],
  ['north korea', 'KP'],
  ['russia', 'RU'],
  ['venezuela', 'VE'],
  ['india', 'IN'],
  ['philippines', 'PH'],
  ['mexico', 'MX'],
  ['germany', 'DE'],
  ['ireland', 'IE'],
  ['united kingdom', 'GB'],
])

/** The codes of ISO 3166-1. */
const CODES: ReadonlySet<string> = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT ' +
    'BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ' +
    'ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT ' +
    'HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS ' +
    'LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI ' +
    'NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG ' +
    'SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG ' +
    'UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
)

/** A country, or a part of one by ISO 3166-2. */
const CODE = /^([a-z]{2})(-[a-z0-9]{1,3})?$/

/**
 * The country, as ISO 3166-1 has it, of a region of a cloud (`us-east-1`, `us-central1`, `eastus`), of a country
 * (`US`, `Canada`) or of a state (`US-TX`). `undefined` for a name that is not known, and for `eu`, which is many countries.
 */
export const countryOf = (place: string): string | undefined => {
  const name = place.trim().toLowerCase()
  const named = NAMES.get(name) ?? CLOUD_REGIONS.find(([pattern]) => pattern.test(name))?.[1]
  if (named !== undefined) return named
  const code = CODE.exec(name)?.[1]?.toUpperCase()
  return code !== undefined && CODES.has(code) ? code : undefined
}

/** The United States and their territories: Puerto Rico, Guam, the Virgin Islands, Samoa, the Marianas, the outlying islands. */
const UNITED_STATES: ReadonlySet<string> = new Set(['US', 'PR', 'GU', 'VI', 'AS', 'MP', 'UM'])

/** Whether a country is the United States or a territory of them. */
export const isUnitedStates = (country: string): boolean => UNITED_STATES.has(country)
