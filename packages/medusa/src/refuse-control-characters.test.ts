import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { refuseControlCharacters } from './refuse-control-characters'

/** What the next handler is called with. */
function passedOn(originalUrl: string): unknown[] {
  const calls: unknown[] = []
  const next = ((error?: unknown) => calls.push(error)) as MedusaNextFunction
  refuseControlCharacters({ originalUrl } as MedusaRequest, {} as MedusaResponse, next)
  return calls
}

test.each([
  '/store/craftgate/checkouts/a%00b',
  '/store/craftgate/installments?cart_id=a%00',
  '/store/craftgate/installments?variant_id%00=a',
  '/admin/craftgate/orders/%1F',
  '/admin/craftgate/checkouts?state=%7f',
])('%s is refused before anything is looked for', (address) => {
  expect(passedOn(address)).toEqual([expect.objectContaining({ type: 'invalid_data' })])
})

test.each([
  '/store/craftgate/checkouts/payses_01?cart_id=cart_01',
  '/store/craftgate/checkouts/%E2%82%BA%20%2500',
])('%s goes on', (address) => {
  expect(passedOn(address)).toEqual([undefined])
})
