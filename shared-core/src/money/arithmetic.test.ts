import { add, compare, isZero, subtract, sum } from './arithmetic'
import { MAX_MINOR, money } from './money'

const lira = (minor: number) => money(minor, 'TRY')

describe('arithmetic', () => {
  it('adds, subtracts and sums in minor units', () => {
    expect(add(lira(10), lira(20))).toEqual(lira(30))
    expect(subtract(lira(10), lira(30))).toEqual(lira(-20))
    expect(sum([lira(1), lira(2), lira(3)], 'TRY')).toEqual(lira(6))
    expect(sum([], 'JPY')).toEqual(money(0, 'JPY'))
  })

  it('compares', () => {
    expect([compare(lira(1), lira(2)), compare(lira(2), lira(2)), compare(lira(3), lira(2))]).toEqual([
      -1, 0, 1,
    ])
    expect([isZero(lira(0)), isZero(lira(-1))]).toEqual([true, false])
  })

  it.each([add, subtract, compare])('refuses two currencies', (reckon) => {
    expect(() => reckon(lira(1), money(1, 'USD'))).toThrow(
      'currency: TRY and USD cannot be reckoned together',
    )
  })

  it('refuses to sum another currency than the one asked for', () => {
    expect(() => sum([lira(1)], 'USD')).toThrow('currency: USD and TRY cannot be reckoned together')
  })

  it('refuses a sum of more than 15 digits instead of losing one', () => {
    expect(() => add(lira(MAX_MINOR), lira(1))).toThrow('more than 15 digits')
  })
})
