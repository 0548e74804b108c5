import { startTestStack } from '../stack/start-test-stack'
import { describeStorefront } from './describe-storefront'

describeStorefront({
  album: 'medusa',
  methods: { card: 'pp_craftgate_craftgate', preAuth: 'pp_craftgate_on-provizyon' },
  discounted: { decimal: '1165.32', shown: '₺1.165,32' },
  discount: 'HOSGELDIN10',
  start: () => startTestStack('browser_medusa', { stores: ['medusa'], storefront: true }),
})
