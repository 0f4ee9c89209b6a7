import { attrs, type Html, html, PlatformError } from '../../../platform/index.ts'
import { adres, type Routenaam } from '../../routes.ts'
import { foutregel, foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import { opsomming } from '../../ui/spraak.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWie } from './eis.ts'
import {
  type Inzagekeuze,
  inAdres,
  type Keuzelijsten,
  kijkers,
  type LeesUitslag,
  leesKeuze,
  plaatsVan,
} from './inzage-filter.ts'

/** What a download follows; a choice that cannot be read gives no file. */
export function eisKeuze({ zoek }: Verzoek, keuzes: Keuzelijsten): Inzagekeuze {
  const { keuze, fouten } = leesKeuze(zoek, keuzes)
  if (fouten.length > 0) throw new PlatformError('verzoek-ongeldig')
  return keuze
}

/** «Iedereen» is not said: only what narrows the list. Absent when nothing does. */
export function keuzeInWoorden(verzoek: Verzoek, keuze: Inzagekeuze): string | undefined {
  const { spraak } = verzoek.context
  const { t, datum } = spraak
  const { verwerking, kijker, portaal, organisatie, vanaf, totEnMet } = keuze
  const delen = [
    verwerking && `«${naamVan(verzoek, verwerking)}»`,
    kijker && (portaal === undefined ? t(`mijn.inzage.kijker.${kijker}`) : portaalnaam(verzoek, portaal)),
    organisatie && organisatienaam(verzoek, organisatie),
    vanaf && t('mijn.inzage.keuze_vanaf', { datum: datum(vanaf) }),
    totEnMet && t('mijn.inzage.keuze_tm', { datum: datum(totEnMet) }),
  ].filter((deel) => deel !== undefined)
  return delen.length === 0 ? undefined : opsomming(spraak, delen)
}

export function foutenVan({ context }: Verzoek, { fouten }: LeesUitslag): readonly Veldfout[] {
  return fouten.map(({ veld, soort }) => ({ veld, tekst: context.spraak.t(`mijn.inzage.fout.${soort}`) }))
}

export function kiesVorm(verzoek: Verzoek, keuzes: Keuzelijsten, uitslag: LeesUitslag): Html {
  const { context } = verzoek
  const { t } = context.spraak
  const { keuze } = uitslag
  const fouten = foutenVan(verzoek, uitslag)
  const wie = [
    ...kijkers.map((soort) => ({ waarde: soort as string, tekst: t(`mijn.inzage.kijker.${soort}`) })),
    ...opNaam(verzoek, keuzes.portalen ?? [], portaalnaam).map((een) => ({
      ...een,
      waarde: `portaal${een.waarde}`,
    })),
    ...opNaam(verzoek, keuzes.organisaties, organisatienaam),
  ]
  const gekozen = inAdres(keuze, keuzes)
  const foutBij = (veld: string) => fouten.find((een) => een.veld === veld)
  const foutWoord = t('algemeen.fout')
  return html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<form class="vd-filter vd-no-print" method="get" action="${adres(context.taal, 'inzage')}">
${keuzelijst({ naam: 'wie', label: t('mijn.inzage.wie_keek'), leeg: t('mijn.inzage.iedereen'), opties: wie, gekozen: gekozen.wie, fout: foutBij('wie'), foutWoord })}
${keuzelijst({ naam: 'wat', label: t('mijn.inzage.filter'), leeg: t('mijn.inzage.alles'), opties: opNaam(verzoek, keuzes.verwerkingen, naamVan), gekozen: gekozen.wat, fout: foutBij('wat'), foutWoord })}
${(['vanaf', 'tm'] as const).map((veld) => dagveld(verzoek, veld, fouten))}
<div class="vd-filter__field"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('mijn.inzage.toon')}</button></div></form>`
}

/** The address of a page of this list, or of a download of it. */
export function naarKeuze(
  { context }: Verzoek,
  naam: Routenaam,
  keuze: Inzagekeuze,
  {
    keuzes,
    n,
    voor,
  }: { readonly keuzes: Keuzelijsten; readonly n?: number; readonly voor?: Date | undefined },
): string {
  const filter = { ...inAdres(keuze, keuzes), ...(voor && { voor: String(voor.getTime()) }) }
  return adres(context.taal, naam, { filter, ...(n !== undefined && n > 1 && { n }) })
}

interface Optie {
  readonly waarde: string
  readonly tekst: string
}

/** Shown by name; sent as the place in the person's own list. */
function opNaam(
  verzoek: Verzoek,
  lijst: readonly string[],
  naam: (verzoek: Verzoek, id: string) => string,
): readonly Optie[] {
  return lijst
    .map((id) => ({ waarde: plaatsVan(lijst, id), tekst: naam(verzoek, id) }))
    .toSorted((a, b) => a.tekst.localeCompare(b.tekst, 'nl'))
}

function keuzelijst(delen: {
  readonly naam: string
  readonly label: string
  readonly leeg: string
  readonly opties: readonly Optie[]
  readonly gekozen: string | undefined
  readonly fout: Veldfout | undefined
  readonly foutWoord: string
}): Html {
  const { naam, label, leeg, opties, gekozen, fout, foutWoord } = delen
  return html`<div class="vd-filter__field"><label class="utrecht-form-label" for="${naam}">${label}</label>
${foutregel({ fout, foutWoord, id: naam })}
<select class="utrecht-textbox vd-select"${attrs({
    id: naam,
    name: naam,
    'aria-invalid': fout ? 'true' : undefined,
    'aria-describedby': fout ? `${naam}-fout` : undefined,
  })}><option value="">${leeg}</option>
${opties.map(({ waarde, tekst }) => html`<option value="${waarde}"${attrs({ selected: waarde === gekozen })}>${tekst}</option>`)}</select></div>`
}

/** A whole day. What was typed stays when it is none. */
function dagveld({ context, zoek }: Verzoek, veld: 'vanaf' | 'tm', fouten: readonly Veldfout[]): Html {
  const { t } = context.spraak
  const fout = fouten.find((een) => een.veld === veld)
  return html`<div class="vd-filter__field"><label class="utrecht-form-label" for="${veld}">${t(`mijn.inzage.${veld}`)}</label>
${foutregel({ fout, foutWoord: t('algemeen.fout'), id: veld })}
<input class="utrecht-textbox utrecht-textbox--html-input" type="date"${attrs({
    id: veld,
    name: veld,
    value: (zoek.get(veld) ?? '').slice(0, 20),
    'aria-invalid': fout ? 'true' : undefined,
    'aria-describedby': fout ? `${veld}-fout` : undefined,
  })}></div>`
}

function naamVan(verzoek: Verzoek, verwerking: string): string {
  const naam = eisWie(verzoek).mijn.verwerkingen().get(verwerking)?.naam
  return naam?.[verzoek.context.taal] ?? naam?.nl ?? verwerking
}

function portaalnaam(verzoek: Verzoek, id: string): string {
  const portaal = eisWie(verzoek).mijn.portalen?.alle.find((een) => een.id === id)
  return verzoek.context.spraak.t('mijn.inzage.portaal', { naam: portaal?.naam ?? id })
}

function organisatienaam({ beeld }: Verzoek, organisatie: string): string {
  return beeld.organisaties.get(organisatie)?.naam ?? organisatie
}
