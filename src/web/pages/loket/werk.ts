/** What lies with one's own organisation, by number: of whom and what it is stands behind it. */
import { type Datum, plusDagen } from '../../../kalender/index.ts'
import { type Werkblad, type Werkregel, werkgroepen } from '../../../loket/index.ts'
import { leesNummer } from '../../../ontvangst/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { nieuwsInAfspraken } from '../bellen/afspraken.ts'
import { leesBeller } from '../bellen/wie.ts'
import { nietGelezen } from './elders.ts'
import { eisLoket, vragerVan } from './scherm.ts'
import { leesIngevuld, toonVelden } from './velden.ts'
import { dagKort, dagVan, organisatienaam } from './woorden.ts'

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  return lijst(verzoek, [])
}

/** By the number that a resident mentions; also of one that is closed, or that was handed over. */
export async function vind(verzoek: Verzoek): Promise<Antwoord> {
  const { context, form } = verzoek
  const nummer = leesNummer(form.get('nummer') ?? '')
  const ketenzaak = nummer && (await eisLoket(verzoek).vindNummer(vragerVan(verzoek, 'balie'), nummer))
  if (ketenzaak) return { soort: 'ga-naar', adres: adres(context.taal, 'balieKetenzaak', { ketenzaak }) }
  const tekst = context.spraak.t(`loket.zoek.${nummer === undefined ? 'geen_nummer' : 'niets'}`)
  return lijst(verzoek, [{ veld: 'nummer', tekst }])
}

/** What was typed comes back, with why nothing was found. */
function zoekvak({ context, form }: Verzoek, fouten: readonly Veldfout[]): Html {
  const { t } = context.spraak
  const beeld = { context, fouten, ingevuld: leesIngevuld(form) }
  return html`<form class="vd-form vd-ketenzoek" method="post" action="${adres(context.taal, 'balieLoketVind')}" role="search">
${toonVelden(beeld, [{ soort: 'regel', naam: 'nummer', label: 'loket.zoek.nummer', hulp: 'loket.zoek.hulp' }])}
<p class="vd-ketenzoek__knop"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('loket.zoek.knop')}</button></p></form>`
}

async function lijst(verzoek: Verzoek, fouten: readonly Veldfout[]): Promise<Antwoord> {
  const { context, zoek } = verzoek
  const { t } = context.spraak
  const groep = werkgroepen.find((een) => een === zoek.get('groep'))
  const na = zoek.get('na')
  const vraag = { ...(groep && { groep }), ...(groep && na !== null && { na }) }
  const loket = eisLoket(verzoek)
  const vrager = vragerVan(verzoek, 'balie')
  const bladen = await loket.werkbladen(vrager, vraag)
  const stil = loket.nietGelezen?.(vrager) ?? []
  const isLeeg = bladen.every(({ aantal }) => aantal === 0)
  const hier = adres(context.taal, 'balieLoket')
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('loket.werk.inleiding')}</p>
<p class="vd-actions"><a class="utrecht-button utrecht-button--primary-action" href="${adres(context.taal, 'balieLoketNieuw')}">${t('loket.werk.nieuw')}</a></p>
${await teSchrijven(verzoek)}
${await nieuwsInAfspraken(verzoek)}
${zoekvak(verzoek, fouten)}
${groep !== undefined && html`<p><a href="${hier}">${t('loket.werk.alles')}</a></p>`}
${nietGelezen(verzoek, stil)}
${isLeeg && html`<p>${t(stil.length === 0 ? 'loket.werk.niets' : 'loket.werk.niets_gelezen')}</p>`}
${bladen.map((blad) => groepdeel(verzoek, blad, groep !== undefined && na !== null))}`
  const pagina = baliePagina(verzoek, {
    titel: t('loket.werk.titel'),
    inhoud,
    zonderGrond: true,
    isFout: fouten.length > 0,
    stijl: ['loket.css', 'ketenwerk.css'],
    breed: true,
    terug: { adres: adres(context.taal, 'balie'), tekst: t('balie.titel') },
  })
  return { soort: 'pagina', pagina, ...(fouten.length > 0 && { status: 404 }) }
}

/** Of calls that they were in: nobody wrote down yet what was agreed. */
async function teSchrijven(verzoek: Verzoek): Promise<Html | undefined> {
  const beller = leesBeller(verzoek)
  const n = (beller && (await verzoek.loket?.notities?.open(beller.wie)))?.length ?? 0
  if (n === 0) return undefined
  const { spraak, taal } = verzoek.context
  return html`<p class="vd-notice"><a href="${adres(taal, 'balieBellen')}">${spraak.t('bellen.notitie.werk', { n })}</a></p>`
}

/** How much there is stands in its heading, as far as it was counted; the rest is one page further. */
function groepdeel(
  verzoek: Verzoek,
  { groep, rijen, aantal, isMeer, volgende }: Werkblad,
  isVerder: boolean,
): Html | undefined {
  if (aantal === 0) return undefined
  const { taal, spraak } = verzoek.context
  const { t, getal } = spraak
  const verder = volgende && adres(taal, 'balieLoket', { filter: { groep, na: volgende } })
  const n = isMeer ? t('loket.werk.meer_dan', { n: getal(aantal) }) : getal(aantal)
  return html`<section class="vd-section" aria-labelledby="werk-${groep}"><h2 id="werk-${groep}">${t(`loket.werk.groep.${groep}`)} <span class="vd-count">${n}</span></h2>
