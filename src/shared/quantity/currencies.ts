/** How currencies are written: signs, abbreviations and words, each to its ISO 4217 code. */

/**
 * Signs and abbreviations that stand before or behind an amount. `$` is the dollar of the United States, `¥` the yen
 * and `Rs` the Indian rupee where nothing else is said; `kr` is of three countries and stays as it is written.
 */
export const currencySigns: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  R$: 'BRL',
  A$: 'AUD',
  C$: 'CAD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  NT$: 'TWD',
  MX$: 'MXN',
  '＄': 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '￥': 'JPY',
  円: 'JPY',
  元: 'CNY',
  '₩': 'KRW',
  원: 'KRW',
  '₹': 'INR',
  'Rs.': 'INR',
  Rs: 'INR',
  '₽': 'RUB',
  'руб.': 'RUB',
  руб: 'RUB',
  '₴': 'UAH',
  грн: 'UAH',
  'грн.': 'UAH',
  'лв.': 'BGN',
  лв: 'BGN',
  '₺': 'TRY',
  TL: 'TRY',
  '฿': 'THB',
  บาท: 'THB',
  '₫': 'VND',
  đ: 'VND',
  '₪': 'ILS',
  '₦': 'NGN',
  '₱': 'PHP',
  '₵': 'GHS',
  '₸': 'KZT',
  '₡': 'CRC',
  zł: 'PLN',
  Kč: 'CZK',
  Ft: 'HUF',
  lei: 'RON',
  'Fr.': 'CHF',
  'SFr.': 'CHF',
  kr: 'kr',
  'kr.': 'kr',
}

/** Codes told from other words of three capitals. */
export const currencyCodes: readonly string[] = [
  ...['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'CAD', 'AUD', 'NZD', 'CNY', 'RMB', 'INR', 'BRL', 'MXN', 'ZAR', 'SEK', 'NOK'],
  ...['DKK', 'PLN', 'CZK', 'HUF', 'RUB', 'TRY', 'KRW', 'SGD', 'HKD', 'THB', 'ILS', 'AED', 'SAR', 'RON', 'UAH', 'NGN'],
  ...['BGN', 'TWD', 'VND', 'IDR', 'MYR', 'PHP', 'CLP', 'COP', 'ARS', 'PEN', 'EGP', 'KES', 'GHS', 'PKR', 'BDT', 'LKR'],
  ...['KZT', 'ISK', 'MAD', 'KWD', 'BHD', 'QAR', 'OMR', 'JOD', 'TND', 'LYD', 'IQD'],
]

/** Words for one currency, in lower case. */
export const currencyWords: Readonly<Record<string, string>> = {
  euro: 'EUR',
  euros: 'EUR',
  dollar: 'USD',
  dollars: 'USD',
  'us-dollar': 'USD',
  dólares: 'USD',
  dollari: 'USD',
  yen: 'JPY',
  rupees: 'INR',
  złotych: 'PLN',
  рублей: 'RUB',
}

/** The ISO 4217 code of a sign, a code or a word; what is not known as it stands. */
export function currencyOf(written: string): string {
  const word = currencyWords[written.toLowerCase()]
  return currencySigns[written] ?? word ?? (written === 'RMB' ? 'CNY' : written)
}
