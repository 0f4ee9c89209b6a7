/** Which data somebody's rights were worked out with, in words, with whose they are and where they are put right. */
import { type Gegevensoort, gegevensoorten } from '../../../inwoner/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { type Antwoorden, antwoordenUit, segmenten, vraagstelling, waardeOp } from '../../../rechten/index.ts'
import type { Spraak } from '../../ui/spraak.ts'
import { type Beeld, maakBeeld, type RechtenBronnen } from '../rechten/beeld.ts'
import { naamMetWie } from '../rechten/vraagtekst.ts'
import { antwoordtekst } from '../rechten/waarde.ts'

/** What a register knows of each list and fact; what stands not here, only people themselves know. */
const uitRegister: Readonly<Record<string, Gegevensoort>> = {
  'aanvrager.geboortedatum': 'geboortedatum',
  'aanvrager.toetsingsinkomen': 'toetsingsinkomen',
  'aanvrager.vermogen': 'vermogen',
  'aanvrager.netto_maandinkomen': 'maandinkomen',
  'woning.gemeente': 'adres',
  'woning.*': 'adres',
  partner: 'partner',
  kinderen: 'kinderen',
  medebewoners: 'medebewoners',
}

export interface Gebruiktfeit {
  /** `kinderen.*`, `aanvrager.toetsingsinkomen`. */
  readonly naam: string
  readonly tekst: string
  /** Absent: they said it themselves. */
  readonly register: { readonly soort: Gegevensoort; readonly bron: 'brp' | 'inkomen' } | undefined
}

/** Of facts that said something else than before; of a list once, however many of its facts changed. */
export function gebruikteFeiten(
  spraak: Spraak,
  beeld: Pick<Beeld, 'corpus'>,
  namen: readonly string[],
  /** Registers that they let us ask. */
  bronnen: ReadonlySet<string>,
): readonly Gebruiktfeit[] {
  const uit = new Map<string, Gebruiktfeit>()
  // Childcare stands under each child, and is named along with a list that changed.
  const isLijst = namen.includes('kinderen.*')
  for (const naam of namen.filter((een) => !(isLijst && een === 'opvang.*'))) {
    const [groep = '', feit = '*'] = naam.split('.')
    const soort = uitRegister[naam] ?? uitRegister[groep]
    const bron = soort && gegevensoorten[soort].bron
    const register =
      soort !== undefined && bron !== undefined && bronnen.has(bron) ? { soort, bron } : undefined
    const tekst = feitnaam(spraak, beeld, groep, feit)
    // Of people a register knows the list as a whole: one line, and one way to have it put right.
    const sleutel = register === undefined ? tekst : register.soort
    if (!uit.has(sleutel)) uit.set(sleutel, { naam, tekst, register })
  }
  return [...uit.values()]
}

function feitnaam(spraak: Spraak, { corpus }: Pick<Beeld, 'corpus'>, groep: string, feit: string): string {
  const pad = `/huishouden/${groep}${['kinderen', 'medebewoners'].includes(groep) ? '/0' : ''}/${feit}`
  const vraag = feit === '*' || groep in uitRegister ? undefined : vraagstelling(corpus, pad)
  const tekst = vraag?.feit?.teksten[spraak.taal] ?? vraag?.feit?.teksten.nl
  const naam = tekst?.naam ?? spraak.t(`veranderingen.gegeven.${groep}`)
  return naam.charAt(0).toUpperCase() + naam.slice(1)
}

/** Somebody's own view of a household that was kept; `undefined`: our vocabulary does not know it any more. */
export function beeldVan(
  bronnen: RechtenBronnen,
  huishouden: Readonly<Record<string, unknown>>,
  spraak: Spraak,
): { readonly beeld: Beeld; readonly antwoorden: Antwoorden } | undefined {
  const antwoorden = antwoordenUit(huishouden)
  const beeld = maakBeeld(bronnen, antwoorden, spraak.taal)
  return beeld && { beeld, antwoorden }
}

/** «Kale huur: € 700», one for each answer. */
export function antwoordregels(
  spraak: Spraak,
  beeld: Beeld,
): readonly { readonly naam: string; readonly waarde: string }[] {
  const { antwoorden } = beeld
  return antwoorden.volgorde.flatMap((pad) => {
    const vraag = segmenten(pad).length > 0 ? vraagstelling(beeld.corpus, pad) : undefined
    if (vraag === undefined) return []
    const waarde = antwoorden.onbekend.includes(pad)
      ? spraak.t('rechten.antwoorden.weet_niet')
      : antwoordtekst(spraak, beeld, vraag, waardeOp(antwoorden, pad))
    return [{ naam: naamMetWie(spraak, antwoorden, vraag), waarde }]
  })
}

export function antwoordlijst(spraak: Spraak, beeld: Beeld): Html {
  return html`<dl class="vd-answers">${antwoordregels(spraak, beeld).map(({ naam, waarde }) => html`<div class="vd-answer"><dt>${naam}</dt><dd>${waarde}</dd></div>`)}</dl>`
}
