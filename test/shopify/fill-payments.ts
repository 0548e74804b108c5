/** The moment at which the filled tables end. */
export const FILLED_UNTIL = new Date('2026-11-24T12:00:00Z')

/** Nine of ten payments are of the one large shop. */
export const LARGE_SHOP = 'buyuk.myshopify.com'

/** How a payment ended, of a thousand: most are paid, some were left, a few wait for somebody. The newest are under way. */
const NEWEST = 300
const HOW = `CASE
  WHEN i > $n - ${NEWEST} THEN CASE i % 3 WHEN 0 THEN 'open' WHEN 1 THEN 'created' ELSE 'syncing' END
  WHEN i % 1000 < 790 THEN 'paid' WHEN i % 1000 < 880 THEN 'expired' WHEN i % 1000 < 930 THEN 'rejected'
  WHEN i % 1000 < 970 THEN 'captured' WHEN i % 1000 < 980 THEN 'authorized' WHEN i % 1000 < 990 THEN 'voided'
  WHEN i % 1000 < 995 THEN 'refunded' WHEN i % 1000 < 997 THEN 'awaiting' WHEN i % 1000 < 999 THEN 'review'
  ELSE 'unsynced' END`

const RESOLUTION = `CASE how
  WHEN 'paid' THEN '{"mutation":"paymentSessionResolve"}'
  WHEN 'syncing' THEN '{"mutation":"paymentSessionResolve"}'
  WHEN 'unsynced' THEN '{"mutation":"paymentSessionResolve"}'
  WHEN 'rejected' THEN '{"mutation":"paymentSessionReject","reason":{"code":"PROCESSING_ERROR","merchantMessage":"Kart reddedildi"}}'
  WHEN 'review' THEN '{"mutation":"paymentSessionPending","pendingExpiresAt":"2026-11-20T00:00:00.000Z","reason":"MERCHANT_ACTION_REQUIRED"}'
  WHEN 'awaiting' THEN '{"mutation":"paymentSessionPending","pendingExpiresAt":"2026-12-20T00:00:00.000Z","reason":"BUYER_ACTION_REQUIRED"}'
  WHEN 'captured' THEN '{"mutation":"paymentSessionResolve","authorizationExpiresAt":"2026-12-01T00:00:00.000Z"}'
  WHEN 'authorized' THEN '{"mutation":"paymentSessionResolve","authorizationExpiresAt":"2026-12-01T00:00:00.000Z"}'
  WHEN 'voided' THEN '{"mutation":"paymentSessionResolve","authorizationExpiresAt":"2026-12-01T00:00:00.000Z"}'
END::jsonb`

/** One payment every 30 seconds, in the order of their numbers; ids begin like Shopify's, with nothing in common. */
const PAYMENT = `SELECT i, substr(md5('payment ' || i), 1, 24) AS id, ${HOW} AS how,
    timestamptz '${FILLED_UNTIL.toISOString()}' - ($n - i) * interval '30 seconds' AS at,
    CASE WHEN i % 10 > 0 THEN '${LARGE_SHOP}' ELSE 'kucuk-' || i % 200 || '.myshopify.com' END AS shop,
    CASE WHEN i % 97 = 0 THEN 'test' ELSE 'live' END AS mode
  FROM generate_series(1, $n) AS i`

const ACCOUNT = `CASE WHEN i % 50 = 0 THEN mode || ':eski' ELSE mode || ':hesap' END`

/** What a refund, capture or void of a payment became. */
const FOLLOWER = `CASE how WHEN 'captured' THEN 'capture' WHEN 'voided' THEN 'void' ELSE 'refund' END`

/** The attempts of the oldest went already, as retention does: their sessions are next. */
const FORGOTTEN = 2_000
const HAS_ATTEMPT = `i > ${FORGOTTEN}`

/** Who is paid is asked about once more after a day; a few are due. */
const CHECKED_FOR_A_DAY = 2_900

const HAS_PAYMENT = `how NOT IN ('open', 'created', 'expired')`

