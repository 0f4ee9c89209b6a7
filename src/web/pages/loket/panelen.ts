/** What stands beside the plan: what the resident sees, whom to call, what is stuck; and what was written. */
import type { Gelezen, ZichtbaarOnderdeel } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { belAdres, kanaaltekst } from '../../ui/kanalen.ts'
import type { Verzoek } from '../../verzoek.ts'
import { belnummer } from './bereik.ts'
import { anderen } from './delingen.ts'
import { ketenlink } from './kader.ts'
import type { Ketenscherm } from './scherm.ts'
import { verslagdelen } from './verslag.ts'
import {
  aanspreekpunt,
  dadernaam,
  deelnemernaam,
  eigenaarnaam,
  geschreven,
  organisatienaam,
  stapnaam,
  tijdstip,
  totDag,
  vasteNummers,
  voorLezer,
} from './woorden.ts'

const geschrevenSoorten: readonly string[] = [
  'bericht',
  'notitie',
  'contactmoment',
  'document',
  'werknotitie',
]

/** Newest first; a work note says of itself that the resident does not read it, and why. */
export function stukken(scherm: Ketenscherm): Html {
  const { context } = scherm.verzoek
  const { t } = context.spraak
  const rij = scherm.beeld.zicht.onderdelen
    .filter(({ soort }) => geschrevenSoorten.includes(soort))
    .toReversed()
  return html`<section class="vd-section" aria-labelledby="stukken"><h2 id="stukken">${t('loket.stukken.kop')}</h2>
${rij.length === 0 ? html`<p class="vd-calm">${t('loket.stukken.geen')}</p>` : html`<ul class="vd-plain vd-stukken">${rij.map((een) => stuk(scherm, een))}</ul>`}
<p class="vd-no-print vd-small">${scherm.kant === 'balie' && ketenlink(scherm, 'werknotitie')} ${ketenlink(scherm, 'notities-opvragen')}</p></section>`
}

type Onderdeel = ZichtbaarOnderdeel<Gelezen>

function stuk(scherm: Ketenscherm, een: Onderdeel): Html {
  const { id, soort, van, op, tekst, isDicht } = een
  const wissen = ketenlink(scherm, 'wissen', id)
  const { context } = scherm.verzoek
  const { t } = context.spraak
  const isVerborgen = isDicht === true
  const nietTeLezen = isVerborgen && scherm.kant === 'mijn'
  return html`<li class="vd-stuk${isVerborgen && ' vd-stuk--werk'}"><p class="vd-small vd-calm vd-zinkop">${t(`loket.onderdeel.${soort}`)} · ${dadernaam(scherm, van)} · ${tijdstip(context, op)}</p>
${!nietTeLezen && (een.gesprek === undefined ? html`<p>${geschreven(context, tekst)}</p>` : verslagdelen(context, { vraag: tekst, ...een.gesprek }, (wie) => eigenaarnaam(scherm, wie)))}
${isVerborgen && html`<p class="vd-small">${dichteNotitie(scherm, een)} ${ketenlink(scherm, 'werknotitie-tonen', id)}</p>`}
${een.bestand && bestandlink(scherm, id, een.bestand)}${wissen && html`<p class="vd-small vd-no-print">${wissen}</p>`}</li>`
}

/** What opens when it is pressed, and how large it is. Of a case elsewhere it lies there. */
function bestandlink(
  { kant, ketenzaak, verzoek, beeld }: Ketenscherm,
  onderdeel: string,
  { soort, omvang }: NonNullable<Onderdeel['bestand']>,
): Html | undefined {
  const { taal, spraak } = verzoek.context
  if (kant === 'partij' || beeld.elders !== undefined) return undefined
  const naar = adres(taal, kant === 'balie' ? 'balieKetenStuk' : 'ketenStuk', {
    ketenzaak,
    filter: { over: onderdeel },
  })
  const kb = Math.max(1, Math.ceil(omvang / 1024))
  return html`<p class="vd-small vd-no-print"><a href="${naar}">${spraak.t('loket.stukken.open', { soort: soort === 'application/pdf' ? 'pdf' : 'foto', kb })}</a></p>`
}

