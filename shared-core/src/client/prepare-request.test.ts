import { signatureOf } from './prepare-request'

describe('request signature', () => {
  it.each([
    {
      keys: { apiKey: 'dummy', secretKey: 'dummy' },
      signed: { url: 'https://sandbox-api.craftgate.io', nonce: '123' },
      signature: 'sgmDw5GY819oFF8SC5OTORgqvKGL/4iTZxCeWTSJP5Y=',
    },
    {
      keys: { apiKey: 'key-1', secretKey: 'FooBar123!' },
      signed: { url: 'https://api.craftgate.io/onboarding/v1/members/1', nonce: 'Xa15Fp11T' },
      signature: 'y1TtnjNCJEvlkP5ufCkK3H0i2guMB/bKL4Ayw3VlKWA=',
    },
  ])('matches the published vector $signature', ({ keys, signed, signature }) => {
    expect(signatureOf(keys, signed)).toBe(signature)
  })

  it('covers the body as UTF-8', () => {
    const keys = { apiKey: 'key-1', secretKey: 'FooBar123!' }
    const url = 'https://api.craftgate.io/onboarding/v1/members'
    const withBody = signatureOf(keys, { url, nonce: 'n', body: '{"name":"Üsküdar"}' })
    expect(withBody).not.toBe(signatureOf(keys, { url, nonce: 'n', body: '{"name":"Uskudar"}' }))
    expect(withBody).not.toBe(signatureOf(keys, { url, nonce: 'n' }))
  })
})
