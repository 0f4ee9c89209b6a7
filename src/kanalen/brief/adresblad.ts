import type { Vertaler } from '../../platform/i18n/index.ts'
import { schoon } from './brief.ts'
import type { Stuk } from './stuk.ts'

/** For whoever prints and packs, who reads Dutch: which file goes into which envelope. */
export function adresbladgegevens(
  stapel: {
    readonly nummer: number
    readonly gesloten: Date
    readonly bladzijden: number
    readonly stukken: readonly Stuk[]
  },
  t: Vertaler,
): object {
  const { nummer, gesloten, bladzijden, stukken } = stapel
  return {
    taal: 'nl',
    titel: t('brief.lijst.titel', { nummer: String(nummer) }),
    inleiding: [
      t('brief.lijst.telling', { brieven: stukken.length, bladzijden }),
      t('brief.lijst.gesloten', {
        moment: gesloten.toISOString().slice(0, 16).replace('T', ' ').concat(' UTC'),
      }),
      t('brief.lijst.volgorde'),
    ],
    koppen: ['nummer', 'adres', 'vorm', 'bladzijden'].map((naam) => t(`brief.lijst.${naam}`)),
    rijen: stukken.map(({ adres, vorm, bladzijden: n, herdruk }, i) => [
      String(i + 1),
      adres.map(schoon).join(', '),
      herdruk === undefined
        ? t(`brief.vorm.${vorm}`)
        : `${t(`brief.vorm.${vorm}`)}, ${t('brief.lijst.herdruk')}`,
      n === 0 ? '–' : String(n),
    ]),
    voet: t('brief.bladzijde', { n: '{n}', van: '{van}' }),
  }
}