/** That it is there, why they do not read it yet, and until when; of an old one without a day only that it is there. */
function dichteNotitie({ kant, verzoek: { context } }: Ketenscherm, { waarom, tot }: Onderdeel): Html {
  const { t } = context.spraak
  const reden = waarom && t(`loket.werknotitiereden.${waarom}`)
  const dag = tot && t('loket.werknotitie.tot', { dag: totDag(context, tot) })
  return html`<strong>${t(kant === 'mijn' ? 'loket.werknotitie.u_niet' : 'loket.werknotitie.inwoner_niet')}</strong> ${reden}. ${dag}`
}

/** How somebody said yes to a professional, and who wrote that down. */
export function jawie({ verzoek, beeld }: Ketenscherm): Html | undefined {
  const { sluiting } = beeld.zicht
  if (sluiting?.ja === undefined || sluiting.door.soort !== 'organisatie') return undefined
  const wie = organisatienaam(verzoek, sluiting.door.organisatie).tekst
  return html`<p class="vd-small">${verzoek.context.spraak.t(`loket.sluiten.ja_${sluiting.ja}`, { wie })}</p>`
}

/** The resident sees all of it but work notes, and this page on paper. */
export function inwonerZiet(scherm: Ketenscherm): Html | undefined {
  const { context } = scherm.verzoek
  const { t } = context.spraak
  const { zicht } = scherm.beeld
  if (zicht.als !== 'regie') return undefined
  const notities = zicht.onderdelen.filter(({ isDicht }) => isDicht)
  return html`<section class="vd-box" aria-labelledby="inwoner-ziet"><h2 class="vd-box__title" id="inwoner-ziet">${t('loket.ziet.kop')}</h2>
<p>${t('loket.ziet.alles')}</p>
${notities.length > 0 && html`<p>${t('loket.ziet.behalve', { n: notities.length })}</p><ul class="vd-list">${notities.map(({ waarom }) => html`<li>${waarom && t(`loket.werknotitiereden.${waarom}`)}</li>`)}</ul>`}
<p>${t('loket.ziet.deelnemers', { n: anderen(scherm).length })}</p>
${zicht.betrokkene?.soort !== 'persoon' && html`<p>${t('loket.ziet.niet_ingelogd')}</p>`}
<p class="vd-box__more"><a href="${adres(context.taal, 'balieKetenPrint', { ketenzaak: scherm.ketenzaak })}">${t('loket.ziet.papier')}</a></p>
${zicht.als === 'regie' && html`<p class="vd-box__more vd-no-print"><a href="${adres(context.taal, 'balieKetenGezien', { ketenzaak: scherm.ketenzaak })}">${t('loket.gezien.titel')}</a></p>`}
<p class="vd-no-print">${ketenlink(scherm, 'plan-sturen')}</p></section>`
}

