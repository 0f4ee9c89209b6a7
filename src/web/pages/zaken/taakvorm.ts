/** The form of a task that can be done here: files, or a few fields. */
import { HOOGSTENS_BYTES, isGekozen, soortVan, toegestaan, veiligeNaam } from '../../../domain/index.ts'
import type { Bestandsformulier } from '../../../platform/http/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Formulierveld, Ingevuld, NieuwDocument, Taak, Uitvoering } from '../../../zaken/index.ts'
import { leesDatum } from '../../invoer/datum-velden.ts'
import { datumvelden } from '../../ui/datumveld.ts'
import { foutregel, keuzes, type Veldfout } from '../../ui/formulier.ts'
import { woorden } from '../gebeurtenissen/woorden.ts'
import type { Scherm } from './scherm.ts'

type Upload = Extract<Uitvoering, { soort: 'upload' }>

/** Named limit: of a field of which the source named none. */
const gewoonTekens = 1_000

/** Which kinds can be sent for this task: what the organisation takes, as far as we know them by their bytes. */
function soortenVoor({ formaten }: Upload) {
  return formaten.length === 0
    ? toegestaan
    : toegestaan.filter(({ uitgangen }) => uitgangen.some((uitgang) => formaten.includes(uitgang)))
}

function hoogstens({ maxOmvang }: Upload): number {
  return Math.min(maxOmvang, HOOGSTENS_BYTES)
}

/** Absent: it can only be done at the organisation. */
export function taakvorm(
  scherm: Scherm,
  { uitvoering }: Taak,
  vorm: { readonly actie: string; readonly ingevuld: URLSearchParams; readonly fouten: readonly Veldfout[] },
): Html | undefined {
  const { t } = scherm.context.spraak
  const { actie, fouten } = vorm
  const knop = html`<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('taken.knop')}</button></p>`
  if (uitvoering.soort === 'formulier')
    return html`<form class="vd-form" id="taak" method="post" action="${actie}">
${uitvoering.velden.map((veld) => invoer(scherm, veld, vorm))}${knop}</form>`
  const soorten = uitvoering.soort === 'upload' ? soortenVoor(uitvoering) : []
  if (uitvoering.soort !== 'upload' || soorten.length === 0) return undefined
  const fout = fouten.find(({ veld }) => veld === 'bestand')
  const mb = Math.floor(hoogstens(uitvoering) / 1_000_000)
  return html`<form class="vd-form" id="taak" method="post" enctype="multipart/form-data" action="${actie}">
<div class="utrecht-form-field vd-field${fout && ' utrecht-form-field--invalid'}"><label class="utrecht-form-label" for="bestand">${t('taken.bestand', { n: uitvoering.maxBestanden })}</label>
${foutregel({ fout, foutWoord: t('algemeen.fout'), id: 'bestand' })}
<input class="vd-bestandsveld" type="file"${attrs({ id: 'bestand', name: 'bestand', multiple: uitvoering.maxBestanden > 1, accept: soorten.flatMap(({ mime, uitgangen }) => [mime, ...uitgangen.map((u) => `.${u}`)]).join(','), 'aria-invalid': fout ? 'true' : undefined, 'aria-describedby': fout ? 'bestand-fout bestand-hulp' : 'bestand-hulp' })}>
<p class="vd-calm vd-small" id="bestand-hulp">${t('taken.bestand_hulp', { soorten: soorten.map(({ naam }) => naam).join(', '), mb })}</p></div>${knop}</form>`
}

function invoer(
  scherm: Scherm,
  veld: Formulierveld,
  { ingevuld, fouten }: { readonly ingevuld: URLSearchParams; readonly fouten: readonly Veldfout[] },
): Html {
  const { spraak } = scherm.context
  const { t } = spraak
  const id = `v-${veld.naam}`
  const fout = fouten.find((een) => een.veld === id || een.veld.startsWith(`${id}-`))
  const { tekst, lang } = woorden(spraak, veld.label)
  const label = html`<span${attrs({ lang })}>${tekst}</span>${!veld.isVerplicht && html` <span class="vd-calm">${t('taken.mag_leeg')}</span>`}`
  const melding = foutregel({ fout, foutWoord: t('algemeen.fout'), id })
  const fouteKlas = fout && ' utrecht-form-field--invalid'
  if (veld.soort === 'datum') {
    const waarden = Object.fromEntries([...ingevuld])
    return html`<fieldset class="vd-fieldset vd-field${fouteKlas}"><legend>${label}</legend>${melding}
${datumvelden({ spraak, voorvoegsel: `${id}-`, waarden, fout })}</fieldset>`
  }
  if (veld.soort === 'keuze' || veld.soort === 'ja-nee') {
    const opties =
      veld.soort === 'keuze'
        ? veld.keuzes.map((keuze) => ({ waarde: keuze, tekst: keuze }))
        : (['ja', 'nee'] as const).map((een) => ({ waarde: een, tekst: t(`taken.${een}`) }))
    return html`<fieldset class="vd-fieldset vd-field${fouteKlas}"><legend>${label}</legend>${melding}
${keuzes({ id, naam: id, opties, gekozen: ingevuld.get(id) ?? undefined })}</fieldset>`
  }
  const { maxTekens = gewoonTekens, soort } = veld
  const eigenschappen = {
    id,
    name: id,
    maxlength: soort === 'getal' ? 20 : maxTekens,
    'aria-invalid': fout ? 'true' : undefined,
    'aria-describedby': fout ? `${id}-fout` : undefined,
  }
  const waarde = ingevuld.get(id) ?? ''
  return html`<div class="utrecht-form-field vd-field${fouteKlas}"><label class="utrecht-form-label" for="${id}">${label}</label>${melding}
${
  soort === 'tekst' && maxTekens > 200
    ? html`<textarea class="utrecht-textbox utrecht-textbox--html-input vd-textarea" rows="4"${attrs(eigenschappen)}>${waarde}</textarea>`
    : html`<input class="utrecht-textbox utrecht-textbox--html-input vd-textbox--lang" type="text" autocomplete="off"${attrs({ ...eigenschappen, value: waarde, inputmode: soort === 'getal' ? 'decimal' : undefined })}>`
}</div>`
}

