import { type Datum, plusDagen, plusJaren, plusMaanden } from './datum.ts'
import { isVrijeDag } from './feestdagen.ts'

/** The length of a legal term, in the unit of the law itself: four weeks is not a month. */
export interface Termijn {
  readonly aantal: number
  readonly eenheid: 'dagen' | 'werkdagen' | 'weken' | 'maanden' | 'jaren'
}

export interface Termijneinde {
  /** The last day on which it can still be done. */
  readonly laatsteDag: Datum
  /** The last day without the Algemene termijnenwet, when that is another day. */
  readonly zonderVerlenging: Datum | undefined
}

/**
 * The end of a term that begins on the day after `dagVan` (the day of notification, of receipt, of birth).
 * `verlengt: false` for terms that the Algemene termijnenwet leaves alone although they are short:
 * those of a penalty payment (Awb 4:17), for instance, and terms that are counted backwards (art. 4 sub c).
 *
 * Six weeks after Friday 20 March 2026 would end on Friday 1 May. Six weeks after Tuesday
 * 24 March would end on Tuesday 5 May, Liberation Day, and so ends on Wednesday 6 May.
 */
export function termijneinde(dagVan: Datum, termijn: Termijn, { verlengt = true } = {}): Termijneinde {
  const gerekend = plusTermijn(dagVan, termijn)
  const laatsteDag = verlengt && geldtTermijnenwet(termijn) ? verleng(dagVan, gerekend, termijn) : gerekend
  return { laatsteDag, zonderVerlenging: laatsteDag === gerekend ? undefined : gerekend }
}

/**
 * The day that lies so long before another. Art. 4 sub c: a term counted backwards is never lengthened,
 * so that four weeks before Monday 4 May is Monday 6 April, Easter Monday or not.
 */
export function dagVoor(dag: Datum, { aantal, eenheid }: Termijn): Datum {
  if (eenheid === 'werkdagen') return minWerkdagen(dag, aantal)
  return plusTermijn(dag, { aantal: -aantal, eenheid })
}

/** The first day on which so much time has passed since another; also never lengthened. */
export function dagNa(dag: Datum, termijn: Termijn): Datum {
  return plusTermijn(dag, termijn)
}

/** The first day from this one on that is no Saturday, Sunday or holiday. */
export function eersteWerkdagVanaf(dag: Datum): Datum {
  let werkdag = dag
  while (isVrijeDag(werkdag)) werkdag = plusDagen(werkdag, 1)
  return werkdag
}

export function plusWerkdagen(dag: Datum, aantal: number): Datum {
  let bereikt = dag
  for (let over = aantal; over > 0; over--) bereikt = eersteWerkdagVanaf(plusDagen(bereikt, 1))
  return bereikt
}

/** Working days after `van` up to and including `totEnMet`. */
export function werkdagenTussen(van: Datum, totEnMet: Datum): number {
  let aantal = 0
  for (let dag = plusDagen(van, 1); dag <= totEnMet; dag = plusDagen(dag, 1)) if (!isVrijeDag(dag)) aantal++
  return aantal
}

function minWerkdagen(dag: Datum, aantal: number): Datum {
  let bereikt = dag
  for (let over = aantal; over > 0; over--) {
    do bereikt = plusDagen(bereikt, -1)
    while (isVrijeDag(bereikt))
  }
  return bereikt
}

function plusTermijn(dag: Datum, { aantal, eenheid }: Termijn): Datum {
  switch (eenheid) {
    case 'dagen':
      return plusDagen(dag, aantal)
    case 'werkdagen':
      return plusWerkdagen(dag, aantal)
    case 'weken':
      return plusDagen(dag, aantal * 7)
    case 'maanden':
      return plusMaanden(dag, aantal)
    case 'jaren':
      return plusJaren(dag, aantal)
  }
}

/** Art. 4: not for terms of more than 90 days, 12 weeks or 3 months, nor for one or more years. */
function geldtTermijnenwet({ aantal, eenheid }: Termijn): boolean {
  switch (eenheid) {
    case 'werkdagen':
      return false
    case 'dagen':
      return aantal <= 90
    case 'weken':
      return aantal <= 12
    case 'maanden':
      return aantal <= 3
    case 'jaren':
      return false
  }
}

/**
 * Art. 1: an end on Saturday, Sunday or a holiday moves to the next day that is none of these.
 * Art. 2: a term of at least three days holds at least two days that are none of these, and is lengthened for it.
 */
function verleng(dagVan: Datum, gerekend: Datum, { aantal, eenheid }: Termijn): Datum {
  const heeftMinimum = eenheid !== 'dagen' || aantal >= 3
  let einde = gerekend
  while (heeftMinimum && werkdagenTussen(dagVan, einde) < 2) einde = plusDagen(einde, 1)
  return eersteWerkdagVanaf(einde)
}
