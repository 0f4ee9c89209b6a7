/** Forms about steps: plan one, change it, ask again, answer for one's own. */
import { kanMetStap, type Opdracht, type Staphandeling } from '../../../loket/index.ts'
import type { Ketenscherm } from './scherm.ts'
import type { Ingevuld, Veld } from './velden.ts'
import {
  doe,
  eigenaarkeuze,
  eigenaarwaarde,
  type Gedaan,
  isOpen,
  keuzesVan,
  kiesUit,
  leesEigenaar,
  openStappen,
  reden,
  type Vorm,
  vindStap,
  w,
  werkdagOver,
} from './vorm.ts'
import { staptitel } from './woorden.ts'

/** Named limit: a term that nobody changed is four weeks. */
const TERMIJN_DAGEN = 28

const antwoorden = ['aanvaard-stap', 'begin-stap', 'rond-stap-af', 'weiger-stap'] as const

/** Whether it can be done with this step as it stands. */
function kanNu(scherm: Ketenscherm, over: string, handeling: Staphandeling): boolean {
  const stap = vindStap(scherm, over)
  return (
    stap !== undefined && kanMetStap(handeling, { stand: stap.stand, isGemeld: stap.regieMeldt === true })
  )
}

/** Of whom the owner of the case writes down what they say. */
const isGemeld = (scherm: Ketenscherm, over: string) => vindStap(scherm, over)?.regieMeldt === true

/** The fields of an answer; also on the one page of an outside party. */
export function antwoordvelden(scherm: Ketenscherm, stap: string): readonly Veld[] {
  const kan = antwoorden.filter((een) => kanNu(scherm, stap, een))
  const woorden = isGemeld(scherm, stap) ? 'antwoord_namens' : 'antwoord'
  return [
    { soort: 'keuze', naam: 'antwoord', opties: keuzesVan(scherm, woorden, kan) },
    { soort: 'tekst', naam: 'noot', hulp: true, magLeeg: true },
  ]
}

/** A refusal says why. What is said beside a yes is kept as a note, which its writer sees as well. */
export function maakAntwoord(
  in_: Ingevuld,
  { verzoek }: Pick<Ketenscherm, 'verzoek'>,
  stap: string,
): ReturnType<Vorm['maak']> {
  const soort = kiesUit(antwoorden, in_.tekst('antwoord')) ?? 'aanvaard-stap'
  const noot = in_.tekst('noot')
  if (soort === 'weiger-stap')
    return noot === ''
      ? { veld: 'noot', tekst: verzoek.context.spraak.t('loket.fout.weigeren') }
      : doe({ soort, stap, reden: w(noot) })
  if (soort === 'rond-stap-af') return doe({ soort, stap, ...(noot !== '' && { uitkomst: w(noot) }) })
  return {
    opdracht: { soort, stap },
    ...(noot !== '' && { daarna: { soort: 'voeg-toe', wat: 'notitie', tekst: w(noot) } }),
  }
}

/** With who is no government something is shared on the yes of the resident, and on nothing else. */
function zonderToestemming(in_: Ingevuld, { verzoek }: Ketenscherm) {
  const isPartij = in_.tekst('eigenaar').startsWith('p:')
  return isPartij && in_.tekst('toestemming') !== 'ja'
    ? { veld: 'toestemming', tekst: verzoek.context.spraak.t('loket.fout.toestemming') }
    : undefined
}

/** The yes that somebody ticked, and no other. */
const jaVan = (in_: Ingevuld) => in_.tekst('toestemming') === 'ja' && ({ grond: 'toestemming' } as const)

const toestemming: Veld = { soort: 'vink', naam: 'toestemming', hulp: true, magLeeg: true }