/** What was typed, as the source wants it. What may stay empty and did, is not sent. */
export function leesIngevuld(
  form: URLSearchParams,
  velden: readonly Formulierveld[],
  { context: { spraak } }: Scherm,
): { readonly waarden: Ingevuld; readonly fouten: readonly Veldfout[] } {
  const { t } = spraak
  const waarden: Record<string, string | number | boolean> = {}
  const fouten: Veldfout[] = []
  for (const veld of velden) {
    const id = `v-${veld.naam}`
    const gelezen = leesVeld(form, id, veld, spraak)
    if (gelezen === 'leeg') {
      if (veld.isVerplicht)
        fouten.push({ veld: veld.soort === 'datum' ? `${id}-dag` : id, tekst: t('taken.fout.leeg') })
    } else if (typeof gelezen === 'object') fouten.push(gelezen)
    else waarden[veld.naam] = gelezen.valueOf()
  }
  return { waarden, fouten }
}

function leesVeld(
  form: URLSearchParams,
  id: string,
  { soort, keuzes: opties, maxTekens = gewoonTekens }: Formulierveld,
  spraak: Scherm['context']['spraak'],
): 'leeg' | string | number | boolean | Veldfout {
  const { t } = spraak
  if (soort === 'datum') {
    const deel = (naam: string) => form.get(`${id}-${naam}`) ?? ''
    const gelezen = leesDatum({ dag: deel('dag'), maand: deel('maand'), jaar: deel('jaar') })
    if (gelezen.status === 'ok') return gelezen.datum
    if (gelezen.status === 'leeg') return 'leeg'
    return { veld: `${id}-${gelezen.veld}`, tekst: t('taken.fout.datum') }
  }
  const waarde = (form.get(id) ?? '').trim()
  if (waarde === '') return 'leeg'
  if (soort === 'ja-nee')
    return waarde === 'ja' || waarde === 'nee' ? waarde === 'ja' : { veld: id, tekst: t('taken.fout.keuze') }
  if (soort === 'keuze') return opties.includes(waarde) ? waarde : { veld: id, tekst: t('taken.fout.keuze') }
  if (soort === 'getal') {
    const getal = Number(waarde.replace(',', '.'))
    return Number.isFinite(getal) ? getal : { veld: id, tekst: t('taken.fout.getal') }
  }
  return waarde.length <= maxTekens ? waarde : { veld: id, tekst: t('taken.fout.lang', { n: maxTekens }) }
}

/** What was chosen; which kind it is, its own first bytes say. */
export function leesBestanden(
  { formulier }: Bestandsformulier,
  upload: Upload,
  scherm: Scherm,
): { readonly bestanden: readonly NieuwDocument[]; readonly fouten: readonly Veldfout[] } {
  const { t } = scherm.context.spraak
  const gekozen = formulier.bestanden.filter((een) => een.veld === 'bestand' && isGekozen(een))
  const soorten = soortenVoor(upload)
  const mb = Math.floor(hoogstens(upload) / 1_000_000)
  const fout = (naam: string, waarden = {}) => ({
    bestanden: [],
    fouten: [{ veld: 'bestand', tekst: t(`taken.fout.${naam}`, waarden) }],
  })
  if (formulier.isAfgekapt || gekozen.some(({ inhoud }) => inhoud.length > hoogstens(upload)))
    return fout('te_groot', { mb })
  if (gekozen.length === 0) return fout('geen_bestand')
  if (gekozen.some(({ inhoud }) => inhoud.length === 0)) return fout('leeg_bestand')
  if (gekozen.length > upload.maxBestanden) return fout('te_veel', { n: upload.maxBestanden })
  const bestanden = gekozen.flatMap(({ naam, inhoud }, i): NieuwDocument[] => {
    const soort = soortVan(inhoud)
    if (soort === undefined || !soorten.includes(soort)) return []
    const bestandsnaam = veiligeNaam(naam, inhoud)
    return [
      {
        titel: bestandsnaam,
        bestandsnaam,
        formaat: soort.mime,
        inhoud,
        datum: scherm.vandaag,
        kenmerk: String(i),
      },
    ]
  })
  if (bestanden.length < gekozen.length)
    return fout('soort', { soorten: soorten.map(({ naam }) => naam).join(', ') })
  return { bestanden, fouten: [] }
}
