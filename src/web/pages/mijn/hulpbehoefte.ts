import type { PersoonId } from '../../../domain/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { deelVan } from '../deel.ts'
import { hulpGedaan, onthoud } from '../hulp/onthouden.ts'
import { hulplijst, hulpvorm, leesHulp } from '../hulp/vorm.ts'
import { eisWie, hulpOnthouden } from './eis.ts'
import { gedaanUit, mijnPagina } from './kader.ts'
import { metRegel } from './verwerk.ts'
import { mag } from './wie.ts'

const wat = { doel: 'hulp-onthouden', gegevens: ['hulpbehoefte'] }

/** What somebody needs to be helped well: said once, kept with consent, shown to whoever helps them. */
export function toon(verzoek: Verzoek): Promise<Antwoord> {
  return pagina(verzoek, undefined, [])
}

export async function geef(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { form, context } = verzoek
  const { hulpbehoeften } = mijn
  if (hulpbehoeften === undefined) return { soort: 'niet-gevonden' }
  const gelezen = leesHulp(form, context)
  if ('fouten' in gelezen) return pagina(verzoek, form, gelezen.fouten)
  const houder = { persoon: wie.persoon, door: { soort: 'zelf' } } as const
  const gedaan = await metRegel(
    mijn,
    wie,
    { ...wat, gegevens: ['hulpbehoefte', 'contactvoorkeur'] },
    (bewijs) => onthoud({ hulpbehoeften, ...mijn.kanalen }, houder, gelezen.behoefte, bewijs),
  )
  return naar(context, gedaan)
}

/** Taking back is as easy as giving (AVG art. 7 lid 3). */
export async function neem(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { hulpbehoeften } = mijn
  if (hulpbehoeften === undefined) return { soort: 'niet-gevonden' }
  await metRegel(mijn, wie, wat, (bewijs) => hulpbehoeften.trekIn(zelfVan(wie.persoon), bewijs))
  return naar(verzoek.context, 'vergeten')
}

function naar({ taal }: Context, gedaan: string): Antwoord {
  return { soort: 'ga-naar', adres: adres(taal, 'hulpbehoefte', { gedaan }) }
}

function zelfVan(persoon: PersoonId) {
  return { soort: 'persoon', persoon } as const
}

async function pagina(
  verzoek: Verzoek,
  form: URLSearchParams | undefined,
  fouten: readonly Veldfout[],
): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { context, zoek, nu } = verzoek
  const { hulpbehoeften } = mijn
  if (hulpbehoeften === undefined) return { soort: 'niet-gevonden' }
  const { taal, spraak } = context
  const { t } = spraak
  const gelezen = await deelVan(verzoek, 'hulpbehoefte', () =>
    metRegel(mijn, wie, wat, (bewijs) => hulpbehoeften.haal(zelfVan(wie.persoon), bewijs)),
  )
  const isWeg = gelezen === 'weg'
  const nuBekend = isWeg ? undefined : gelezen
  const gedaan = fouten.length === 0 ? gedaanUit(zoek, hulpGedaan) : undefined
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('hulpbehoefte.inleiding')}</p>
<ul class="vd-list"><li>${t('hulpbehoefte.wie')}</li><li>${t('hulpbehoefte.log')}</li><li>${t('hulpbehoefte.stoppen')}</li></ul>
${
  nuBekend &&
  html`<section class="vd-section"><h2>${t('hulpbehoefte.bekend', { dag: spraak.datum(datumOp(nuBekend.sinds, 'Europe/Amsterdam')) })}</h2>${hulplijst(context, nuBekend)}
<form method="post" action="${adres(taal, 'hulpbehoefteNeem')}"><button class="utrecht-button utrecht-button--secondary-action" name="doe" value="vergeet">${t('hulpbehoefte.vergeet')}</button></form></section>`
}
${
  isWeg &&
  html`<div class="vd-notice vd-stack" role="status"><p>${t('hulpbehoefte.weg')}</p>
<form method="post" action="${adres(taal, 'hulpbehoefteNeem')}"><button class="utrecht-button utrecht-button--secondary-action" name="doe" value="vergeet">${t('hulpbehoefte.vergeet')}</button></form></div>`
}
<section class="vd-section"><h2>${t(nuBekend ? 'hulpbehoefte.wijzig' : 'hulpbehoefte.kies')}</h2>
${!mag(mijn, wie, hulpOnthouden, nu) && html`<p>${t('portalen.opnieuw')}</p>`}
${hulpvorm(context, { naar: adres(taal, 'hulpbehoefteGeef'), form, bekend: nuBekend, fouten, ja: t('hulpbehoefte.ja') })}</section>`
  return {
    soort: 'pagina',
    pagina: mijnPagina(context, {
      titel: t('hulpbehoefte.titel'),
      inhoud,
      isFout: fouten.length > 0,
      melding: gedaan && t(`hulpbehoefte.gedaan.${gedaan.replace('-', '_')}`),
    }),
    ...(fouten.length > 0 && { status: 400 }),
  }
}
