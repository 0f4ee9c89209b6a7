/**
 * How the people of a province are spread over its municipalities. `vastgesteld`: CBS, 1 January 2024 (Arnhem,
 * Haarlem and Zwijndrecht from StatLine 70072ned; Drenthe, Flevoland and a few Frisian ones from a table of CBS
 * estimates made by others). `aangenomen`: an order of magnitude by us. The rest of a province is spread evenly: a guess.
 */
import type { Zekerheid } from './marges.ts'

const BEKEND: Readonly<Record<string, number>> = {
  GM1680: 25_853,
  GM0106: 69_691,
  GM1681: 26_014,
  GM0109: 35_723,
  GM1690: 24_582,
  GM0114: 109_361,
  GM0118: 56_581,
  GM0119: 35_814,
  GM1731: 34_093,
  GM1699: 31_674,
  GM1730: 34_730,
  GM1701: 20_000,
  GM0034: 226_630,
  GM0303: 44_337,
  GM0995: 84_091,
  GM0171: 50_050,
  GM0184: 21_929,
  GM0050: 23_883,
  GM0059: 28_226,
  GM0060: 3_832,
  GM1891: 19_135,
  GM1940: 51_928,
  GM0072: 16_212,
  GM0202: 167_632,
  GM0392: 167_636,
  GM0642: 44_874,
}

/** Thousands of people. */
const GESCHAT: Readonly<Record<string, number>> = {
  GM0363: 931,
  GM0599: 670,
  GM0518: 566,
  GM0344: 374,
  GM0772: 246,
  GM0014: 244,
  GM0855: 229,
  GM0758: 189,
  GM0268: 187,
  GM0200: 168,
  GM0153: 161,
  GM0307: 161,
  GM0479: 160,
  GM0394: 163,
  GM0796: 160,
  GM0193: 133,
  GM0546: 130,
  GM0637: 127,
  GM0080: 128,
  GM0935: 125,
  GM0228: 123,
  GM0505: 122,
  GM1783: 116,
  GM0484: 115,
  GM0361: 112,
  GM0503: 109,
  GM0983: 103,
  GM0150: 103,
  GM0794: 95,
  GM0828: 94,
  GM0402: 94,
  GM1883: 92,
  GM0917: 87,
  GM0362: 96,
  GM0439: 95,
  GM0606: 82,
  GM0405: 77,
  GM1674: 78,
  GM0513: 76,
  GM0622: 76,
  GM0141: 74,
  GM0164: 83,
  GM1930: 86,
  GM0502: 68,
  GM0345: 69,
  GM0537: 67,
  GM0355: 67,
  GM0356: 66,
  GM0748: 69,
  GM1900: 91,
  GM0090: 57,
  GM0074: 52,
  GM1621: 65,
}

export function inwoners(
  code: string,
): { readonly aantal: number; readonly zekerheid: Zekerheid } | undefined {
  const bekend = BEKEND[code]
  if (bekend !== undefined) return { aantal: bekend, zekerheid: 'vastgesteld' }
  const geschat = GESCHAT[code]
  return geschat === undefined ? undefined : { aantal: geschat * 1000, zekerheid: 'aangenomen' }
}
