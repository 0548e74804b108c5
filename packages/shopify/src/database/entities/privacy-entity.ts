import { EntitySchema } from 'typeorm'
import { count, key, moment, orNull, text } from '../columns'

/** A privacy webhook of Shopify, and what it came to. Names nobody: the shopper is a hash. */
export interface PrivacyRow {
  /** Shopify's id of the webhook. */
  readonly id: string
  readonly shop: string
  readonly topic: string
  readonly emailHash: string | null
  readonly phoneHash: string | null
  /** Payment sessions that it concerned. */
  readonly concerned: number
  readonly receivedAt: Date
}

export const privacyEntity = new EntitySchema<PrivacyRow>({
  name: 'privacy_request',
  tableName: 'craftgate_privacy_request',
  columns: {
    id: key(text('id')),
    shop: text('shop'),
    topic: text('topic'),
    emailHash: orNull(text('email_hash')),
    phoneHash: orNull(text('phone_hash')),
    concerned: count('concerned'),
    receivedAt: moment('received_at'),
  },
})
