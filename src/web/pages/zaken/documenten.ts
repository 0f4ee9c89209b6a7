/** The papers of a case: to take along, and to add one. */
import { HOOGSTENS_MB, HOOGSTENS_TITEL, soortnaam, toegestaan } from '../../../domain/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Documentgegevens, Inzending, Zaakverhaal } from '../../../zaken/index.ts'
import { foutregel, type Veldfout } from '../../ui/formulier.ts'
import { plekAdres, type Scherm } from './scherm.ts'
import { verstuurd as verstuurdlijst } from './taken.ts'
import { organisatieVan } from './woorden.ts'

export interface Toevoegvorm {
  readonly actie: string
  /** Made with the form: sent twice, it is one document. */
  readonly kenmerk: string
  readonly titel: string
  readonly fouten: readonly Veldfout[]
}

export function documenten({
  scherm,
  verhaal,
  verstuurd,
  toevoegen,
}: {
  readonly scherm: Scherm
  readonly verhaal: Zaakverhaal
  /** For a task: whether and when the organisation lays it with the case is up to it. */
  readonly verstuurd: readonly Inzending[]
  readonly toevoegen: Toevoegvorm | undefined
}): Html {
  const { t } = scherm.context.spraak
  const { documenten: alle, ontbreekt, zaak } = verhaal
  const bestanden = verstuurd.filter((een) => een.bestanden.length > 0)
  const mist = ontbreekt.includes('documenten')
  return html`<section class="vd-section" aria-labelledby="documenten"><h2 id="documenten">${t('zaken.documenten.titel')}</h2>
${mist && html`<p class="vd-notice">${t('zaken.documenten.ontbreekt')}</p>`}
${alle.length === 0 && !mist && html`<p>${t('zaken.documenten.geen')}</p>`}
${alle.length > 0 && html`<ul class="vd-papieren">${alle.map((een) => papier(scherm, verhaal, een))}</ul>`}
${bestanden.length > 0 && html`<h3>${t('zaken.documenten.verstuurd')}</h3>${verstuurdlijst(scherm, bestanden)}<p class="vd-calm vd-small">${t('zaken.documenten.verstuurd_waar')}</p>`}
${toevoegen !== undefined && vorm(scherm, verhaal, toevoegen)}
${scherm.kant === 'mijn' && toevoegen === undefined && zaak.einde === undefined && html`<p>${t('zaken.documenten.kan_niet')} <a href="#contact">${t('zaken.laat.naar_contact')}</a></p>`}</section>`
}

function papier(
  scherm: Scherm,
  { zaak }: Zaakverhaal,
  { uuid, titel, datum: dag, omvang, richting, formaat }: Documentgegevens,
): Html {
  const { spraak, taal } = scherm.context
  const { t, datum } = spraak
  const naar = plekAdres(scherm, 'document', { bron: zaak.ref.bron, zaak: zaak.ref.uuid, document: uuid })
  const delen = [
    dag && datum(dag),
    richting !== 'onbekend' && t(`zaken.documenten.${richting}`),
    soortnaam(formaat),
    omvang !== undefined && grootte(spraak, omvang),
  ].filter((deel) => typeof deel === 'string')
  const naam = html`<span${attrs({ lang: taal === 'nl' ? undefined : 'nl' })}>${titel}</span>`
  return html`<li class="vd-papier">${scherm.kant === 'voorbeeld' ? naam : html`<a href="${naar}"><span class="vd-visually-hidden">${t('zaken.documenten.download')} </span>${naam}</a>`}
<span class="vd-calm vd-small">${delen.join(' · ')}</span></li>`
}

export function grootte({ t, getal }: Scherm['context']['spraak'], bytes: number): string {
  if (bytes < 1_000_000) return t('zaken.documenten.kb', { n: getal(Math.max(1, Math.round(bytes / 1000))) })
  return t('zaken.documenten.mb', { n: getal(Math.round(bytes / 100_000) / 10) })
}

function vorm(scherm: Scherm, { zaak }: Zaakverhaal, { actie, kenmerk, titel, fouten }: Toevoegvorm): Html {
  const { t } = scherm.context.spraak
  const bij = (veld: string) => fouten.find((fout) => fout.veld === veld)
  const foutWoord = t('algemeen.fout')
  const { naam } = organisatieVan(scherm, zaak.organisatie)
  return html`<details class="vd-details vd-fold vd-no-print" id="toevoegen"${attrs({ open: fouten.length > 0 })}><summary>${t('zaken.toevoegen.titel')}</summary><div>
<form class="vd-form" method="post" enctype="multipart/form-data" action="${actie}">
<input type="hidden" name="kenmerk" value="${kenmerk}">
<p>${t('zaken.toevoegen.uitleg', { organisatie: naam })}</p>
<div class="utrecht-form-field vd-field${bij('titel') && ' utrecht-form-field--invalid'}"><label class="utrecht-form-label" for="titel">${t('zaken.toevoegen.wat')}</label>
${foutregel({ fout: bij('titel'), foutWoord, id: 'titel' })}
<input class="utrecht-textbox utrecht-textbox--html-input vd-textbox--lang" type="text"${attrs({ id: 'titel', name: 'titel', value: titel, maxlength: HOOGSTENS_TITEL, autocomplete: 'off', 'aria-invalid': bij('titel') ? 'true' : undefined, 'aria-describedby': bij('titel') ? 'titel-fout titel-hulp' : 'titel-hulp' })}>
<p class="vd-calm vd-small" id="titel-hulp">${t('zaken.toevoegen.wat_hulp')}</p></div>
<div class="utrecht-form-field vd-field${bij('bestand') && ' utrecht-form-field--invalid'}"><label class="utrecht-form-label" for="bestand">${t('zaken.toevoegen.bestand')}</label>
${foutregel({ fout: bij('bestand'), foutWoord, id: 'bestand' })}
<input class="vd-bestandsveld" type="file"${attrs({ id: 'bestand', name: 'bestand', accept: toegestaan.flatMap(({ mime, uitgangen }) => [mime, ...uitgangen.map((u) => `.${u}`)]).join(','), 'aria-invalid': bij('bestand') ? 'true' : undefined, 'aria-describedby': bij('bestand') ? 'bestand-fout bestand-hulp' : 'bestand-hulp' })}>
<p class="vd-calm vd-small" id="bestand-hulp">${t('zaken.toevoegen.bestand_hulp', { mb: HOOGSTENS_MB })}</p></div>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('zaken.toevoegen.knop')}</button></p></form>
<p class="vd-calm vd-small">${t('zaken.toevoegen.papier')}</p></div></details>`
}
