// A Craftgate for benchmarks, in a process of its own: answers at once and keeps nothing.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'

const PAYMENT = JSON.stringify({
  data: {
    id: 5,
    createdDate: '2024-02-29T14:07:18',
    status: 'ACTIVE',
    price: 1249.9,
    paidPrice: 1312.4,
    currency: 'TRY',
    installment: 3,
    paymentStatus: 'SUCCESS',
    paymentPhase: 'AUTH',
    conversationId: 'cg-1',
    paymentTransactions: Array.from({ length: 8 }, (_, at) => ({
      id: at + 1,
      externalId: `line-${at}`,
      name: 'Çay bardağı, altılı',
      price: 156.2375,
      paidPrice: 164.05,
      transactionStatus: 'APPROVED',
    })),
  },
})

const page = (origin) => {
  const token = randomUUID()
  return JSON.stringify({
    data: { token, pageUrl: `${origin}/page?token=${token}`, tokenExpireDate: '2030-01-01T00:00:00' },
  })
}

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.setHeader('content-type', 'application/json;charset=UTF-8')
    response.end(request.url === '/payment/v1/checkout-payments/init' ? page(origin()) : PAYMENT)
  })
})
const origin = () => `http://127.0.0.1:${server.address().port}`

server.listen(0, '127.0.0.1', () => process.send(origin()))
process.on('disconnect', () => process.exit())
