import type { CheckoutRecord, CurrencyCode } from '@craftgate-commerce/core'
import type {
  StoredAlert,
  StoredCheckout,
  SalesRow as StoredEntry,
  StoredOperation,
  StoredWalletOperation,
} from '@craftgate-commerce/core/adapter'
import { EntitySchema } from 'typeorm'
import type { Tenant } from '../context/tenant'
import type { SessionResolution } from '../shopify-api'
import {
  bigint,
  boolean,
  integer,
  json,
  nullable,
  ownerColumns,
  primaryKey,
  text,
  timestamp,
} from './postgres'

/** A shop that installed the app, with its sealed tokens; without tokens after it was uninstalled. */
export interface ShopRow {
  readonly shop: string
  /** Sealed. */
  readonly accessToken: string | null
  readonly accessTokenExpiresAt: Date | null
  /** Sealed. */
  readonly refreshToken: string | null
  readonly refreshTokenExpiresAt: Date | null
  readonly scope: string
  /** Raised with every new pair of tokens. */
  readonly tokenVersion: number
  /** Shopify was told that this shop may take payments. */
  readonly ready: boolean
  readonly installedAt: Date
  readonly uninstalledAt: Date | null
  /** When it left for the last time, also after it came back: logins of before are void. */
  readonly leftAt: Date | null
}

export const shopEntity = new EntitySchema<ShopRow>({
  name: 'shop',
  tableName: 'craftgate_shop',
  columns: {
    shop: primaryKey(text('shop')),
    accessToken: nullable(text('access_token')),
    accessTokenExpiresAt: nullable(timestamp('access_token_expires_at')),
    refreshToken: nullable(text('refresh_token')),
    refreshTokenExpiresAt: nullable(timestamp('refresh_token_expires_at')),
    scope: text('scope'),
    tokenVersion: integer('token_version'),
    ready: boolean('ready'),
    installedAt: timestamp('installed_at'),
    uninstalledAt: nullable(timestamp('uninstalled_at')),
    leftAt: nullable(timestamp('left_at')),
  },
})

/** A shop's Craftgate keys of one mode, each sealed, and whom its alerts are told. */
export interface KeysRow extends Tenant {
  readonly apiKey: string
  readonly secretKey: string
  readonly webhookKey: string
  readonly callbackKey: string | null
  /** Names the Craftgate account of the keys; the same for all keys of one account. */
  readonly account: string
  readonly version: number
  readonly changedAt: Date
  /** When alerts look at the shop's mode again. */
  readonly alertsDueAt: Date
  /** Where they are posted; null: to the address of the deployment, where it has one. */
  readonly alertUrl: string | null
  /** Sealed. */
  readonly alertSecret: string | null
  readonly alertMail: string | null
}

export const keysEntity = new EntitySchema<KeysRow>({
  name: 'keys',
  tableName: 'craftgate_keys',
  columns: {
    ...ownerColumns,
    apiKey: text('api_key'),
    secretKey: text('secret_key'),
    webhookKey: text('webhook_key'),
    callbackKey: nullable(text('callback_key')),
    account: text('account'),
    version: integer('version'),
    changedAt: timestamp('changed_at'),
    alertsDueAt: timestamp('alerts_due_at'),
    alertUrl: nullable(text('alert_url')),
    alertSecret: nullable(text('alert_secret')),
    alertMail: nullable(text('alert_mail')),
  },
})

/** A random secret that the app made for itself, sealed. */
export interface SecretRow {
  /** What it is for. */
  readonly name: string
  readonly sealed: string
}

export const secretEntity = new EntitySchema<SecretRow>({
  name: 'secret',
  tableName: 'craftgate_secret',
  columns: { name: primaryKey(text('name')), sealed: text('sealed') },
})

export type SessionKind = 'payment' | 'refund' | 'capture' | 'void'