/** Statements that fill the tables of the app with so many payments and all that belongs to them. */
export const fillPayments = (payments: number): readonly string[] =>
  [
    `INSERT INTO craftgate_shop (shop, access_token, scope, token_version, ready, installed_at)
     SELECT DISTINCT shop, 'k1.sealed', '', 1, true, timestamptz '2025-01-01' FROM (${PAYMENT}) AS payment`,

    `INSERT INTO craftgate_session (id, shop, mode, kind, gid, api_version, group_id, amount, currency, phase, cancel_url,
       merchant_locale, buyer_locale, contact, email_hash, phone_hash, resolution, followed_by, sync_status, attempts,
       next_attempt_at, last_error, may_have_been_applied, redirect_url, proposed_at, created_at, changed_at)
     SELECT id, shop, mode, 'payment', 'gid://shopify/PaymentSession/' || id, '2026-10', md5('group ' || i), 124990, 'TRY',
       CASE WHEN how IN ('captured', 'authorized', 'voided') THEN 'PRE_AUTH' ELSE 'AUTH' END,
       'https://magaza.example.com/checkouts/cn/' || md5(id) || '/processing', 'tr', 'tr-TR',
       CASE WHEN i > $n - 260000 THEN 'k1.' || repeat(md5(id), 4) END,
       CASE WHEN i > $n - 260000 THEN md5('mail ' || i / 3) || 'abcdefghijk' END,
       CASE WHEN i > $n - 260000 THEN md5('phone ' || i / 3) || 'abcdefghijk' END,
       ${RESOLUTION},
       CASE how WHEN 'captured' THEN 'capture' WHEN 'voided' THEN 'void' END,
       CASE WHEN how = 'unsynced' THEN 'exhausted' WHEN how NOT IN ('open', 'created', 'expired', 'syncing') THEN 'synced' END,
       1, CASE WHEN how = 'syncing' THEN at + interval '1 minute' END,
       CASE how WHEN 'review' THEN 'review-overdue' WHEN 'unsynced' THEN 'timeout' END, false,
       'https://magaza.example.com/checkouts/cn/' || md5(id) || '/thank-you', at, at, at + interval '1 minute'
     FROM (${PAYMENT}) AS payment`,

    `INSERT INTO craftgate_session (id, shop, mode, kind, gid, api_version, payment_session_id, amount, currency,
       merchant_locale, resolution, sync_status, attempts, last_error, may_have_been_applied, created_at, changed_at)
     SELECT substr(md5('follower ' || i), 1, 24), shop, mode, ${FOLLOWER}, 'gid://shopify/Session/' || i, '2026-10', id,
       124990, 'TRY', 'tr', jsonb_build_object('mutation', ${FOLLOWER} || 'SessionResolve'),
       CASE WHEN i % 500 = 0 THEN 'exhausted' ELSE 'synced' END, 1, CASE WHEN i % 500 = 0 THEN 'timeout' END,
       false, at + interval '1 day', at + interval '1 day'
     FROM (${PAYMENT}) AS payment WHERE how IN ('captured', 'voided') OR (how = 'paid' AND i % 20 = 0)`,

    `INSERT INTO craftgate_sales_entry (shop, mode, account, entry, reference, kind, currency, amount, paid, method, installment, bank, pos, errorgroup,
       charged, bankcommission, blockageresolved, moment)
     SELECT shop, mode, ${ACCOUNT}, 'taken-' || i, id, CASE i % 6 WHEN 0 THEN 'declined' ELSE 'sale' END, 'TRY', 124990, 126000, 'CARD', i % 4 * 3,
       'Bank ' || i % 9, 'pos-' || i % 5, CASE i % 6 WHEN 0 THEN 'DO_NOT_HONOUR' ELSE '' END,
       126000, CASE WHEN i % 7 > 0 THEN 2457 END, (extract(epoch FROM at) * 1000)::bigint + i % 40 * 86400000::bigint, (extract(epoch FROM at) * 1000)::bigint
     FROM (${PAYMENT}) AS payment WHERE ${HAS_PAYMENT}`,

    `INSERT INTO craftgate_session_event (session_id, at, what, facts)
     SELECT id, at, what, facts::jsonb FROM (${PAYMENT}) AS payment CROSS JOIN (VALUES
       (1, 'started', '{"kind":"AUTH"}'), (2, 'resolution-set', '{"mutation":"paymentSessionResolve"}'),
       (3, 'synced', '{"mutation":"paymentSessionResolve"}')) AS event (place, what, facts)
     WHERE place = 1 OR ${HAS_PAYMENT} ORDER BY i, place`,

    `INSERT INTO craftgate_group_winner (shop, mode, group_id, session_id, account, payment_id, won_at)
     SELECT shop, mode, md5('group ' || i), id, ${ACCOUNT}, i, at FROM (${PAYMENT}) AS payment
     WHERE ${HAS_PAYMENT} AND how NOT IN ('rejected', 'refunded')`,

    `INSERT INTO craftgate_checkout (shop, mode, record_id, reference, attempt, account, order_id, context, phase, state, amount,
       currency, token, page_url, payment_ids, started_at, changed_at, state_since, expires_at, next_check_at, note, version)
     SELECT shop, mode, substr(md5('record ' || i), 1, 32), id, 1, ${ACCOUNT}, id, '{}', 'AUTH',
       CASE WHEN how IN ('open', 'created', 'expired', 'review', 'authorized', 'refunded') THEN how
         WHEN how = 'rejected' THEN 'expired' WHEN how = 'awaiting' THEN 'open' ELSE 'captured' END,
       124990, 'TRY', CASE WHEN how <> 'created' THEN md5('token ' || i) END,
       CASE WHEN how <> 'created' THEN 'https://sandbox-checkout.craftgate.io/pay?token=' || md5('token ' || i) END,
       CASE WHEN ${HAS_PAYMENT} THEN jsonb_build_array(i) ELSE '[]' END, at, at + interval '1 minute', at + interval '1 minute', at + interval '30 minutes',
       CASE WHEN how = 'paid' AND i > $n - ${CHECKED_FOR_A_DAY} THEN at + interval '1 day' END, 'captured', 3
     FROM (${PAYMENT}) AS payment WHERE ${HAS_ATTEMPT}`,

    `INSERT INTO craftgate_checkout_payment (shop, mode, account, payment_id, record_id)
     SELECT shop, mode, ${ACCOUNT}, i, substr(md5('record ' || i), 1, 32) FROM (${PAYMENT}) AS payment
     WHERE ${HAS_PAYMENT} AND ${HAS_ATTEMPT}`,

    `INSERT INTO craftgate_payment_operation (shop, mode, account, operation_key, kind, payment_id, amount, currency, steps, state,
       shop_reference, acknowledged_at, started_at, changed_at, version)
     SELECT shop, mode, ${ACCOUNT}, 'shopify-' || md5('follower ' || i), ${FOLLOWER}, i, 124990, 'TRY',
       jsonb_build_array(jsonb_build_object('key', md5('step ' || i), 'paymentId', i, 'state', 'done',
         'amount', jsonb_build_object('minor', 124990, 'currency', 'TRY'), 'price', jsonb_build_object('minor', 124990, 'currency', 'TRY'))),
       CASE WHEN i % 5000 = 0 THEN 'waiting' ELSE 'done' END, substr(md5('follower ' || i), 1, 24),
       CASE WHEN i % 5000 > 0 THEN at + interval '1 day' END, at + interval '1 day', at + interval '1 day', 3
     FROM (${PAYMENT}) AS payment WHERE (how IN ('captured', 'voided') OR (how = 'paid' AND i % 20 = 0)) AND ${HAS_ATTEMPT}`,

    `INSERT INTO craftgate_processed_webhook (shop, mode, event_key, handled_at)
     SELECT shop, mode, 'API_VERIFY_AND_AUTH/SUCCESS/' || md5('event ' || i), at FROM (${PAYMENT}) AS payment WHERE ${HAS_PAYMENT}`,

    `INSERT INTO craftgate_panel_audit (at, shop, action, reference)
     SELECT at, shop, 'asked-again', id FROM (${PAYMENT}) AS payment WHERE i % 5 = 0`,

    `INSERT INTO craftgate_wallet_operation (shop, mode, account, operation_key, kind, member_id, amount, currency, details, step,
       state, ended_at, started_at, changed_at, version)
     SELECT shop, mode, ${ACCOUNT}, 'filled-' || i, 'credit', i % 1000, 17980, 'TRY', '{"walletId":1}', '{"key":"k","state":"done"}',
       'done', at, at, at, 1
     FROM (${PAYMENT}) AS payment WHERE i % 10 = 1`,

    `INSERT INTO craftgate_privacy_request (id, shop, topic, email_hash, phone_hash, concerned, received_at)
     SELECT md5('privacy ' || i), shop, 'customers/redact', NULL, NULL, 1, at FROM (${PAYMENT}) AS payment WHERE i % 100 = 0`,
  ].map((sql) => sql.replaceAll('$n', String(payments)))
