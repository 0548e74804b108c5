// Craftgate's fraud management, for the merchant: checks, lists and rules. The decision about a payment that an order waits
// for is `CraftgateCommerce.decideReview`, which moves order and money as well.
import type { CraftgateClient } from '../client/craftgate-client'
import { type FraudCheckPage, type FraudCheckQuery, searchFraudChecks } from './fraud-checks'
import { type FraudRulePage, searchFraudRules } from './fraud-rules'
import {
  addToList,
  deleteList,
  type FraudValueList,
  type NewFraudValue,
  removeFromList,
  retrieveList,
  retrieveListNames,
} from './value-lists'

/** `merchant` is a key of `merchants` in the options. Each throws CraftgateError. */
export interface Fraud {
  checks(merchant: string, query: FraudCheckQuery): Promise<FraudCheckPage>
  /** `page` counts from 0; a page has 25. */
  rules(merchant: string, page: number): Promise<FraudRulePage>
  listNames(merchant: string): Promise<readonly string[]>
  list(merchant: string, name: string): Promise<FraudValueList>
  /** Throws a CraftgateError of code `bad-list-value` that says which field is wrong. */
  addToList(merchant: string, value: NewFraudValue): Promise<void>
  removeFromList(merchant: string, name: string, valueId: string): Promise<void>
  deleteList(merchant: string, name: string): Promise<void>
}

export function createFraud({
  clientFor,
}: {
  readonly clientFor: (merchant: string) => CraftgateClient
}): Fraud {
  return {
    checks: (merchant, query) => searchFraudChecks(clientFor(merchant), query),
    rules: (merchant, page) => searchFraudRules(clientFor(merchant), page),
    listNames: (merchant) => retrieveListNames(clientFor(merchant)),
    list: (merchant, name) => retrieveList(clientFor(merchant), name),
    addToList: (merchant, value) => addToList(clientFor(merchant), value),
    removeFromList: (merchant, name, valueId) => removeFromList(clientFor(merchant), name, valueId),
    deleteList: (merchant, name) => deleteList(clientFor(merchant), name),
  }
}