/** Who answers for the case first, then everybody who takes part; whoever looks does not call themselves. */
export function bellen(scherm: Ketenscherm): Html | undefined {
  const { verzoek, beeld, vrager } = scherm
  const { t } = verzoek.context.spraak
  const { regie, deelnemers, stappen } = beeld.zicht
  const eigen = vrager.subject.soort === 'medewerker' ? vrager.subject.organisatie : undefined
  const organisaties = new Set(
    [...deelnemers.map(({ wie }) => wie), ...stappen.map(({ eigenaar }) => eigenaar)].flatMap((een) =>
      een.soort === 'organisatie' && een.organisatie !== regie.organisatie && een.organisatie !== eigen
        ? [een.organisatie]
        : [],
    ),
  )
  const partijen = deelnemers.filter(({ wie }) => wie.soort === 'partij')
  const rij = [
    ...(regie.organisatie === eigen
      ? []
      : [
          html`<li class="vd-row"><span><strong>${vasteNummers(aanspreekpunt(scherm))}</strong><br>${organisatienaam(verzoek, regie.organisatie).tekst}</span>${nummerVan(verzoek, regie.organisatie)}${belDirect(scherm, regie.organisatie)}</li>`,
        ]),
    ...[...organisaties].map(
      (id) =>
        html`<li class="vd-row"><span>${organisatienaam(verzoek, id).tekst}</span>${nummerVan(verzoek, id) ?? html`<span class="vd-calm vd-small">${waarNummer(verzoek, id) ?? t('loket.bellen.onbekend')}</span>`}${belDirect(scherm, id)}</li>`,
    ),
    ...partijen.map(
      (een) =>
        html`<li class="vd-row"><span>${deelnemernaam(scherm, een)}</span><span class="vd-calm vd-small">${t('loket.bellen.onbekend')}</span></li>`,
    ),
  ]
  if (rij.length === 0) return undefined
  return html`<section class="vd-box" aria-labelledby="bellen"><h2 class="vd-box__title" id="bellen">${t('loket.bellen.kop')}</h2>
<ul class="vd-rows">${rij}</ul></section>`
}

function nummerVan(verzoek: Verzoek, id: string): Html | undefined {
  const nummer = belnummer(verzoek, id)
  return nummer === undefined ? undefined : html`<a href="${belAdres(nummer)}">${vasteNummers(nummer)}</a>`
}

/** «Het nummer staat op brieven van de SVB»: where no number was established, where it can be found. */
function waarNummer(verzoek: Verzoek, id: string): string | undefined {
  return kanaaltekst(verzoek.context.spraak, verzoek.beeld.organisaties.get(id)?.kanalen.telefoon)
}

/** One press to a colleague there who sees this case as well; only where somebody can answer here. */
function belDirect({ verzoek, kant, ketenzaak, beeld }: Ketenscherm, organisatie: string): Html | undefined {
  const { balie, werker, loket, context } = verzoek
  const eigen = werker?.subject.organisatie
  if (kant !== 'balie' || loket?.gesprekken === undefined || eigen === organisatie) return undefined
  if (beeld.zicht.sluiting !== undefined || !balie?.logins.organisaties.some((id) => id === organisatie))
    return undefined
  return html`<form class="vd-no-print" method="post" action="${adres(context.taal, 'balieBellenBel')}"><input type="hidden" name="ketenzaak" value="${ketenzaak}"><input type="hidden" name="organisatie" value="${organisatie}"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="bel">${context.spraak.t('bellen.direct')}<span class="vd-visually-hidden">: ${organisatienaam(verzoek, organisatie).tekst}</span></button></form>
${balie.belafspraken && html`<a class="vd-no-print vd-small" href="${adres(context.taal, 'balieBelafspraakNieuw', { filter: { organisatie, ketenzaak } })}">${context.spraak.t('bellen.afspraak.link')}<span class="vd-visually-hidden">: ${organisatienaam(verzoek, organisatie).tekst}</span></a>`}`
}

/** Who was asked because something is stuck, until when; each step stays in sight, what nobody waits for folded away. */
export function opschalingen(scherm: Ketenscherm): Html | undefined {
  const { t } = scherm.verzoek.context.spraak
  const rij = scherm.beeld.zicht.opschalingen.toReversed()
  if (rij.length === 0) return undefined
  const blijft = rij.filter(
    ({ stand }) => stand === 'open' || stand === 'doorbroken' || stand === 'behandeld',
  )
  const eerder = rij.filter((een) => !blijft.includes(een))
  const lijst = (deel: readonly Opschaling[]) =>
    html`<ul class="vd-plain vd-stukken">${deel.map((een) => opgeschaald(scherm, een))}</ul>`
  const isOpen = rij.some(({ stand }) => stand === 'open')
  return html`<section class="vd-box${isOpen && ' vd-box--opschaling'}" aria-labelledby="opschaling"><h2 class="vd-box__title" id="opschaling">${t('loket.opschaling.kop')}</h2>
${blijft.length > 0 && lijst(blijft)}
${eerder.length > 0 && html`<details class="vd-details"><summary>${t('loket.verloop.eerder', { n: eerder.length })}</summary><div>${lijst(eerder)}</div></details>`}</section>`
}