export const stapvormen = {
  'stap-erbij': {
    kan: ['plan-stappen'],
    velden: (scherm) => [
      { soort: 'regel', naam: 'titel' },
      { soort: 'lijst', naam: 'eigenaar', groepen: eigenaarkeuze(scherm) },
      { soort: 'dag', naam: 'termijn', werkdag: true, waarde: werkdagOver(scherm, TERMIJN_DAGEN) },
      { soort: 'tekst', naam: 'nodig', hoogte: 2, magLeeg: true },
      { soort: 'vinkjes', naam: 'wachtOp', opties: openStappen(scherm) },
      {
        soort: 'vinkjes',
        naam: 'mee',
        hulp: true,
        opties: keuzesVan(scherm, 'onderdeel', meeTeGeven(scherm)),
      },
      toestemming,
    ],
    maak: (in_, scherm): ReturnType<Vorm['maak']> => {
      const eigenaar = leesEigenaar(in_.tekst('eigenaar'))
      const termijn = in_.dag('termijn')
      const fout = zonderToestemming(in_, scherm)
      if (fout !== undefined) return fout
      if (eigenaar === undefined || termijn === undefined) return { veld: 'eigenaar', tekst: '' }
      const nodig = in_.tekst('nodig')
      const mee = in_.alle('mee').filter((id) => meeTeGeven(scherm).includes(id))
      return doe({
        soort: 'plan-stappen',
        stappen: [
          {
            stap: in_.tekst('nieuw') || scherm.loket.nieuwId(),
            titel: { soort: 'vrij', tekst: w(in_.tekst('titel')) },
            eigenaar,
            termijn,
            wachtOp: in_.alle('wachtOp'),
            ...(nodig !== '' && { nodig: w(nodig) }),
            ...(mee.length > 0 && { mee }),
            ...jaVan(in_),
          },
        ],
      })
    },
  },
  stap: {
    kan: ['wijzig-stap'],
    // Only what became other words is written.
    leestWoorden: true,
    bestaat: isOpen,
    velden: (scherm, over) => {
      const stap = vindStap(scherm, over)
      return [
        { soort: 'regel', naam: 'titel', waarde: titelVan(scherm, over) },
        {
          soort: 'lijst',
          naam: 'eigenaar',
          groepen: eigenaarkeuze(scherm),
          gekozen: stap && eigenaarwaarde(stap.eigenaar),
        },
        { soort: 'dag', naam: 'termijn', werkdag: true, ...(stap && { waarde: stap.termijn }) },
        {
          soort: 'tekst',
          naam: 'nodig',
          hoogte: 2,
          magLeeg: true,
          ...(stap?.nodig && { waarde: stap.nodig }),
        },
        {
          soort: 'vinkjes',
          naam: 'wachtOp',
          opties: openStappen(scherm, over),
          gekozen: stap?.wachtOp ?? [],
        },
        toestemming,
      ]
    },
    maak: (in_, scherm, over) => {
      const stap = vindStap(scherm, over)
      const eigenaar = leesEigenaar(in_.tekst('eigenaar'))
      const termijn = in_.dag('termijn')
      const isAnder =
        eigenaar !== undefined && stap && eigenaarwaarde(stap.eigenaar) !== eigenaarwaarde(eigenaar)
      const fout = isAnder ? zonderToestemming(in_, scherm) : undefined
      if (fout !== undefined) return fout
      const nodig = in_.tekst('nodig')
      const titel = in_.tekst('titel')
      // What it waited for and is done already stands in no list, and stays.
      const lijst = new Set(openStappen(scherm, over).map(({ waarde }) => waarde))
      const blijft = (stap?.wachtOp ?? []).filter((id) => !lijst.has(id))
      return doe({
        soort: 'wijzig-stap',
        stap: over,
        // A title of a template says itself in every language, for as long as nobody wrote another.
        ...(titel !== titelVan(scherm, over) && { titel: { soort: 'vrij', tekst: w(titel) } }),
        ...(isAnder && { eigenaar, ...jaVan(in_) }),
        ...(termijn !== undefined && termijn !== stap?.termijn && { termijn }),
        ...(nodig !== '' && nodig !== stap?.nodig && { nodig: w(nodig) }),
        wachtOp: [...blijft, ...in_.alle('wachtOp').filter((id) => lijst.has(id))],
      })
    },
  },
  opnieuw: {
    kan: ['vraag-opnieuw'],
    bestaat: (scherm, over) => kanNu(scherm, over, 'vraag-opnieuw'),
    velden: (scherm, over) => {
      const stap = vindStap(scherm, over)
      return [
        {
          soort: 'lijst',
          naam: 'eigenaar',
          groepen: eigenaarkeuze(scherm),
          gekozen: stap && eigenaarwaarde(stap.eigenaar),
        },
        { soort: 'dag', naam: 'termijn', werkdag: true, waarde: werkdagOver(scherm, TERMIJN_DAGEN) },
        toestemming,
      ]
    },
    maak: (in_, scherm, over) => {
      const termijn = in_.dag('termijn')
      const eigenaar = leesEigenaar(in_.tekst('eigenaar'))
      const fout = zonderToestemming(in_, scherm)
      if (fout !== undefined) return fout
      if (termijn === undefined || eigenaar === undefined) return { veld: 'termijn', tekst: '' }
      return doe({ soort: 'vraag-opnieuw', stap: over, termijn, eigenaar, ...jaVan(in_) })
    },
  },
  antwoord: {
    kan: ['aanvaard-stap'],
    bestaat: (scherm, over) => isOpen(scherm, over) && !isGemeld(scherm, over),
    velden: antwoordvelden,
    maak: maakAntwoord,
  },
  /** What an organisation or a party said that does not say it here: by the owner of the case. */
  'antwoord-namens': {
    kan: ['aanvaard-stap'],
    bestaat: (scherm, over) => isGemeld(scherm, over) && antwoorden.some((een) => kanNu(scherm, over, een)),
    velden: antwoordvelden,
    maak: maakAntwoord,
  },
  vervalt: {
    kan: ['laat-stap-vervallen'],
    bestaat: (scherm, over) => kanNu(scherm, over, 'laat-stap-vervallen'),
    isEinde: true,
    velden: () => [reden],
    maak: (in_, _scherm, over): Gedaan =>
      doe({ soort: 'laat-stap-vervallen', stap: over, reden: w(in_.tekst('reden')) }),
  },
  /** A step of the resident that they did. */
  gedaan: {
    kan: ['rond-stap-af'],
    bestaat: (scherm, over) => isOpen(scherm, over) && vindStap(scherm, over)?.eigenaar.soort === 'inwoner',
    velden: () => [{ soort: 'tekst', naam: 'noot', label: 'loket.veld.vertel', magLeeg: true }],
    maak: (in_, scherm, over) =>
      maakAntwoord(
        { ...in_, tekst: (naam) => (naam === 'antwoord' ? 'rond-stap-af' : in_.tekst(naam)) },
        scherm,
        over,
      ),
  },
} as const satisfies Readonly<Record<string, Vorm>>

function titelVan(scherm: Ketenscherm, over: string): string {
  const stap = vindStap(scherm, over)
  return stap === undefined ? '' : staptitel(scherm, stap).tekst
}

/** What goes along with a step from the beginning, when the professional says so. */
function meeTeGeven({ beeld }: Ketenscherm): readonly string[] {
  const { betrokkene, onderdelen } = beeld.zicht
  return [
    ...(betrokkene !== undefined && betrokkene.soort !== 'anoniem' ? ['betrokkene'] : []),
    ...['vraag', 'uitkomst'].filter((id) => onderdelen.some((een) => een.id === id)),
  ]
}

export type Stapopdracht = Extract<Opdracht, { stap: string }>
