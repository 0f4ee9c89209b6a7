/**
 * A number that the resident gave themselves, to have them join a call about their case: looked for when somebody asks,
 * on their record, dialled by the end of it, and shown to nobody.
 */
import { isBruikbaar } from '../../../kanalen/index.ts'
import { type Belnummer, leesBelnummer } from '../../../lijnen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { eisLoket, vragerVan } from '../loket/scherm.ts'

export interface BekendNummer {
  /** Of the address as it is kept. */
  readonly id: string
  /** Its last two digits. */
  readonly eind: string
}

/** Not looked for; or what there is. */
export type Bekend = readonly BekendNummer[] | undefined

/** Confirmed by the resident, and fit to dial from here. Empty also for who is not shared whose case it is. */
export async function zoekNummers(verzoek: Verzoek, ketenzaak: string): Promise<readonly BekendNummer[]> {
  return (await lees(verzoek, ketenzaak)).map(({ id, nummer }) => ({ id, eind: nummer.slice(-2) }))
}

/** `undefined`: it is not there any more. */
export async function bekendNummer(
  verzoek: Verzoek,
  ketenzaak: string,
  id: string,
): Promise<Belnummer | undefined> {
  return (await lees(verzoek, ketenzaak)).find((een) => een.id === id)?.nummer
}

async function lees(
  verzoek: Verzoek,
  ketenzaak: string,
): Promise<readonly { readonly id: string; readonly nummer: Belnummer }[]> {
  const { balie, werker } = eisWerker(verzoek)
  const { medewerker, organisatie } = werker.subject
  const door = { soort: 'medewerker', medewerker, organisatie, wijze: 'telefoon' } as const
  const beeld = await eisLoket(verzoek).overBetrokkene(
    vragerVan(verzoek, 'balie'),
    ketenzaak,
    (persoon, bewijs) => balie.kanalen.voorkeuren.haal({ persoon, door }, bewijs),
    'bereiken',
  )
  const leesNummer = verzoek.loket?.leesNummer ?? leesBelnummer
  return (beeld?.adressen ?? []).filter(isBruikbaar).flatMap(({ id, adres }) => {
    const nummer = adres.soort === 'telefoon' ? leesNummer(adres.nummer) : undefined
    return nummer === undefined ? [] : [{ id, nummer }]
  })
}

export function bekendvorm({ context }: Verzoek, actie: string, bekend: Bekend): Html {
  const { t } = context.spraak
  return html`<form class="vd-form" method="post" action="${actie}" data-terplekke><h3>${t('bellen.bekend.kop')}</h3>
<div role="status">${bekend !== undefined && html`<p>${t(bekend.length > 0 ? 'bellen.bekend.gevonden' : 'bellen.bekend.geen')}</p>`}</div>
${
  bekend === undefined
    ? html`<p>${t('bellen.bekend.uitleg')}</p>
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="zoek-nummer">${t('bellen.bekend.zoek')}</button></p>`
    : html`<p class="vd-actions">${bekend.map(({ id, eind }) => html`<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="bekend" value="${id}">${t('bellen.bekend.bel', { eind })}</button>`)}</p>`
}</form>`
}
