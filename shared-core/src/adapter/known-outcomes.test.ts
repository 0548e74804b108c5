import { KnownOutcomes } from './apply-outcome'

test('what is known is known while the work runs, and to nobody else', async () => {
  const outcomes = new KnownOutcomes<string, string>()
  const seen = await outcomes.during('session 1', 'captured', async () => [
    outcomes.of('session 1'),
    outcomes.of('session 2'),
    outcomes.of(undefined),
  ])
  expect(seen).toEqual(['captured', undefined, undefined])
  expect(outcomes.of('session 1')).toBeUndefined()
})

test('work that fails leaves nothing behind', async () => {
  const outcomes = new KnownOutcomes<object, string>()
  const subject = {}
  const failing = outcomes.during(subject, 'captured', () =>
    Promise.reject(new Error('the database is gone')),
  )
  await expect(failing).rejects.toThrow('the database is gone')
  expect(outcomes.of(subject)).toBeUndefined()
})
