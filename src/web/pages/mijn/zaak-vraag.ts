/** A question about a case, to the organisation that has it. */
import { isUuid7, maakUuid7 } from '../../../domain/index.ts'
import { attrs, html } from '../../../platform/index.ts'
import { maxVraag, type Zaakbeeld, type Zaakref } from '../../../zaken/index.ts'
import { adres } from '../../routes.ts'
import { foutregel, foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { contact } from '../zaken/contact.ts'
import { leesRef, waarom } from '../zaken/openen.ts'
import { maakScherm, type Scherm } from '../zaken/scherm.ts'
import { organisatieVan, zeg } from '../zaken/woorden.ts'
import { overZaak } from '../zaken/zaak.ts'
import { eisWie } from './eis.ts'
import { mijnPagina } from './kader.ts'
import { eisZaken } from './zaken.ts'

const talen = { nl: 'nld', en: 'eng', pap: 'pap' } as const

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const ref = leesRef(verzoek)
  if (ref === undefined) return { soort: 'niet-gevonden' }
  const { zaken, kijker } = eisZaken(verzoek)
  const uitkomst = await zaken.open(kijker, ref)
  const zaak = uitkomst.status === 'ok' ? uitkomst.gegevens.zaak : undefined
  return vorm(verzoek, ref, { tekst: '', kenmerk: nieuwKenmerk(verzoek), fouten: [], zaak })
}

/** With a fault the form comes back with what was typed; sent twice it is one question. */
export async function stuur(van: Verzoek): Promise<Antwoord> {
  const ref = leesRef(van)
  if (ref === undefined) return { soort: 'niet-gevonden' }
  const { bron, uuid } = ref
  const verzoek = { ...van, context: { ...van.context, pad: adres('nl', 'zaakVraag', { bron, zaak: uuid }) } }
  const { zaken, kijker } = eisZaken(verzoek)
  const { context, form } = verzoek
  const { t } = context.spraak
  const tekst = (form.get('vraag') ?? '').trim()
  const gestuurd = form.get('kenmerk')
  const kenmerk = isUuid7(gestuurd) ? gestuurd : nieuwKenmerk(verzoek)
  const scherm = maakScherm(verzoek, 'mijn')
  // Only about a case that they see; its name is what the organisation reads first.
  const zaak = await zaken.open(kijker, ref)
  const over = zaak.status === 'ok' ? zaak.gegevens.zaak : undefined
  const opnieuw = (melding: string, status: number) =>
    vorm(verzoek, ref, { tekst, kenmerk, fouten: [{ veld: 'vraag', tekst: melding }], status, zaak: over })
  if (tekst === '') return opnieuw(t('taken.vraag.fout.leeg'), 400)
  if (tekst.length > maxVraag) return opnieuw(t('taken.vraag.fout.lang', { n: maxVraag }), 400)
  if (zaak.status === 'fout')
    return opnieuw(`${waarom(scherm, zaak)} ${t('taken.vraag.fout.niet_aangekomen')}`, 503)
  if (zaak.status !== 'ok') return { soort: 'niet-gevonden' }
  const { tekst: titel } = zeg(scherm.context.spraak, zaak.gegevens.zaak.titel)
  const uitkomst = await zaken.stelVraag(kijker, ref, {
    onderwerp: `Vraag over ${titel}`,
    tekst,
    taal: talen[context.taal],
    kenmerk,
  })
  if (uitkomst.status === 'fout')
    return opnieuw(`${waarom(scherm, uitkomst)} ${t('taken.vraag.fout.niet_aangekomen')}`, 503)
  if (uitkomst.status !== 'ok') return opnieuw(t('taken.vraag.kan_niet'), 409)
  return ontvangst(verzoek, scherm, zaak.gegevens.zaak, uitkomst.gegevens.nummer)
}

interface Vraagvorm {
  readonly tekst: string
  readonly kenmerk: string
  readonly fouten: readonly Veldfout[]
  readonly status?: number
  readonly zaak: Zaakbeeld | undefined
}

function nieuwKenmerk(verzoek: Verzoek): string {
  return maakUuid7(verzoek.nu, eisWie(verzoek).mijn.toeval)
}

function vorm(
  verzoek: Verzoek,
  ref: Zaakref,
  { tekst, kenmerk, fouten, status = 200, zaak }: Vraagvorm,
): Antwoord {
  const scherm = maakScherm(verzoek, 'mijn')
  const { taal, spraak } = scherm.context
  const { t } = spraak
  const [fout] = fouten
  const delen = { bron: ref.bron, zaak: ref.uuid }
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('taken.vraag.inleiding', { organisatie: organisatieVan(scherm, ref.bron).naam })}</p>
${overZaak(scherm, zaak)}
<form class="vd-form" method="post" action="${adres(taal, 'zaakVraagStuur', delen)}">
<input type="hidden" name="kenmerk" value="${kenmerk}">
<div class="utrecht-form-field vd-field${fout && ' utrecht-form-field--invalid'}"><label class="utrecht-form-label" for="vraag">${t('taken.vraag.label')}</label>
<p class="vd-calm" id="vraag-hulp">${t('taken.vraag.hulp')}</p>
${foutregel({ fout, foutWoord: t('algemeen.fout'), id: 'vraag' })}
<textarea class="utrecht-textbox utrecht-textbox--html-input vd-textarea" rows="6"${attrs({ id: 'vraag', name: 'vraag', maxlength: maxVraag, 'aria-invalid': fout ? 'true' : undefined, 'aria-describedby': fout ? 'vraag-fout vraag-hulp' : 'vraag-hulp' })}>${tekst}</textarea></div>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('taken.vraag.knop')}</button></p></form>
<p><a href="${adres(taal, 'zaak', delen)}">${t('taken.naar_zaak')}</a></p>
${contact(scherm, { organisatie: ref.bron, ...(zaak?.nummer !== undefined && { nummer: zaak.nummer }) })}`
  const pagina = mijnPagina(scherm.context, {
    titel: t('taken.vraag.titel'),
    inhoud,
    terug: 'zaken',
    isFout: fouten.length > 0,
    stijl: ['regeling.css', 'zaken.css'],
  })
  return { soort: 'pagina', pagina, status }
}

/** What was sent and under which number: the sender keeps it (Awb 2:17). */
function ontvangst({ form }: Verzoek, scherm: Scherm, zaak: Zaakbeeld, nummer: string): Antwoord {
  const { taal, spraak } = scherm.context
  const { t } = spraak
  const { ref } = zaak
  const inhoud = html`<p class="vd-notice" role="status">${t('taken.vraag.ontvangen', { organisatie: organisatieVan(scherm, ref.bron).naam })}</p>
${overZaak(scherm, zaak)}
<p>${t('taken.vraag.nummer', { nummer })}</p>
<p>${t('taken.vraag.u_schreef')} <q>${(form.get('vraag') ?? '').trim()}</q></p>
<p>${t('taken.vraag.daarna')}</p>
<p><a href="${adres(taal, 'zaak', { bron: ref.bron, zaak: ref.uuid, anker: 'contactmomenten' })}">${t('taken.naar_zaak')}</a></p>`
  const pagina = mijnPagina(scherm.context, {
    titel: t('taken.vraag.verstuurd'),
    inhoud,
    terug: 'zaken',
    stijl: ['regeling.css', 'zaken.css'],
  })
  return { soort: 'pagina', pagina }
}
