// CHECKOUT_MODULE of the app: what its operator changes of the payment page, for every shop of the app.
import { severalCards } from '@craftgate-commerce/example-vendure-store/dist/zerdali/index.js'

export default { forOrder: severalCards }
