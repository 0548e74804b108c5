import { expectIs, Steps, tally } from './steps'

const passes = async () => '1,00 TL'
const fails = async () => expectIs('The order', 'ArrangingPayment', 'PaymentSettled') ?? ''

test('steps that pass are counted, and the last line says so', async () => {
  const shown: string[] = []
  const steps = new Steps(({ step }) => shown.push(step))
  await steps.run('Sale', 'cart', passes)
  await steps.run('Sale', 'paid', passes)
  expect(shown).toEqual(['cart', 'paid'])
  expect(tally(steps.results)).toBe('steps: 2 passed, 0 failed')
})

test('a step that fails says why, and the rest of its chapter is not tried', async () => {
  const steps = new Steps(() => {})
  await steps.run('Sale', 'paid', fails)
  await steps.run('Sale', 'refund', async () => {
    throw new Error('must not run')
  })
  await steps.run('Pre-authorization', 'cart', passes)
  expect(steps.results.map(({ passed, facts }) => [passed, facts])).toEqual([
    [false, 'The order is ArrangingPayment, expected PaymentSettled'],
    [false, 'not reached'],
    [true, '1,00 TL'],
  ])
  expect(tally(steps.results)).toBe('steps: 1 passed, 2 failed')
})
