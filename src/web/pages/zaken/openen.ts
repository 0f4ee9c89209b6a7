/** What both sides do with an address of a case: read it, open it, hand over a paper, and say why that failed. */
import { parseOrganisatieId, parseUuid, soortVan, veiligeNaam } from '../../../domain/index.ts'
import type { RegisterMislukt, RegisterUitkomst } from '../../../inwoner/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { BronId, Document, Zaakref } from '../../../zaken/index.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { contact } from './contact.ts'
import { plekAdres, type Scherm } from './scherm.ts'
import { organisatieVan, tijdstip } from './woorden.ts'

export function leesRef({ delen }: Pick<Verzoek, 'delen'>): Zaakref | undefined {
  const bron = parseOrganisatieId(delen.bron ?? '')
  const uuid = parseUuid(delen.zaak)
  return bron === undefined || uuid === undefined ? undefined : { bron, uuid }
}

/** Named limit: so many connections may be asked again at once. */
const maxBronnen = 60

/** Which connections somebody wants asked again: one, or all that were passed over. */
export function leesBronnen(form: URLSearchParams): readonly BronId[] {
  const namen = [...new Set(form.getAll('bron').flatMap((waarde) => waarde.split(' ')))].slice(0, maxBronnen)
  return namen.flatMap((naam) => parseOrganisatieId(naam) ?? [])
}

export function leesDocument({ delen }: Pick<Verzoek, 'delen'>): string | undefined {
  return parseUuid(delen.document)
}

/** Always to keep; what it is called to the browser is what its own bytes say. */
export function bijlage({ bestandsnaam, inhoud }: Document): Antwoord {
  return {
    soort: 'bestand',
    naam: veiligeNaam(bestandsnaam, inhoud),
    type: soortVan(inhoud)?.mime ?? 'application/octet-stream',
    inhoud: Buffer.from(inhoud.buffer, inhoud.byteOffset, inhoud.byteLength),
  }
}

export type Niet = Exclude<RegisterUitkomst<unknown>, { readonly status: 'ok' }>

export interface NietDelen {
  readonly scherm: Scherm
  readonly ref: Zaakref
  readonly uitkomst: Niet
  /** What could not be had. */
  readonly wat: 'zaak' | 'document'
}

export function statusVan({ status }: Niet): number {
  return status === 'fout' ? 503 : 404
}

export function nietTitel({ scherm, uitkomst, wat }: NietDelen): string {
  const { t } = scherm.context.spraak
  return t(uitkomst.status === 'fout' ? `zaken.niet.${wat}_titel` : 'zaken.niet.onbekend_titel')
}

/** What is still safe, what to do now, and whom to call. */
export function nietInhoud(delen: NietDelen): Html {
  const { scherm, ref, uitkomst, wat } = delen
  const { t } = scherm.context.spraak
  const { naam, lang } = organisatieVan(scherm, ref.bron)
  if (uitkomst.status !== 'fout')
    return html`<p class="vd-lead">${t(uitkomst.status === 'geen-bsn' ? 'zaken.niet.geen_bsn' : 'zaken.niet.onbekend')}</p>
<p><a href="${plekAdres(scherm, 'lijst')}">${t('zaken.niet.naar_lijst')}</a></p>`
  return html`<p class="vd-lead"><span${attrs({ lang })}>${naam}</span>: ${waarom(scherm, uitkomst)}</p>
<p>${t(`zaken.niet.${wat}_veilig`)}</p>
<p class="vd-actions"><a class="utrecht-button utrecht-button--secondary-action" href="${plekAdres(scherm, 'zaak', { bron: ref.bron, zaak: ref.uuid })}">${t(wat === 'zaak' ? 'zaken.niet.opnieuw' : 'zaken.niet.naar_zaak')}</a></p>
${contact(scherm, { organisatie: ref.bron })}`
}

export function waarom(scherm: Scherm, { soort, sinds }: RegisterMislukt): string {
  const { t } = scherm.context.spraak
  return `${t(`zaken.waarom.${soort}`)} ${t('zaken.sinds', { moment: tijdstip(scherm, sinds) })}`
}
