/**
 * A device in words that its owner recognises and nobody else can follow somebody by: the browser and the system,
 * no versions. Names of products, the same in every language.
 */
export function apparaatVan(userAgent: string | undefined): string {
  const tekst = userAgent ?? ''
  const browser = eerste(browsers, tekst)
  const systeem = eerste(systemen, tekst)
  return [browser, systeem].filter((deel) => deel !== undefined).join(', ')
}

// In this order: most browsers also name the one they descend from.
const browsers = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bOPR\//, 'Opera'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const

const systemen = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
] as const

function eerste(lijst: readonly (readonly [RegExp, string])[], tekst: string): string | undefined {
  return lijst.find(([patroon]) => patroon.test(tekst))?.[1]
}
