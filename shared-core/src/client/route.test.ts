import { routeOf } from './route'

describe('what a call does', () => {
  it.each([
    ['GET', '/payment/v1/checkout-payments/tok-1', 'read', '/payment/v1/checkout-payments/:token'],
    ['GET', '/fraud/v1/value-lists/all', 'read', '/fraud/v1/value-lists/all'],
    ['GET', '/fraud/v1/value-lists/someone', 'read', '/fraud/v1/value-lists/:listName'],
    ['POST', '/payment/v1/checkout-payments/init', 'start', '/payment/v1/checkout-payments/init'],
    ['DELETE', '/payment/v1/checkout-payments/tok-1', 'start', '/payment/v1/checkout-payments/:token'],
    ['POST', '/payment/v1/card-payments/3ds-init', 'start', '/payment/v1/card-payments/3ds-init'],
    ['POST', '/payment/v1/card-payments', 'money', '/payment/v1/card-payments'],
    ['POST', '/payment/v1/card-payments/3ds-complete', 'money', '/payment/v1/card-payments/3ds-complete'],
    [
      'POST',
      '/payment/v1/card-payments/5/post-auth',
      'money',
      '/payment/v1/card-payments/:paymentId/post-auth',
    ],
    ['POST', '/payment/v1/refunds', 'money', '/payment/v1/refunds'],
    ['POST', '/payment/v1/refund-transactions', 'money', '/payment/v1/refund-transactions'],
  ] as const)('%s %s is %s', (method, path, kind, template) => {
    expect(routeOf(method, path)).toMatchObject({ kind, template })
  })

  it.each([
    ['GET', 'read'],
    ['POST', 'money'],
    ['PUT', 'money'],
    ['DELETE', 'money'],
  ] as const)('an unknown %s counts as %s and names nothing of its path', (method, kind) => {
    const route = routeOf(method, '/payment/v9/haluk/5258640000000001')
    expect(route).toMatchObject({ kind, template: '/payment/:id/:id/:id' })
  })
})
