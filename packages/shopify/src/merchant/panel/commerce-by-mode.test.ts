import type { MerchantCommerce } from '../http/merchant-deps'
import { commerceByMode } from './commerce-by-mode'

const coreOf = (mode: string) =>
  ({
    payment: async ({ account }: { account: string }) => `${mode} ${account}`,
    paymentLinks: {
      search: async (merchant: string, { page }: { page: number }) => `${mode} ${merchant} ${page}`,
    },
  }) as unknown as MerchantCommerce

const commerce = commerceByMode(
  new Map([
    ['live', coreOf('live')],
    ['test', coreOf('test')],
  ]),
)

test('a call goes to the mode that its merchant or account is of', async () => {
  expect(await commerce.paymentLinks.search('live', { page: 2 })).toBe('live live 2')
  expect(await commerce.paymentLinks.search('test', { page: 0 })).toBe('test test 0')
  expect(await commerce.payment({ account: 'test:0a1b', paymentId: 7 })).toBe('test test:0a1b')
})

test('what the shop has no keys for reaches nobody', () => {
  const live = commerceByMode(new Map([['live', coreOf('live')]]))
  expect(() => live.paymentLinks.search('test', { page: 0 })).toThrow('no Craftgate account')
  expect(() => live.payment({ account: 'test:0a1b', paymentId: 7 })).toThrow('no Craftgate account')
  expect(() => live.paymentLinks.search('komsu.myshopify.com', { page: 0 })).toThrow('no Craftgate account')
})

test('it is nothing that can be awaited', async () => {
  expect(await Promise.resolve(commerce)).toBe(commerce)
})