/**
 * A session that Shopify began with us. The rows are kept for ever, because Shopify may repeat an id whenever it likes
 * and has no query for what we forgot; only the shopper's contacts are forgotten.
 */
export interface SessionRow extends Tenant {
  /** Shopify's id; the idempotency key of everything that follows. */
  readonly id: string
  readonly kind: SessionKind
  /** What mutations name it by: gid://shopify/PaymentSession/… */
  readonly gid: string
  /** Version of the API that the session was begun with; it is answered with the same. */
  readonly apiVersion: string
  /** Of a payment: the same for every tab and attempt of one checkout. */
  readonly group: string | null
  /** Of a refund, capture or void: the payment session that it is about. */
  readonly paymentSessionId: string | null
  /** Minor units; a void has none. */
  readonly amount: number | null
  readonly currency: CurrencyCode | null
  readonly phase: CheckoutRecord['phase'] | null
  /** Where a shopper goes who gives up. */
  readonly cancelUrl: string | null
  readonly merchantLocale: string
  readonly buyerLocale: string | null
  /** Sealed JSON of the shopper's e-mail and phone. */
  readonly contact: string | null
  /** What privacy requests find the shopper by. */
  readonly emailHash: string | null
  readonly phoneHash: string | null
  /** The error group or code of the newest declined payment. */
  readonly decline: string | null
  /** How Shopify is to be answered, or was. */
  readonly resolution: SessionResolution | null
  /** Of an authorized payment: what ended the authorization, once Shopify knows. */
  readonly followedBy: 'capture' | 'void' | null
  /** Whether Shopify has the resolution; null: not yet. exhausted: no more attempts are scheduled, and it may have it. */
  readonly syncStatus: 'synced' | 'rejected' | 'exhausted' | null
  /** Attempts since the session or its resolution was written. */
  readonly attempts: number
  readonly nextAttemptAt: Date | null
  /** Why it is not synced, or waits, for the merchant. */
  readonly lastError: string | null
  /** An attempt has no answer, or none that says it was not applied: Shopify may have the resolution. */
  readonly mayHaveBeenApplied: boolean
  /** Where Shopify wants the shopper next. */
  readonly redirectUrl: string | null
  readonly proposedAt: Date | null
  readonly createdAt: Date
  readonly changedAt: Date
}

export const sessionEntity = new EntitySchema<SessionRow>({
  name: 'session',
  tableName: 'craftgate_session',
  columns: {
    id: primaryKey(text('id')),
    shop: text('shop'),
    mode: text('mode'),
    kind: text('kind'),
    gid: text('gid'),
    apiVersion: text('api_version'),
    group: nullable(text('group_id')),
    paymentSessionId: nullable(text('payment_session_id')),
    amount: nullable(bigint('amount')),
    currency: nullable(text('currency')),
    phase: nullable(text('phase')),
    cancelUrl: nullable(text('cancel_url')),
    merchantLocale: text('merchant_locale'),
    buyerLocale: nullable(text('buyer_locale')),
    contact: nullable(text('contact')),
    emailHash: nullable(text('email_hash')),
    phoneHash: nullable(text('phone_hash')),
    decline: nullable(text('decline')),
    resolution: nullable(json('resolution')),
    followedBy: nullable(text('followed_by')),
    syncStatus: nullable(text('sync_status')),
    attempts: integer('attempts'),
    nextAttemptAt: nullable(timestamp('next_attempt_at')),
    lastError: nullable(text('last_error')),
    mayHaveBeenApplied: boolean('may_have_been_applied'),
    redirectUrl: nullable(text('redirect_url')),
    proposedAt: nullable(timestamp('proposed_at')),
    createdAt: timestamp('created_at'),
    changedAt: timestamp('changed_at'),
  },
})

/** One moment of a session, for the merchant's timeline. Facts hold ids, codes and amounts: nothing personal. */
export interface SessionEventRow {
  readonly id?: string
  readonly sessionId: string
  readonly at: Date
  readonly what: string
  readonly facts: Readonly<Record<string, string>>
}

