import type { Administration } from './admin'
import * as queries from './admin-queries'

/** Of every customer of the tests. */
export const PASSWORD = 'bir parola'

let customers = 0

/** A customer with an account; answers the e-mail address. */
export async function registerCustomer(merchant: Administration): Promise<string> {
  customers += 1
  const emailAddress = `uye.${process.pid}.${customers}@example.com`
  const input = { emailAddress, firstName: 'Ayşe', lastName: 'Yılmaz' }
  await merchant.ask(queries.CREATE_CUSTOMER, { input, password: PASSWORD })
  return emailAddress
}
