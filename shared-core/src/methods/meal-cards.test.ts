import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { directStart } from '.'

const DESCRIPTION = join(__dirname, '../../../packages/openapi/src/generated/openapi.json')

/** Where the description of Craftgate's API has a property of this name. */
function schemasWith(property: string): string[] {
  const { components } = JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as {
    readonly components: { readonly schemas: Readonly<Record<string, { readonly properties?: object }>> }
  }
  return Object.entries(components.schemas)
    .filter(([, { properties = {} }]) => Object.hasOwn(properties, property))
    .map(([name]) => name)
}

test('a meal card is not kept: its fingerprint is told by one answer, and no call that is described takes it to pay', () => {
  expect(schemasWith('fingerprint')).toEqual(['MealVoucherCardTokenizationCompleteResponse'])
  expect(directStart('SETCARD')?.asks).toEqual([{ field: 'card-number', parameter: 'cardNumber' }])
})