type Opschaling = Ketenscherm['beeld']['zicht']['opschalingen'][number]

function opgeschaald(scherm: Ketenscherm, een: Opschaling): Html {
  const { verzoek } = scherm
  const { context } = verzoek
  const { t } = context.spraak
  const wie = organisatienaam(verzoek, een.organisatie).tekst
  return html`<li class="vd-stuk"><p><strong>${t(voorLezer(scherm, `loket.aanleiding.${een.aanleiding}`))}</strong>${een.stap !== undefined && html`<br>${stapnaam(scherm, een.stap)}`}</p>
<p class="vd-small vd-zinkop">${t(`loket.opschaling.${opschaalstand(een)}`, { functie: t(`balie.rol.${een.functie}`), wie, dag: totDag(context, een.tot) })}</p>
${een.reden !== undefined && html`<p class="vd-small">${geschreven(context, een.reden)}</p>`}
${een.uitkomst !== undefined && html`<p class="vd-small"><strong>${t('loket.opschaling.besluit')}</strong> ${geschreven(context, een.uitkomst)}</p>`}
<p class="vd-actions vd-no-print">${ketenlink(scherm, 'behandelen', een.id, undefined, 'hoofdknop')} ${ketenlink(scherm, 'doorbreken', een.id, undefined, 'knop')}</p></li>`
}

/** Above who may break through there is nobody: they were asked anew. */
function opschaalstand({ stand, functie }: { readonly stand: string; readonly functie: string }): string {
  return stand === 'verder' && functie === 'doorbreker' ? 'opnieuw' : stand
}

/** What was forwarded to who is in charge, and what the resident was told with the same act. */
export function doorzendingen(scherm: Ketenscherm): Html | undefined {
  const { verzoek, beeld, kant } = scherm
  const { context } = verzoek
  const { t } = context.spraak
  const rij = beeld.zicht.doorzendingen
  if (rij.length === 0) return undefined
  return html`<section class="vd-section" aria-labelledby="doorgestuurd"><h2 id="doorgestuurd">${t('loket.doorgestuurd.kop')}</h2>
<ul class="vd-plain vd-stukken">${rij.map(
    ({
      id,
      naar,
      op,
      reden,
      gemeld,
    }) => html`<li class="vd-stuk"><p><strong>${t('loket.doorgestuurd.naar', { wie: organisatienaam(verzoek, naar).tekst })}</strong> <span class="vd-calm vd-small">${tijdstip(context, op)}</span></p>
<p>${geschreven(context, reden)}</p>
<p class="vd-small"><strong>${t(kant === 'mijn' ? 'loket.doorgestuurd.u_hoorde' : 'loket.doorgestuurd.inwoner_hoorde')}</strong> ${geschreven(context, gemeld)}</p>
${kant === 'mijn' && watErvanKwam(scherm, id)}</li>`,
  )}</ul></section>`
}

/** For the resident: whether it was taken there, or came back and why. */
function watErvanKwam({ verzoek, beeld }: Ketenscherm, doorzending: string): Html | undefined {
  const is = beeld.zicht.verzoeken.find(({ id }) => id === doorzending)
  if (is === undefined || is.stand === 'ingetrokken') return undefined
  const { context } = verzoek
  const stand = is.stand === 'afgehandeld' ? 'teruggegeven' : is.stand
  const zin = context.spraak.t(`loket.doorgestuurd.${stand}`, {
    wie: organisatienaam(verzoek, is.organisatie).tekst,
    dag: totDag(context, is.tot),
  })
  return html`<p class="vd-small"><strong>${zin}</strong> ${stand === 'teruggegeven' && geschreven(context, is.antwoord)}</p>`
}
