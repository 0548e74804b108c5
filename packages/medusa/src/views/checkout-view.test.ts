import { inSnakeCase } from './checkout-view'

test('names are those of Medusa’s API; what is not there is null', () => {
  expect(inSnakeCase({ paidPrice: '1.00', threeDS: true, pos: undefined })).toEqual({
    paid_price: '1.00',
    three_ds: true,
    pos: null,
  })
})