${rijen.length === 0 ? html`<p>${t('loket.werk.niet_verder')}</p>` : html`<ul class="vd-werk">${rijen.map(({ regel: een }) => regel(verzoek, een))}</ul>`}
${verder && html`<p class="vd-werk__verder">${t('loket.werk.er_is_meer')} <a href="${verder}">${t('loket.werk.verder')}<span class="vd-visually-hidden">: ${t(`loket.werk.groep.${groep}`)}</span></a></p>`}
${isVerder && html`<p><a href="${adres(taal, 'balieLoket', { filter: { groep } })}">${t('loket.werk.begin')}</a></p>`}</section>`
}

/** What somebody is asked and has an end; a refused step has its own last day. */
const antwoordsoorten: ReadonlySet<Werkregel['soort']> = new Set([
  'aanbod',
  'opschaling',
  'doorzending',
  'erbij',
  'terug',
])
const isAntwoordsoort = (soort: Werkregel['soort']): boolean => antwoordsoorten.has(soort)

/** An answer has an end, at the beginning of a day: people are told the day before it, as on the page of the case. */
export function laatsteDag({
  soort,
  termijn,
}: {
  readonly soort: Werkregel['soort']
  readonly termijn?: Datum | undefined
}): Datum | undefined {
  return termijn !== undefined && isAntwoordsoort(soort) ? plusDagen(termijn, -1) : termijn
}

function regel(verzoek: Verzoek, { ketenzaak, nummer, soort, stand, termijn, bij, elders }: Werkregel): Html {
  const { context, nu } = verzoek
  const { t } = context.spraak
  const isAntwoord = isAntwoordsoort(soort)
  const laatste = laatsteDag({ soort, termijn })
  const isLaat = laatste !== undefined && laatste < dagVan(nu)
  const wie =
    bij === undefined
      ? undefined
      : bij === 'inwoner' || bij === 'partij'
        ? t(`loket.wie.${bij}`)
        : organisatienaam(verzoek, bij).tekst
  const wat = soort === 'stap' ? t(`loket.stand.${stand}`) : t(`loket.werk.soort.${soort}`)
  const wanneer = isLaat ? 'loket.stap.was' : isAntwoord ? 'loket.werk.antwoord' : 'loket.stap.voor'
  return html`<li class="vd-werk__regel"><p class="vd-werk__wat"><a href="${adres(context.taal, 'balieKetenzaak', { ketenzaak })}">${nummer || t('loket.werk.zonder_nummer')}</a><br><span class="vd-small">${wat}</span></p>
<p class="vd-werk__bij">${wie !== undefined && t('loket.werk.bij', { wie })}${elders !== undefined && t('loket.werk.elders', { wie: organisatienaam(verzoek, elders).tekst })}</p>
<p class="vd-werk__termijn">${laatste !== undefined && html`<span class="vd-term vd-term--${isLaat ? 'late' : 'term'}">${t(wanneer, { dag: dagKort(verzoek, laatste) })}</span>`}</p></li>`
}
