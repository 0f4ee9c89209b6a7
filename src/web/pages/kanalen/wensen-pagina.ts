import {
  berichttalen,
  type Keuze,
  type KeuzeFout,
  lettervormen,
  type StilleUren,
} from '../../../kanalen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, keuzes, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import type { Meelezer } from '../mijn/bericht-doorsturen.ts'
import { type Kanaalscherm, plekAdres } from './scherm.ts'

export interface Wensen {
  readonly keuze: Keuze
  /** `weg`: not known now. */
  readonly meelezers: readonly Meelezer[] | 'weg' | undefined
  readonly fouten: readonly Veldfout[]
}

/** Language, how a letter is set, hours of rest and who reads along: one form, so that one look tells all of it. */
export function wensenPagina(scherm: Kanaalscherm, { keuze, meelezers, fouten }: Wensen): string {
  const { t } = scherm.verzoek.context.spraak
  const groep = (naam: string, inhoud: Html, uitleg?: string) =>
    html`<fieldset class="vd-fieldset"><legend>${t(`kanalen.${naam}.titel`)}</legend>${uitleg !== undefined && html`<p class="vd-calm">${uitleg}</p>`}${inhoud}</fieldset>`
  const opties = (naam: 'taal' | 'vorm', waarden: readonly string[]) =>
    waarden.map((waarde) => ({ waarde, tekst: t(`kanalen.${naam}.${waarde}`) }))
  const taal = keuzes({
    id: 'taal',
    naam: 'taal',
    opties: opties('taal', berichttalen),
    gekozen: keuze.taal ?? 'nl',
  })
  const vorm = keuzes({
    id: 'vorm',
    naam: 'vorm',
    opties: opties('vorm', lettervormen),
    gekozen: keuze.vorm ?? 'gewoon',
  })
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('kanalen.wensen.inleiding')}</p>
<form class="vd-stack" method="post" action="${plekAdres(scherm, 'wensenZet')}">${scherm.verborgen}
${groep('taal', taal, t('kanalen.taal.uitleg'))}
${groep('vorm', vorm, t('kanalen.vorm.uitleg'))}
${groep('stil', stil(scherm, keuze, fouten), t('kanalen.stil.uitleg'))}
${meelezers !== undefined && groep('helper', meelezers === 'weg' ? html`<p class="vd-notice">${t('kanalen.weg_nu.helper')}</p>` : helper(scherm, keuze, meelezers), t('kanalen.helper.uitleg'))}
${scherm.kanVastleggen && html`<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('kanalen.bewaar')}</button></p>`}</form>`
  return scherm.pagina({ titel: t('kanalen.wensen.titel'), inhoud, isFout: fouten.length > 0, isOnder: true })
}

/** In one line, for the overview and on paper. */
export function samenvatting({ verzoek }: Kanaalscherm, keuze: Keuze): string {
  const { t } = verzoek.context.spraak
  const { taal = 'nl', vorm = 'gewoon', stil: rust, helper: meelezer } = keuze
  return [
    t(`kanalen.taal.${taal}`),
    t(`kanalen.vorm.${vorm}`),
    rust === undefined || rust === 'geen'
      ? t('kanalen.stil.geen')
      : t('kanalen.stil.van_tot', { van: rust.van, tot: rust.tot }),
    ...(meelezer === undefined || meelezer === 'geen' ? [] : [t('kanalen.helper.iemand')]),
  ].join(' · ')
}

function stil({ verzoek }: Kanaalscherm, { stil: rust }: Keuze, fouten: readonly Veldfout[]): Html {
  const { context, form, isForm } = verzoek
  const { t } = context.spraak
  const uren = rust === 'geen' ? undefined : rust
  const veld = (id: 'van' | 'tot') =>
    tekstveld({
      id,
      naam: id,
      label: t(`kanalen.stil.${id}`),
      waarde: isForm ? (form.get(id) ?? '').slice(0, 5) : (uren?.[id] ?? ''),
      fout: fouten.find((een) => een.veld === id),
      foutWoord: t('algemeen.fout'),
      breedte: 'kort',
      hoogstens: 5,
    })
  const zone = isForm ? form.get('zone') : uren?.zone
  return html`<div class="vd-filter">${veld('van')}${veld('tot')}<span class="vd-filter__field"><label class="utrecht-form-label" for="zone">${t('kanalen.stil.zone')}</label><select class="utrecht-textbox vd-select" id="zone" name="zone">${zones.map(
    (een) =>
      html`<option value="${een}"${attrs({ selected: een === zone })}>${t(`kanalen.stil.zones.${zonewoord[een]}`)}</option>`,
  )}</select></span></div>`
}

const zones: readonly StilleUren['zone'][] = ['Europe/Amsterdam', 'America/Kralendijk']
const zonewoord = { 'Europe/Amsterdam': 'nederland', 'America/Kralendijk': 'eiland' } as const

function helper({ verzoek }: Kanaalscherm, { helper: gekozen }: Keuze, meelezers: readonly Meelezer[]): Html {
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  if (meelezers.length === 0)
    return html`<p>${t('kanalen.helper.niemand')} <a href="${adres(taal, 'machtigingen')}">${t('mijn.machtigingen.titel')}</a></p>`
  const nu = meelezers.find(({ persoon }) => persoon === gekozen)
  return keuzes({
    id: 'helper',
    naam: 'helper',
    opties: [
      { waarde: 'geen', tekst: t('kanalen.helper.geen') },
      ...meelezers.map(({ machtiging, naam }) => ({ waarde: machtiging, tekst: naam })),
    ],
    gekozen: nu?.machtiging ?? 'geen',
  })
}

/** What was filled in. `undefined` at `stil`: no hours of rest. */
export function leesWensen(
  form: URLSearchParams,
  oud: Keuze,
  meelezers: readonly Meelezer[] | undefined,
): Keuze {
  const { stil: _rust, helper: washelper, ...rest } = oud
  const taal = berichttalen.find((een) => een === form.get('taal'))
  const vorm = lettervormen.find((een) => een === form.get('vorm'))
  const [van, tot] = [tijd(form.get('van')), tijd(form.get('tot'))]
  const zone = zones.find((een) => een === form.get('zone')) ?? 'Europe/Amsterdam'
  const gekozen = meelezers?.find(({ machtiging }) => machtiging === form.get('helper'))
  // At a desk nobody chooses who reads along, and what they chose themselves stays.
  const helperNa = meelezers === undefined ? washelper : gekozen?.persoon
  return {
    ...rest,
    ...(taal && { taal }),
    ...(vorm && { vorm }),
    ...((van !== '' || tot !== '') && { stil: { van, tot, zone } }),
    ...(helperNa !== undefined && { helper: helperNa }),
  }
}

/** As people type a time: `22`, `7.30` and `7:30` too. */
function tijd(tekst: string | null): string {
  const kaal = (tekst ?? '').trim().slice(0, 5).replace('.', ':')
  const [, uur, minuut = '00'] = /^(\d{1,2})(?::(\d{2}))?$/.exec(kaal) ?? []
  return uur === undefined ? kaal : `${uur.padStart(2, '0')}:${minuut}`
}

export function wensfouten(
  { verzoek }: Kanaalscherm,
  fouten: readonly (KeuzeFout | 'te-veel')[],
): readonly Veldfout[] {
  const { t } = verzoek.context.spraak
  return fouten.map((fout) => ({
    veld: fout === 'helper-zelf' ? 'helper' : 'van',
    tekst: t(`kanalen.fout.${fout}`),
  }))
}
