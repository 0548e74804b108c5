import { operationIds } from '@craftgate-commerce/openapi/operations'
import { callsOfCore, REASONS } from './coverage-reasons.mjs'

test('every call that core does not make has a reason, and no other', () => {
  const made = callsOfCore(operationIds())
  const unmade = operationIds().filter((id) => !made.includes(id))
  expect(Object.keys(REASONS).sort()).toEqual([...unmade].sort())
})

test('a reason is a sentence', () => {
  for (const reason of Object.values(REASONS)) expect(reason).toMatch(/^\p{Lu}.*[.]$/u)
})
