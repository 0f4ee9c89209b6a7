/** An offer of help, for whom it is: why they get it, what it is, and yes and no beside each other. */
import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import { html } from '../../../platform/index.ts'
import type { Aanboduitslag, GeopendAanbod } from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { deelVan } from '../deel.ts'
import { eisWie } from '../mijn/eis.ts'
import { mijnPagina } from '../mijn/kader.ts'
import { metRegel } from '../mijn/verwerk.ts'
import { dag, dagVan, eisAanbiedingen, gesprekstijden, leesGesprek } from './delen.ts'
import { aanbodVoorMij, type Keuzefout } from './mijn-pagina.ts'

export async function lijst(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { context, beeld } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const aanbiedingen = await met(verzoek, (bewijs) =>
    eisAanbiedingen(mijn).lijst({ soort: 'persoon', persoon: wie.persoon }, bewijs),
  )
  const [een, ...meer] = aanbiedingen
  // One offer is what they came for.
  if (een !== undefined && meer.length === 0)
    return { soort: 'ga-naar', adres: adres(taal, 'hulpaanbodEen', { aanbod: een.id }) }
  const regels = aanbiedingen.map(
    ({ id, organisatie, gemaakt, aanbod }) =>
      html`<li class="vd-row"><span><a href="${adres(taal, 'hulpaanbodEen', { aanbod: id })}">${beeld.organisaties.get(organisatie)?.naam ?? organisatie}, ${dag(context, dagVan(gemaakt))}</a><br><span class="vd-calm vd-small">${t(`vroegsignalering.mijn.stand.${aanbod.stand}`)}</span></span></li>`,
  )
  const inhoud = html`<p class="vd-lead">${t('vroegsignalering.mijn.inleiding')}</p>
${regels.length === 0 ? html`<p>${t('vroegsignalering.mijn.geen')}</p>` : html`<ul class="vd-rows">${regels}</ul>`}`
  return { soort: 'pagina', pagina: mijnPagina(context, { titel: t('vroegsignalering.mijn.titel'), inhoud }) }
}

export function toon(verzoek: Verzoek): Promise<Antwoord> {
  return pagina(verzoek, undefined)
}

async function pagina(verzoek: Verzoek, fout: Keuzefout | undefined): Promise<Antwoord> {
  const { mijn } = eisWie(verzoek)
  const geopend = await lees(verzoek)
  if (geopend === undefined) return { soort: 'niet-gevonden' }
  const vrij = await deelVan(verzoek, 'afspraken', () => gesprekstijden(mijn.afspraken, geopend))
  const tijden = vrij === 'weg' ? [] : vrij
  const kenmerk = mijn.afspraken?.nieuwKenmerk() ?? ''
  return {
    soort: 'pagina',
    pagina: aanbodVoorMij(verzoek, { geopend, tijden, kenmerk, fout }),
    ...(fout !== undefined && { status: 400 }),
  }
}

function lees(verzoek: Verzoek): Promise<GeopendAanbod | undefined> {
  const { mijn, wie } = eisWie(verzoek)
  return met(verzoek, (bewijs) =>
    eisAanbiedingen(mijn).open(
      { soort: 'persoon', persoon: wie.persoon },
      verzoek.delen.aanbod ?? '',
      bewijs,
    ),
  )
}

export async function kies(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { form } = verzoek
  const aanbod = verzoek.delen.aanbod ?? ''
  const vrager = { soort: 'persoon', persoon: wie.persoon } as const
  const wat = form.get('keuze')
  if (wat === 'gesprek') {
    const tijd = leesGesprek(form, mijn.afspraken)
    const kenmerk = form.get('kenmerk') ?? ''
    if ('fout' in tijd) return pagina(verzoek, tijd.fout)
    if (!/^[0-9a-f]{32}$/.test(kenmerk)) return { soort: 'niet-gevonden' }
    const uitslag = await met(verzoek, (bewijs) =>
      eisAanbiedingen(mijn).planGesprek(vrager, aanbod, { ...tijd, kenmerk }, bewijs),
    )
    return naar(verzoek, 'gesprek-gepland', uitslag)
  }
  if (wat !== 'aangenomen' && wat !== 'afgewezen' && wat !== 'betwist') return { soort: 'niet-gevonden' }
  const uitslag = await met(verzoek, (bewijs) =>
    eisAanbiedingen(mijn).doe(vrager, aanbod, { soort: wat }, bewijs),
  )
  return naar(verzoek, wat, uitslag)
}

function naar({ context, delen }: Verzoek, gedaan: string, uitslag: Aanboduitslag): Antwoord {
  if (uitslag.status === 'geweigerd' && uitslag.reden === 'niet-gevonden') return { soort: 'niet-gevonden' }
  const wat = uitslag.status === 'geweigerd' ? uitslag.reden : gedaan
  return {
    soort: 'ga-naar',
    adres: adres(context.taal, 'hulpaanbodEen', { aanbod: delen.aanbod ?? '', gedaan: wat }),
  }
}

/** They read in their own log that they looked, or answered. */
function met<T>(verzoek: Verzoek, fn: (bewijs: Verwerkingsbewijs) => Promise<T>): Promise<T> {
  const { mijn, wie } = eisWie(verzoek)
  const wat = { doel: 'vroegsignalering', gegevens: ['betalingsachterstand', 'hulpaanbod'] }
  return metRegel(mijn, wie, wat, fn)
}
