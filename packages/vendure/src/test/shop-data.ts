import { type InitialData, LanguageCode } from '@vendure/core'

export const shopData: InitialData = {
  defaultLanguage: LanguageCode.en,
  defaultZone: 'Türkiye',
  countries: [{ name: 'Türkiye', code: 'TR', zone: 'Türkiye' }],
  taxRates: [{ name: 'Standard Tax', percentage: 20 }],
  shippingMethods: [
    { name: 'Kargo', price: 4990, taxRate: 20 },
    { name: 'Kurye', price: 5000, taxRate: 20 },
  ],
  paymentMethods: [
    method('craftgate', 'AUTH'),
    method('craftgate-preauth', 'PRE_AUTH'),
    offline('havale', 'FUND_TRANSFER', 'TR12 0006 2000 0000 0006 2953 35'),
    offline('kapida', 'CASH_ON_DELIVERY', ''),
  ],
  collections: [],
}

function method(name: string, phase: string): InitialData['paymentMethods'][number] {
  return { name, handler: { code: 'craftgate', arguments: [{ name: 'paymentPhase', value: phase }] } }
}

function offline(name: string, kind: string, iban: string): InitialData['paymentMethods'][number] {
  const argumentsOf = { method: kind, instructionsTr: iban && `IBAN: ${iban}`, instructionsEn: '' }
  const named = Object.entries(argumentsOf).map(([key, value]) => ({ name: key, value }))
  return { name, handler: { code: 'craftgate-offline', arguments: named } }
}

export const productsCsv = `name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets
Fincan,fincan,Kahve fincanı,,,,,FINCAN,129.90,standard,1000,true,,
Demlik,demlik,Çay demliği,,,,,DEMLIK,549.00,standard,1000,true,,
`
