import type { OrganisatieId, PersoonId } from '../../../domain/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { type Bericht, organisatieVan } from '../../../kanalen/index.ts'
import { html } from '../../../platform/index.ts'
import { dekt, standVan } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, keuzes } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { berichtenwerk } from './bericht-woorden.ts'
import { lezerVan } from './berichten.ts'
import { eisWie } from './eis.ts'
import { mijnPagina } from './kader.ts'
import { namenVan } from './namen.ts'
import { metRegel } from './verwerk.ts'

export interface Meelezer {
  /** Id of the mandate: the page says no id of a person. */
  readonly machtiging: string
  readonly persoon: PersoonId
  readonly naam: string
}

/** Who holds a mandate of theirs today that covers this organisation; `undefined`: that covers everything. */
export async function meelezersVan(
  verzoek: Verzoek,
  organisatie: OrganisatieId | undefined | 'welke-ook',
): Promise<readonly Meelezer[]> {
  const { mijn, wie } = eisWie(verzoek)
  const { persoon } = wie
  const wat = { doel: 'machtiging-registreren', gegevens: ['machtiging'] }
  const alle = await metRegel(mijn, wie, wat, (bewijs) =>
    mijn.toegang.machtigingen.alle({ soort: 'persoon', persoon }, bewijs),
  )
  const vandaag = datumOp(verzoek.nu, 'Europe/Amsterdam')
  const geldig = alle.filter(
    (een) =>
      een.gever === persoon &&
      een.gemachtigde !== persoon &&
      standVan(een, vandaag) === 'geldig' &&
      (organisatie === 'welke-ook' || dekt(een, organisatie, undefined)),
  )
  const perPersoon = new Map(geldig.map((een) => [een.gemachtigde, een.id]))
  const namen = await namenVan(verzoek, [...perPersoon.keys()])
  const onbekend = verzoek.context.spraak.t('berichten.door.zonder_naam')
  return [...perPersoon].map(([helper, machtiging]) => ({
    machtiging,
    persoon: helper,
    naam: namen.get(helper) ?? onbekend,
  }))
}

/** To whom this message can go on. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  return vorm(verzoek, false)
}

export async function stuur(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { context, delen, form } = verzoek
  const bericht = await vind(verzoek)
  if (bericht === undefined) return { soort: 'niet-gevonden' }
  const helpers = await meelezersVan(verzoek, organisatieVan(bericht.inhoud))
  const helper = helpers.find(({ machtiging }) => machtiging === form.get('helper'))
  if (helper === undefined) return vorm(verzoek, true)
  const id = delen.bericht ?? ''
  const wat = { doel: 'bericht-doorsturen', gegevens: ['bericht'] }
  const uitkomst = await metRegel(mijn, wie, wat, (bewijs) =>
    mijn.postbus.stuurDoor(wie.persoon, id, helper.persoon, bewijs),
  )
  if (uitkomst === 'onbekend') return { soort: 'niet-gevonden' }
  // Taken back meanwhile.
  if (uitkomst === 'mag-niet') return vorm(verzoek, true)
  const gedaan = uitkomst === 'gestuurd' ? 'door' : 'was-door'
  return { soort: 'ga-naar', adres: adres(context.taal, 'bericht', { bericht: id, gedaan }) }
}

async function vind(verzoek: Verzoek): Promise<Bericht | undefined> {
  const { mijn, wie } = eisWie(verzoek)
  return metRegel(mijn, wie, berichtenwerk, (bewijs) =>
    mijn.postbus.bekijk(lezerVan(wie), verzoek.delen.bericht ?? '', bewijs),
  )
}

async function vorm(verzoek: Verzoek, isFout: boolean): Promise<Antwoord> {
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const bericht = await vind(verzoek)
  if (bericht === undefined) return { soort: 'niet-gevonden' }
  const { id, inhoud: wat } = bericht
  const helpers = await meelezersVan(verzoek, organisatieVan(wat))
  const fouten = isFout && helpers.length > 0 ? [{ veld: 'helper', tekst: t('berichten.door.fout') }] : []
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${wat.onderwerp[taal] ?? wat.onderwerp.nl}</p>
${
  helpers.length === 0
    ? html`<p>${t('berichten.door.niemand')}</p><p><a href="${adres(taal, 'machtigingen')}">${t('mijn.machtigingen.titel')}</a></p>`
    : html`<form class="vd-stack" method="post" action="${adres(taal, 'berichtDoorStuur', { bericht: id })}">
<fieldset class="vd-fieldset"><legend>${t('berichten.door.wie')}</legend>
${keuzes({ id: 'helper', naam: 'helper', opties: helpers.map(({ machtiging, naam }) => ({ waarde: machtiging, tekst: naam })), gekozen: undefined })}</fieldset>
<p>${t('berichten.door.ziet')}</p>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('berichten.door.knop')}</button></p></form>`
}
<p class="vd-screen-only"><a href="${adres(taal, 'bericht', { bericht: id })}">${t('berichten.door.terug')}</a></p>`
  const pagina = mijnPagina(context, {
    titel: t('berichten.door.titel'),
    inhoud,
    terug: 'berichten',
    stijl: ['machtiging.css', 'regeling.css', 'kanalen.css'],
    isFout: fouten.length > 0,
  })
  return { soort: 'pagina', pagina, status: isFout ? 400 : 200 }
}
