import { documentsoorten, herkenningswijzen, ingangen } from '../../../loket/index.ts'
import type { Keuze } from '../../ui/formulier.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { woorden } from '../gebeurtenissen/woorden.ts'
import type { Veld } from './velden.ts'
import { aanspreekveld } from './vormen-regie.ts'

const wieSoorten = ['persoon', 'document', 'anoniem'] as const

/** Somebody found under a ground is offered only while that ground stands. */
export function wieKeuzes(verzoek: Verzoek): readonly (typeof wieSoorten)[number][] {
  const heeft = eisWerker(verzoek).werker.grond?.persoon !== undefined
  return wieSoorten.filter((een) => een !== 'persoon' || heeft)
}

export function keuzelijst({ context }: Verzoek, voor: string, waarden: readonly string[]): readonly Keuze[] {
  return waarden.map((waarde) => ({ waarde, tekst: context.spraak.t(`loket.${voor}.${waarde}`) }))
}

export function vraagvelden(): readonly Veld[] {
  return [
    { soort: 'tekst', naam: 'vraag', hulp: true, hoogte: 4 },
    { soort: 'tekst', naam: 'uitkomst', hulp: true, hoogte: 3 },
  ]
}

/** Who it is: of a document only the kind is kept, and the name as they say it. */
export function wievelden(verzoek: Verzoek): readonly Veld[] {
  const keuzes = wieKeuzes(verzoek)
  return [
    {
      soort: 'keuze',
      naam: 'wie',
      opties: keuzelijst(verzoek, 'wieis', keuzes),
      gekozen: keuzes[0] ?? 'anoniem',
    },
    ...(keuzes.includes('persoon')
      ? ([
          {
            soort: 'lijst',
            naam: 'herkend',
            label: 'loket.veld.herkend_persoon',
            magLeeg: 'soms',
            groepen: [{ opties: keuzelijst(verzoek, 'herkend', herkenningswijzen) }],
            gekozen: 'document',
          },
        ] as const)
      : []),
    {
      soort: 'lijst',
      naam: 'document',
      magLeeg: 'soms',
      hulp: true,
      groepen: [{ opties: keuzelijst(verzoek, 'document', documentsoorten) }],
    },
    { soort: 'regel', naam: 'naam', magLeeg: 'soms' },
    { soort: 'regel', naam: 'helper', magLeeg: true, hulp: true },
  ]
}

export function regievelden(verzoek: Verzoek): readonly Veld[] {
  return [
    {
      soort: 'lijst',
      naam: 'ingang',
      groepen: [{ opties: keuzelijst(verzoek, 'ingang', ingangen) }],
      gekozen: 'balie',
    },
    aanspreekveld({ verzoek }),
  ]
}

export function gebeurtenisveld({ beeld, context }: Verzoek): Veld {
  const opties = [...beeld.gebeurtenissen.values()].map(({ id, titel }) => ({
    waarde: id,
    tekst: woorden(context.spraak, titel).tekst,
  }))
  return {
    soort: 'lijst',
    naam: 'gebeurtenis',
    magLeeg: true,
    hulp: true,
    groepen: [{ opties: opties.toSorted((a, b) => a.tekst.localeCompare(b.tekst, context.taal)) }],
  }
}

/** From it the days of the steps are counted; without it each gets the same. */
export const gebeurtenisdag: Veld = { soort: 'dag', naam: 'gebeurtenisdag', magLeeg: true, hulp: true }

export const velden = (verzoek: Verzoek): readonly Veld[] => [
  ...vraagvelden(),
  ...wievelden(verzoek),
  ...regievelden(verzoek),
  gebeurtenisveld(verzoek),
  gebeurtenisdag,
]
