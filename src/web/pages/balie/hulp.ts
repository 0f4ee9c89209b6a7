import { datumOp } from '../../../kalender/index.ts'
import type { Voorkeurhouder } from '../../../kanalen/index.ts'
import { html, PlatformError } from '../../../platform/index.ts'
import { handelendeMet } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { deelVan } from '../deel.ts'
import { hulpGedaan, onthoud, vastleggerVan } from '../hulp/onthouden.ts'
import { hulplijst, hulpvorm, leesHulp } from '../hulp/vorm.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { eisGrond, eisPersoon, wijzeVan } from './eis.ts'
import { naamUit } from './inwoner-pagina.ts'
import { baliePagina, grondveld } from './kader.ts'
import { naamVan } from './kanalen.ts'

/** For who does not say it online: a professional writes down what they need, after their yes. */
export function toon(verzoek: Verzoek): Promise<Antwoord> {
  return pagina(verzoek, undefined, [])
}

export async function geef(verzoek: Verzoek): Promise<Antwoord> {
  const { houder, hulpbehoeften, balie, als } = open(verzoek)
  const { form, context } = verzoek
  const gelezen = leesHulp(form, context)
  if ('fouten' in gelezen) return pagina(verzoek, form, gelezen.fouten)
  const gedaan = await als(['hulpbehoefte', 'contactvoorkeur'], (bewijs) =>
    onthoud({ hulpbehoeften, ...balie.kanalen }, eisHouder(houder), gelezen.behoefte, bewijs),
  )
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieHulp', { gedaan }) }
}

export async function neem(verzoek: Verzoek): Promise<Antwoord> {
  const { houder, hulpbehoeften, als } = open(verzoek)
  await als(['hulpbehoefte'], (bewijs) => hulpbehoeften.trekIn(vastleggerVan(eisHouder(houder)), bewijs))
  return { soort: 'ga-naar', adres: adres(verzoek.context.taal, 'balieHulp', { gedaan: 'vergeten' }) }
}

function open(verzoek: Verzoek) {
  const { balie, grond } = eisGrond(verzoek)
  const { hulpbehoeften } = balie
  if (hulpbehoeften === undefined) throw new PlatformError('niet-gevonden')
  const persoon = eisPersoon(grond)
  const { doel, medewerker, organisatie } = grond
  const wijze = wijzeVan(grond)
  const houder: Voorkeurhouder | undefined = wijze && {
    persoon,
    door: { soort: 'medewerker', medewerker, organisatie, wijze },
  }
  const als = <T>(
    gegevens: readonly string[],
    fn: Parameters<typeof balie.toegang.audit.metVerwerking<T>>[1],
  ): Promise<T> =>
    balie.toegang.audit.metVerwerking(
      { doel, gegevens, betrokkenen: [persoon], door: handelendeMet(grond) },
      fn,
    )
  return { balie, grond, persoon, hulpbehoeften, houder, als }
}

/** Without a way in which they said it nothing is written; what is there may still be seen. */
function eisHouder(houder: Voorkeurhouder | undefined): Voorkeurhouder {
  if (houder === undefined) throw new PlatformError('geen-toegang')
  return houder
}

async function pagina(
  verzoek: Verzoek,
  form: URLSearchParams | undefined,
  fouten: readonly Veldfout[],
): Promise<Antwoord> {
  const { grond, persoon, hulpbehoeften, houder, als } = open(verzoek)
  const { context, zoek } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { medewerker, organisatie } = grond
  const vrager = { soort: 'medewerker', persoon, medewerker, organisatie } as const
  const gelezen = await deelVan(verzoek, 'hulpbehoefte', () =>
    als(['hulpbehoefte'], (bewijs) => hulpbehoeften.haal(vrager, bewijs)),
  )
  const bekend = gelezen === 'weg' ? undefined : gelezen
  const naam = naamUit(verzoek, await naamVan(verzoek))
  const gedaan = fouten.length === 0 ? gedaanUit(zoek, hulpGedaan) : undefined
  const ja = t(`hulpbehoefte.aan_balie.ja.${grond.reden}`)
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('hulpbehoefte.aan_balie.inleiding')}</p>
${gelezen === 'weg' && html`<p class="vd-notice" role="status">${t('hulpbehoefte.weg')}</p>`}
<ul class="vd-list"><li>${t('hulpbehoefte.aan_balie.wie')}</li><li>${t('hulpbehoefte.aan_balie.hoe')}</li><li>${t('hulpbehoefte.aan_balie.stoppen')}</li></ul>
${
  bekend &&
  html`<section class="vd-section"><h2>${t('hulpbehoefte.bekend', { dag: spraak.datum(datumOp(bekend.sinds, 'Europe/Amsterdam')) })}</h2>${hulplijst(context, bekend)}
${houder !== undefined && html`<form method="post" action="${adres(taal, 'balieHulpNeem')}">${grondveld(grond)}<button class="utrecht-button utrecht-button--secondary-action" name="doe" value="vergeet">${t('hulpbehoefte.vergeet')}</button></form>`}</section>`
}
${
  houder === undefined
    ? html`<p class="vd-notice">${t('hulpbehoefte.aan_balie.zaak')}</p>`
    : html`<section class="vd-section"><h2>${t(bekend ? 'hulpbehoefte.wijzig' : 'hulpbehoefte.aan_balie.kies')}</h2>
${hulpvorm(context, { naar: adres(taal, 'balieHulpGeef'), verborgen: grondveld(grond), form, bekend, fouten, ja })}</section>`
}`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('hulpbehoefte.aan_balie.titel'),
      inhoud,
      naam,
      stijl: ['machtiging.css'],
      isFout: fouten.length > 0,
      melding: gedaan && t(`hulpbehoefte.gedaan.${gedaan.replace('-', '_')}`),
    }),
    ...(fouten.length > 0 && { status: 400 }),
  }
}
