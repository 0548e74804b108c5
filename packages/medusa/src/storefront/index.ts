// What a storefront asks this shop for, in the JSON that is the same in every shop.
export { answerRequest } from './storefront-shop'