export const sessionEventEntity = new EntitySchema<SessionEventRow>({
  name: 'session_event',
  tableName: 'craftgate_session_event',
  columns: {
    id: { ...primaryKey({ type: 'bigint', name: 'id' }), generated: 'increment' },
    sessionId: text('session_id'),
    at: timestamp('at'),
    what: text('what'),
    facts: json('facts'),
  },
})

/** The payment that pays a checkout of Shopify: one for each `group`, whoever else pays it. */
export interface GroupWinnerRow extends Tenant {
  readonly group: string
  readonly sessionId: string
  /** Of Craftgate's payment: the account that it is numbered in, and its number. */
  readonly account: string
  readonly paymentId: number
  readonly wonAt: Date
}

export const groupWinnerEntity = new EntitySchema<GroupWinnerRow>({
  name: 'group_winner',
  tableName: 'craftgate_group_winner',
  columns: {
    ...ownerColumns,
    group: primaryKey(text('group_id')),
    sessionId: text('session_id'),
    account: text('account'),
    paymentId: bigint('payment_id'),
    wonAt: timestamp('won_at'),
  },
})

export type CheckoutRow = StoredCheckout & Tenant

/** One attempt to pay, as core wrote it. */
export const checkoutEntity = new EntitySchema<CheckoutRow>({
  name: 'checkout',
  tableName: 'craftgate_checkout',
  columns: {
    ...ownerColumns,
    recordId: primaryKey(text('record_id')),
    reference: text('reference'),
    attempt: integer('attempt'),
    account: text('account'),
    order: text('order_id'),
    context: json('context'),
    phase: text('phase'),
    state: text('state'),
    amount: bigint('amount'),
    currency: text('currency'),
    token: nullable(text('token')),
    pageUrl: nullable(text('page_url')),
    paymentIds: json('payment_ids'),
    method: nullable(text('method')),
    startedAt: timestamp('started_at'),
    changedAt: timestamp('changed_at'),
    stateSince: timestamp('state_since'),
    standing: nullable(text('standing')),
    expiresAt: nullable(timestamp('expires_at')),
    nextCheckAt: nullable(timestamp('next_check_at')),
    note: nullable(text('note')),
    version: integer('version'),
  },
})

/** A payment of an attempt: what finds the attempt by Craftgate's number, and keeps it from belonging to two. */
export interface CheckoutPaymentRow extends Tenant {
  readonly account: string
  readonly paymentId: number
  readonly recordId: string
}

export const checkoutPaymentEntity = new EntitySchema<CheckoutPaymentRow>({
  name: 'checkout_payment',
  tableName: 'craftgate_checkout_payment',
  columns: {
    ...ownerColumns,
    account: primaryKey(text('account')),
    paymentId: primaryKey(bigint('payment_id')),
    recordId: text('record_id'),
  },
})

export type OperationRow = StoredOperation & Tenant

/** A capture, void or refund, written down before its first request. */
export const operationEntity = new EntitySchema<OperationRow>({
  name: 'operation',
  tableName: 'craftgate_payment_operation',
  columns: {
    ...ownerColumns,
    account: primaryKey(text('account')),
    operationKey: primaryKey(text('operation_key')),
    kind: text('kind'),
    paymentId: bigint('payment_id'),
    amount: bigint('amount'),
    currency: text('currency'),
    steps: json('steps'),
    state: text('state'),
    request: nullable(json('request')),
    cancelled: nullable(boolean('cancelled')),
    error: nullable(json('error')),
    shopReference: nullable(text('shop_reference')),
    acknowledgedAt: nullable(timestamp('acknowledged_at')),
    startedAt: timestamp('started_at'),
    changedAt: timestamp('changed_at'),
    version: integer('version'),
  },
})

export type SalesRow = StoredEntry & Tenant

