import type { Alert } from '@craftgate-commerce/core'
import { createTransport } from 'nodemailer'

export interface MailServer {
  /** smtps://user:password@smtp.example.com */
  readonly server: string
  readonly from: string
}

const DEADLINE_MS = 10_000

/**
 * Mails an alert; told again it bears the same Message-ID, so that a mailbox has it once. Throws when the server does not take it within
 * ten seconds.
 */
export async function mailAlert({ server, from }: MailServer, to: string, alert: Alert): Promise<void> {
  const { protocol, hostname } = new URL(server)
  const transport = createTransport({
    url: server,
    // To this machine nobody listens on the way.
    requireTLS: protocol === 'smtp:' && !LOOPBACK.has(hostname),
    ...{ connectionTimeout: DEADLINE_MS, greetingTimeout: DEADLINE_MS, socketTimeout: DEADLINE_MS },
  })
  const { id, title, text, url, shop } = alert
  await transport.sendMail({
    ...{ from, to, messageId: `<${id}@${from.split('@')[1]}>` },
    subject: shop === undefined ? title : `${title}: ${shop}`,
    text: `${text}\n\n${url}\n`,
  })
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])
