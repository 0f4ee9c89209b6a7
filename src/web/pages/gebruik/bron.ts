/** What the pages about use share: the outcome of the newest run, names of schemes and places, and what is assumed. */
import { type Html, html, PlatformError } from '../../../platform/index.ts'
import { oorzaaksoort, type Regelinggebruik, type Uitgekomen } from '../../../proactief/index.ts'
import type { Context } from '../../ui/context.ts'
import { grootGeld } from '../../ui/grootgeld.ts'
import type { Verzoek } from '../../verzoek.ts'
import type { Gebruikbronnen } from '../balie/bronnen.ts'
import { eisWerker } from '../balie/eis.ts'
import type { Werker } from '../balie/werker.ts'
import { mensenvak } from '../bevolking/mensen.ts'

/** Named limit: of a municipality with fewer households that do not use it nothing is said; chance would say it. */
export const TE_WEINIG = 20

export function eisGebruik(verzoek: Verzoek): { readonly gebruik: Gebruikbronnen; readonly werker: Werker } {
  const { balie, werker } = eisWerker(verzoek)
  if (balie.gebruik === undefined) throw new PlatformError('niet-gevonden')
  return { gebruik: balie.gebruik, werker }
}

export function plaatsnaam({ bronnen }: Verzoek, code: string): string {
  return bronnen.corpus().gebieden.get(code)?.naam ?? code
}

/** In order of the alphabet, apostrophes left out. */
export function gemeentenVan({
  bronnen,
}: Verzoek): readonly { readonly code: string; readonly naam: string }[] {
  return [...bronnen.corpus().gebieden.values()]
    .filter(({ soort }) => soort === 'gemeente')
    .map(({ code, naam }) => ({ code, naam }))
    .toSorted((a, b) => a.naam.localeCompare(b.naam, 'nl', { ignorePunctuation: true }))
}

/** National schemes: whose right is worked out for the whole country. */
export function regelingenVan({
  bronnen,
  context,
}: Verzoek): readonly { readonly id: string; readonly naam: string }[] {
  const alle = new Map(
    bronnen
      .corpus()
      .alleRegelingen()
      .filter(({ gebied }) => gebied === 'nederland')
      .map(({ id, naam, teksten }) => [id, teksten[context.taal]?.titel ?? naam]),
  )
  return [...alle].map(([id, naam]) => ({ id, naam })).toSorted((a, b) => a.naam.localeCompare(b.naam, 'nl'))
}

/** As people call it in their own language; a run keeps its Dutch name. */
export function regelingnaamVan(verzoek: Verzoek, { regeling, naam }: Regelinggebruik): string {
  return regelingenVan(verzoek).find(({ id }) => id === regeling)?.naam ?? naam
}

/** Tens and hundreds that come out of a model pretend nothing: three figures that count. */
export function ongeveer(n: number): number {
  if (n < 100) return n
  const stap = 10 ** (Math.floor(Math.log10(n)) - 2)
  return Math.round(n / stap) * stap
}

export function bedrag({ spraak }: Context, centen: number): string {
  return grootGeld(spraak, ongeveer(Math.round(centen / 100)) * 100)
}

export function deel({ spraak }: Context, waarde: number, decimalen = 1): string {
  return `${spraak.getal((100 * waarde).toFixed(decimalen))}%`
}

/** Who the people are, and everything that is assumed; also of the causes and of small amounts. */
export function wieEnWat(context: Context, regeling?: string): Html {
  const { t } = context.spraak
  const oorzaken =
    regeling === undefined
      ? []
      : [
          {
            naam: t('gebruik.aangenomen.oorzaken'),
            bron: t(`gebruik.aangenomen.oorzaken_bron.${oorzaaksoort(regeling)}`),
          },
        ]
  return mensenvak(context, [
    ...oorzaken,
    { naam: t('gebruik.aangenomen.klein'), bron: t('gebruik.aangenomen.klein_bron') },
  ])
}

/** Of which run the figures are. */
export function herkomst({ spraak }: Context, { loop, merk, beeld }: Uitgekomen): Html {
  const { t, datum, getal } = spraak
  return html`<p class="vd-calm vd-small">${t('gebruik.herkomst', {
    huishoudens: getal(beeld.huishoudens),
    mensen: getal(beeld.mensen),
    datum: datum(loop.datum),
    zaad: String(loop.zaad),
    merk: merk.slice(0, 12),
  })}</p>`
}