/** What the merchant's figures are counted from. */
export const salesEntryEntity = new EntitySchema<SalesRow>({
  name: 'sales_entry',
  tableName: 'craftgate_sales_entry',
  columns: {
    ...ownerColumns,
    account: primaryKey(text('account')),
    entry: primaryKey(text('entry')),
    reference: text('reference'),
    kind: text('kind'),
    currency: text('currency'),
    amount: bigint('amount'),
    paid: bigint('paid'),
    method: text('method'),
    installment: integer('installment'),
    bank: text('bank'),
    pos: text('pos'),
    errorgroup: text('errorgroup'),
    charged: nullable(bigint('charged')),
    bankcommission: nullable(bigint('bankcommission')),
    blockageresolved: nullable(bigint('blockageresolved')),
    moment: bigint('moment'),
  },
})

export type WalletOperationRow = StoredWalletOperation & Tenant

/** Money of a member's wallet, written down before it is moved. */
export const walletOperationEntity = new EntitySchema<WalletOperationRow>({
  name: 'wallet_operation',
  tableName: 'craftgate_wallet_operation',
  columns: {
    ...ownerColumns,
    account: primaryKey(text('account')),
    operationKey: primaryKey(text('operation_key')),
    kind: text('kind'),
    memberId: bigint('member_id'),
    amount: bigint('amount'),
    currency: text('currency'),
    details: json('details'),
    step: json('step'),
    state: text('state'),
    error: nullable(json('error')),
    endedAt: nullable(timestamp('ended_at')),
    startedAt: timestamp('started_at'),
    changedAt: timestamp('changed_at'),
    version: integer('version'),
  },
})

export type AlertRow = StoredAlert & Tenant

/** What was said last of a kind of thing that needs attention. */
export const alertEntity = new EntitySchema<AlertRow>({
  name: 'alert',
  tableName: 'craftgate_alert',
  columns: {
    ...ownerColumns,
    account: primaryKey(text('account')),
    kind: primaryKey(text('kind')),
    state: text('state'),
    count: integer('count'),
    stateSince: timestamp('state_since'),
    raisedAt: timestamp('raised_at'),
    messageId: text('message_id'),
    pending: json('pending'),
    attempts: integer('attempts'),
    nextAttemptAt: nullable(timestamp('next_attempt_at')),
    startedAt: timestamp('started_at'),
    changedAt: timestamp('changed_at'),
    version: integer('version'),
  },
})

export interface ProcessedWebhookRow extends Tenant {
  readonly eventKey: string
  readonly handledAt: Date
}

/** A webhook of Craftgate that was processed. */
export const processedWebhookEntity = new EntitySchema<ProcessedWebhookRow>({
  name: 'processed_webhook',
  tableName: 'craftgate_processed_webhook',
  columns: { ...ownerColumns, eventKey: primaryKey(text('event_key')), handledAt: timestamp('handled_at') },
})

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
    id: primaryKey(text('id')),
    shop: text('shop'),
    topic: text('topic'),
    emailHash: nullable(text('email_hash')),
    phoneHash: nullable(text('phone_hash')),
    concerned: integer('concerned'),
    receivedAt: timestamp('received_at'),
  },
})

/** Something that was done in the merchant's pages. Names nobody but the shop. */
export interface PanelAuditRow {
  readonly id?: string
  readonly at: Date
  readonly shop: string
  readonly action: string
  /** What it was done to: a payment, a link, a mode. */
  readonly reference: string | null
}

export const panelAuditEntity = new EntitySchema<PanelAuditRow>({
  name: 'panel_audit',
  tableName: 'craftgate_panel_audit',
  columns: {
    id: { ...primaryKey({ type: 'bigint', name: 'id' }), generated: 'increment' },
    at: timestamp('at'),
    shop: text('shop'),
    action: text('action'),
    reference: nullable(text('reference')),
  },
})
