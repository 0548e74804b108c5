import { PAGE_SIZE, paginate } from './stored-platform'

const numbers = Array.from({ length: PAGE_SIZE * 2 + 1 }, (_, index) => index)

test('all rows come once, in order, however many pages they fill', async () => {
  const asked: (number | undefined)[] = []
  const rows: number[] = []
  const pageAfter = async (last: number | undefined) => {
    asked.push(last)
    return numbers.filter((each) => last === undefined || each > last).slice(0, PAGE_SIZE)
  }
  for await (const row of paginate(pageAfter)) rows.push(row)
  expect(rows).toEqual(numbers)
  expect(asked).toEqual([undefined, PAGE_SIZE - 1, PAGE_SIZE * 2 - 1])
})

test('nothing to read is no row', async () => {
  for await (const row of paginate(async () => [])) throw new Error(`unexpected ${row}`)
  expect.assertions(0)
})
