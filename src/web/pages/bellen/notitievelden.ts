/** The form of a note: its fields, and what was typed in them. */
import type { OrganisatieId } from '../../../domain/index.ts'
import {
  HOOGSTENS_ACTIE,
  HOOGSTENS_ACTIES,
  HOOGSTENS_VERSLAG,
  type Notitieactie,
  type Notitieinhoud,
} from '../../../lijnen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Verzoek } from '../../verzoek.ts'
import {
  type Ingevuld,
  type Keuzegroep,
  keurVelden,
  leesIngevuld,
  toonVelden,
  type Veld,
} from '../loket/velden.ts'
import { leesEigenaar } from '../loket/vorm.ts'
import { dagVan, isOverheid, organisatienaam } from '../loket/woorden.ts'

/** Named limit: so many lines stand open before somebody asks for one more. */
const EERSTE_REGELS = 2

const verslagvelden: readonly Veld[] = [
  {
    soort: 'tekst',
    naam: 'vraag',
    label: 'loket.verslag.vraag',
    hulp: 'bellen.notitie.hulp.vraag',
    hoogte: 2,
  },
  {
    ...{ soort: 'tekst', naam: 'antwoord', label: 'loket.verslag.antwoord' },
    ...{ hulp: 'bellen.notitie.hulp.antwoord', hoogte: 4 },
  },
  { soort: 'tekst', naam: 'afgesproken', label: 'loket.verslag.afgesproken', magLeeg: true, hoogte: 2 },
]

/** How many lines the form has: as it was sent, with one more when somebody asked for it. */
export function aantalRegels(form: URLSearchParams): number {
  const gevraagd = Number(form.get('regels') ?? EERSTE_REGELS) + (form.get('doe') === 'regel' ? 1 : 0)
  return Number.isInteger(gevraagd)
    ? Math.min(HOOGSTENS_ACTIES, Math.max(EERSTE_REGELS, gevraagd))
    : EERSTE_REGELS
}

function regelvelden(verzoek: Verzoek, n: number, inGesprek: readonly OrganisatieId[]): readonly Veld[] {
  return [
    {
      ...{ soort: 'lijst', naam: `wie-${n}`, label: 'bellen.notitie.wie', magLeeg: 'soms' },
      groepen: wiekeuze(verzoek, inGesprek),
    },
    { soort: 'regel', naam: `wat-${n}`, label: 'bellen.notitie.wat', magLeeg: 'soms' },
    { soort: 'dag', naam: `dag-${n}`, label: 'bellen.notitie.dag', magLeeg: 'soms', werkdag: true },
  ]
}

/** The resident, who was in the call, and any other body of government. */
function wiekeuze(verzoek: Verzoek, inGesprek: readonly OrganisatieId[]): readonly Keuzegroep[] {
  const { t } = verzoek.context.spraak
  const optie = (id: string) => ({ waarde: `o:${id}`, tekst: organisatienaam(verzoek, id).tekst })
  const anderen = [...verzoek.beeld.organisaties.values()]
    .filter(({ id, noem }) => noem === undefined && isOverheid(verzoek, id))
    .filter(({ id }) => !inGesprek.some((een) => een === id))
    .map(({ id }) => optie(id))
    .toSorted((a, b) => a.tekst.localeCompare(b.tekst, 'nl'))
  return [
    { opties: [{ waarde: 'inwoner', tekst: t('loket.wie.inwoner') }] },
    // Of a library or a bank nobody can be given a step in this way.
    {
      kop: t('bellen.notitie.in_gesprek'),
      opties: inGesprek.filter((id) => isOverheid(verzoek, id)).map(optie),
    },
    { kop: t('loket.kop.overheid'), opties: anderen },
  ]
}

export function toonNotitievelden(
  { context, ...verzoek }: Verzoek,
  {
    inGesprek,
    fouten,
    isNieuw,
  }: {
    readonly inGesprek: readonly OrganisatieId[]
    readonly fouten: readonly Veldfout[]
    readonly isNieuw: boolean
  },
): Html {
  const { t } = context.spraak
  const aantal = aantalRegels(verzoek.form)
  const beeld = { context, fouten, ...(!isNieuw && { ingevuld: leesIngevuld(verzoek.form) }) }
  return html`${toonVelden(beeld, verslagvelden)}
<section class="vd-stack" aria-labelledby="acties"><h2 id="acties">${t('loket.verslag.acties')}</h2>
<p class="vd-calm vd-small">${t('bellen.notitie.hulp.acties')}</p>
${Array.from({ length: aantal }, (_, i) => html`<fieldset class="vd-fieldset vd-notitieregel"><legend>${t('bellen.notitie.regel', { n: i + 1 })}</legend>${toonVelden(beeld, regelvelden({ context, ...verzoek }, i + 1, inGesprek))}</fieldset>`)}
<input type="hidden" name="regels" value="${aantal}">
${aantal < HOOGSTENS_ACTIES && html`<p><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="regel">${t('bellen.notitie.nog_een')}</button></p>`}</section>`
}

export type GelezenNotitie =
  | { readonly ok: true; readonly inhoud: Notitieinhoud }
  | { readonly ok: false; readonly fouten: readonly Veldfout[] }

export function leesNotitie(verzoek: Verzoek, inGesprek: readonly OrganisatieId[]): GelezenNotitie {
  const { context, form } = verzoek
  const in_ = leesIngevuld(form)
  const fouten = [...keurVelden(context, verslagvelden, in_), ...keurLengte(verzoek, in_)]
  const acties: Notitieactie[] = []
  for (let n = 1; n <= aantalRegels(form); n++) {
    const velden = regelvelden(verzoek, n, inGesprek)
    if (velden.every(({ naam }) => in_.tekst(naam) === '')) continue
    // Who begins a line says all three.
    const heel = velden.map(({ magLeeg: _, ...veld }) => veld as Veld)
    const actie = leesActie(in_, n)
    const teVroeg = actie !== undefined && actie.termijn < dagVan(verzoek.nu)
    const mis: readonly Veldfout[] = [
      ...keurVelden(context, heel, in_),
      ...(teVroeg ? [{ veld: `dag-${n}`, tekst: context.spraak.t('loket.weigering.termijn-voorbij') }] : []),
    ]
    fouten.push(...mis)
    if (actie !== undefined && mis.length === 0) acties.push(actie)
  }
  if (fouten.length > 0) return { ok: false, fouten }
  const afgesproken = in_.tekst('afgesproken')
  return {
    ok: true,
    inhoud: {
      ...{ vraag: in_.tekst('vraag'), antwoord: in_.tekst('antwoord'), acties },
      ...(afgesproken !== '' && { afgesproken }),
    },
  }
}

function keurLengte({ context }: Verzoek, in_: Ingevuld): readonly Veldfout[] {
  return verslagvelden.flatMap(({ naam }) =>
    in_.tekst(naam).length > HOOGSTENS_VERSLAG
      ? [{ veld: naam, tekst: context.spraak.t('loket.fout.lang', { n: HOOGSTENS_VERSLAG }) }]
      : [],
  )
}

function leesActie(in_: Ingevuld, n: number): Notitieactie | undefined {
  const wie = leesEigenaar(in_.tekst(`wie-${n}`))
  const termijn = in_.dag(`dag-${n}`)
  const wat = in_.tekst(`wat-${n}`)
  if (wie === undefined || termijn === undefined || wat === '' || wat.length > HOOGSTENS_ACTIE)
    return undefined
  return { wie, wat, termijn }
}
