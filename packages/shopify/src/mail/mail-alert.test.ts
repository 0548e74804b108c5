import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import type { Alert } from '@craftgate-commerce/core'
import { mailAlert } from './mail-alert'

let listener: Server
let server: string
/** What the mail server was told, as it came. */
let told: string
/** What it answers to a mail. */
let verdict: string

beforeEach((done) => {
  told = ''
  verdict = '250 taken'
  listener = createServer((socket) => {
    let isMail = false
    socket.write('220 mail.example.com\r\n')
    socket.on('data', (chunk) => {
      const text = chunk.toString()
      told += text
      if (isMail && !text.includes('\r\n.\r\n')) return
      if (isMail) socket.write(`${verdict}\r\n`)
      else if (text.startsWith('DATA')) socket.write('354 go on\r\n')
      else if (text.startsWith('QUIT')) socket.end('221 bye\r\n')
      else socket.write('250 fine\r\n')
      isMail = text.startsWith('DATA')
    })
  }).listen(0, '127.0.0.1', () => {
    server = `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`
    done()
  })
})
afterEach((done) => {
  listener.close(() => done())
})

const ALERT: Alert = {
  ...{
    id: 'alert-1',
    state: 'raised',
    kind: 'refused-refunds',
    merchant: 'live',
    account: 'live:1',
    count: 2,
  },
  ...{ shop: 'zerdali.myshopify.com', since: new Date(0), url: 'https://app.example.com/panel/attention' },
  ...{ title: 'Yapilamayan iadeler', text: 'Yapilamayan iadeler: 2. Yeniden iade edin.' },
}

const mail = () => mailAlert({ server, from: 'alerts@example.com' }, 'ayse@zerdali.example', ALERT)

test('an alert is mailed with its shop, its sentence and the way to the panel', async () => {
  await mail()
  expect(told).toMatch(/MAIL FROM:<alerts@example.com>.*RCPT TO:<ayse@zerdali.example>/s)
  expect(told).toContain('Subject: Yapilamayan iadeler: zerdali.myshopify.com')
  expect(told).toContain('Message-ID: <alert-1@example.com>')
  expect(told).toMatch(
    /Yapilamayan iadeler: 2\. Yeniden iade edin\..*https:..app\.example\.com.panel.attention/s,
  )
})

test('a server that refuses it has not taken it', async () => {
  verdict = '554 no'
  await expect(mail()).rejects.toThrow('554')
})
