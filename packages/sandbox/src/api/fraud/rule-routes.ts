import { z } from 'zod'
import { ruleIdOf } from '../../engine/fraud/rules'
import { type Api, data } from '../api-context'
import { is, moment, pageOf, paging } from '../query'
import { readQuery } from '../read'

/** The rules of the seed; only the official clients know the call. They have no date here, so every date suits them. */
export function fraudRuleRoutes(api: Api): void {
  api.get('/fraud/v1/rules', (c) => {
    const search = readQuery(c, ruleSearch)
    const views = c.get('merchant').fraudRules.map(({ name, action, conditions, operations }, place) => ({
      ...{ id: ruleIdOf(place), status: 'ACTIVE', name, action, conditions, operations },
    }))
    const found = views.filter(
      ({ name, action, operations }) =>
        is(search.name, name) &&
        is<string>(search.action, action) &&
        (search.operation === undefined || operations.some((one) => one === search.operation)),
    )
    return data(
      c,
      pageOf(found, search, (rule) => rule),
    )
  })
}

const ruleSearch = z.object({
  ...paging,
  name: z.string().optional(),
  action: z.string().optional(),
  operation: z.string().optional(),
  minCreatedDate: moment.optional(),
  maxCreatedDate: moment.optional(),
})
