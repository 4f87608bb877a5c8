import {
  customerPromises,
  decide,
  defineRule,
  expectOneOf,
  expectTrue,
  isUnitedStates,
  listed,
  ownPolicy,
  type PromiseSubject,
  unproven,
  type Verdict,
} from '#rule'

export const customerRequires = defineRule({
  id: 'business-associates/customer-requires',
  title: 'What contracts with customers ask is kept',
  ground: ownPolicy('The contracts in `system.customers`'),
  severity: 'high',
  subjects: customerPromises,
  check: (promise) => CHECKS[promise.requirement](promise),
  says: 'it is not as the contract with a customer asks',
  why: `
    What a contract promises binds, whether or not the law asks it. The customer relies on it for its own duties, and may
    end the contract over it.`,
  fix: `
    Change what falls short, or agree with the customer on something else; state \`customerManaged\` and \`module\` of keys,
    and \`region\` of assets.`,
  examples: { fails: 'customerManaged: false', passes: 'customerManaged: true' },
})

const promisedTo = ({ customers, requirement }: PromiseSubject): string =>
  `${requirement} is promised to ${listed(customers)}`

const CHECKS = {
  'customer-managed-keys': (promise: PromiseSubject): Verdict =>
    expectTrue(promise.key.at('customerManaged'), {
      says: 'the key is not customer-managed, as the contract with a customer asks',
      found: promisedTo(promise),
    }),
  'fips-endpoints': (promise: PromiseSubject): Verdict =>
    expectOneOf(promise.key.at('module'), ['fips-140-3', 'fips-140-2'], {
      says: 'the module of the key is not validated by FIPS 140, as the contract with a customer asks',
      found: promisedTo(promise),
    }),
  'data-in-us': (promise: PromiseSubject): Verdict => {
    const { fact, country } = promise.location ?? { fact: promise.key, country: undefined }
    if (country === undefined) return unproven(fact)
    return decide(fact, () => isUnitedStates(country), {
      says: 'ePHI is kept outside the United States, against the contract with a customer',
      found: `${fact.value}, in ${country}; ${promisedTo(promise)}`,
    })
  },
}
