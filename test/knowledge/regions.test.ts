import { describe, expect, it } from 'vitest'
import { isCountryOfConcern } from '../../src/knowledge/neighbouring-law.js'
import { countryOf, isUnitedStates } from '../../src/knowledge/regions.js'

describe('the country of a region', () => {
  it.each([
    ['us-east-1', 'US'],
    ['us-east-1a', 'US'],
    ['us-gov-west-1', 'US'],
    ['us-west-2', 'US'],
    ['us-central1', 'US'],
    ['us-east4-c', 'US'],
    ['us', 'US'],
    ['eastus', 'US'],
    ['westus3', 'US'],
    ['southcentralus', 'US'],
    ['usgovvirginia', 'US'],
    ['ca-central-1', 'CA'],
    ['northamerica-northeast2', 'CA'],
    ['canadaeast', 'CA'],
    ['mx-central-1', 'MX'],
    ['sa-east-1', 'BR'],
    ['eu-west-1', 'IE'],
    ['eu-west-2', 'GB'],
    ['eu-central-1', 'DE'],
    ['eusc-de-east-1', 'DE'],
    ['eu-central-2', 'CH'],
    ['europe-west1', 'BE'],
    ['europe-west10', 'DE'],
    ['europe-west12', 'IT'],
    ['westeurope', 'NL'],
    ['cn-north-1', 'CN'],
    ['cn-northwest-1', 'CN'],
    ['chinaeast2', 'CN'],
    ['ap-east-1', 'HK'],
    ['ap-east-2', 'TW'],
    ['asia-east1', 'TW'],
    ['asia-east2', 'HK'],
    ['eastasia', 'HK'],
    ['southeastasia', 'SG'],
    ['ap-south-1', 'IN'],
    ['centralindia', 'IN'],
    ['ap-southeast-2', 'AU'],
    ['me-central-1', 'AE'],
    ['me-central1', 'QA'],
  ])('%s lies in %s', (region, country) => expect(countryOf(region)).toBe(country))

  it.each([
    ['US', 'US'],
    ['US-TX', 'US'],
    ['us-tx', 'US'],
    [' Canada ', 'CA'],
    ['PR', 'PR'],
    ['Puerto Rico', 'PR'],
    ['Hong Kong', 'HK'],
    ['CN-11', 'CN'],
    ['IN', 'IN'],
    ['USA', 'US'],
  ])('%s is, or is in, %s', (place, country) => expect(countryOf(place)).toBe(country))

  it.each(['eu', 'asia', 'moon-base-1', 'AA', 'here', '', 'us-everywhere'])('%s is not known', (place) => {
    expect(countryOf(place)).toBeUndefined()
  })
})

describe('countries', () => {
  it('are the United States with their territories', () => {
    expect(['US', 'PR', 'GU', 'VI', 'AS', 'MP', 'UM'].every(isUnitedStates)).toBe(true)
    expect(['CA', 'MX', 'IE'].some(isUnitedStates)).toBe(false)
  })

  it('are of concern by 28 CFR Part 202', () => {
    expect(['CN', 'HK', 'MO', 'CU', 'IR', 'KP', 'RU', 'VE'].every(isCountryOfConcern)).toBe(true)
    expect(['TW', 'KR', 'IN', 'US'].some(isCountryOfConcern)).toBe(false)
  })
})
