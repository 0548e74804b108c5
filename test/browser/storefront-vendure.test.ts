import { startTestStack } from '../stack/start-test-stack'
import { describeStorefront } from './describe-storefront'

describeStorefront({
  album: 'vendure',
  methods: { card: 'craftgate', preAuth: 'craftgate-on-provizyon' },
  discounted: { decimal: '1165.32', shown: '₺1.165,32' },
  discount: 'Hoş geldin indirimi',
  start: () => startTestStack('browser_vendure', { storefront: true, vendure: { worker: false } }),
})
