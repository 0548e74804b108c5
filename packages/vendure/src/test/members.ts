import type { TestShop } from './shop'

export const PASSWORD = 'a password of the test'

/** A customer with an account. */
export interface Member {
  readonly id: string
  readonly email: string
}

export async function addMember(shop: TestShop): Promise<Member> {
  const email = `uye-${Math.random().toString(36).slice(2)}@example.com`
  const { createCustomer } = await shop.manage<{ createCustomer: { id: string } }>(
    `mutation ($input: CreateCustomerInput!, $password: String!) {
      createCustomer(input: $input, password: $password) { ... on Customer { id } }
    }`,
    { input: { emailAddress: email, firstName: 'Ayşe', lastName: 'Yılmaz' }, password: PASSWORD },
  )
  return { id: createCustomer.id, email }
}
