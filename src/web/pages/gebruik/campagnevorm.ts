/** The form of a plan as words, and back: what somebody typed stays as they typed it. */
import { type Campagneplan, campagnekanalen, eenheden } from '../../../proactief/index.ts'

export const planvelden = [
  'regeling',
  'gemeente',
  'kanaal',
  'eenheid',
  'perEenheid',
  'lagen',
  'controle',
  'zaad',
  'zonder',
  'stijging',
  'grond',
] as const
export type Planveld = (typeof planvelden)[number]
export type Planvorm = Readonly<Record<Planveld, string>>

/** Named limit: letters of one field. */
const HOOGSTENS = 2_000

export const LEGE_VORM: Planvorm = {
  regeling: '',
  gemeente: '',
  kanaal: 'brief',
  eenheid: 'buurt',
  perEenheid: '50',
  lagen: '',
  controle: '50',
  zaad: '1',
  zonder: '5',
  stijging: '2',
  grond: '',
}

export function leesVorm(form: URLSearchParams): Planvorm {
  const rij = planvelden.map((veld) => [veld, (form.get(veld) ?? '').slice(0, HOOGSTENS)])
  return Object.fromEntries(rij) as Planvorm // a word for each field, above
}

/** A plan as it is typed: what was planned, to change it. */
export function vormVan({ lagen, verwacht, controledeel, ...plan }: Campagneplan): Planvorm {
  const inHonderd = (deel: number) => String(Math.round(deel * 1_000_000) / 10_000).replace('.', ',')
  return {
    ...{ regeling: plan.regeling, gemeente: plan.gemeente, kanaal: plan.kanaal, eenheid: plan.eenheid },
    ...{
      perEenheid: String(plan.perEenheid).replace('.', ','),
      zaad: String(plan.zaad),
      grond: plan.grond ?? '',
    },
    lagen: lagen.map(({ naam, omvang }) => `${naam}; ${omvang}`).join('\n'),
    controle: inHonderd(controledeel),
    ...{ zonder: inHonderd(verwacht.zonder), stijging: inHonderd(verwacht.stijging) },
  }
}

/** A number that is none becomes NaN: the rules of a plan refuse it. */
export function planVan(vorm: Planvorm): Campagneplan {
  return {
    regeling: vorm.regeling,
    gemeente: vorm.gemeente,
    kanaal: campagnekanalen.find((k) => k === vorm.kanaal) ?? 'brief',
    eenheid: eenheden.find((e) => e === vorm.eenheid) ?? 'buurt',
    perEenheid: vorm.eenheid === 'huishouden' ? 1 : getal(vorm.perEenheid),
    lagen: lagenVan(vorm.lagen),
    controledeel: getal(vorm.controle) / 100,
    zaad: /^\d{1,9}$/.test(vorm.zaad.trim()) ? Number(vorm.zaad) : 1,
    grond: vorm.grond || undefined,
    verwacht: { zonder: getal(vorm.zonder) / 100, stijging: getal(vorm.stijging) / 100 },
  }
}

function getal(tekst: string): number {
  const schoon = tekst.trim().replace(',', '.')
  return /^\d{1,9}(\.\d{1,4})?$/.test(schoon) ? Number(schoon) : Number.NaN
}

/** A line each: a name, and after the last `;`, `:` or space how many. */
function lagenVan(tekst: string): Campagneplan['lagen'] {
  return tekst
    .split(/\r?\n/)
    .map((regel) => regel.trim())
    .filter((regel) => regel !== '')
    .map((regel) => {
      const [, naam = '', aantal = ''] = /^(.*?)[;:\s]+(\d+)$/.exec(regel) ?? []
      return {
        naam: (naam || regel).trim().slice(0, 60),
        omvang: aantal === '' ? Number.NaN : Number(aantal),
      }
    })
}
