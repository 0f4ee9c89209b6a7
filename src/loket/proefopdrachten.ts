/** For tests and proofs: a command that somebody might give, sensible or not, chosen by a number between 0 and 1. */
import { plusDagen } from '../kalender/index.ts'
import { opschaalfuncties, opschaalredenen } from './begrippen.ts'
import type { Doener } from './bouw.ts'
import type { Ketenzaak } from './ketenzaak.ts'
import type { Opdracht } from './opdracht.ts'
import {
  bank,
  duo,
  gemeente,
  ik,
  inwoner,
  medewerker,
  stapje,
  svb,
  uwv,
  vandaagOp,
  woord,
} from './proefketen.ts'
import { kan } from './rechten.ts'
import type { Tekstverwijzing } from './woorden.ts'

export interface Gooi {
  /** From 0 up to and without `tot`. */
  readonly getal: (tot: number) => number
}

/** The same numbers for the same seed (mulberry32), so that a history can be played again. */
export function gooien(seed: number): Gooi['getal'] {
  let x = seed >>> 0
  return (tot) => {
    x = (x + 0x6d2b79f5) >>> 0
    let y = Math.imul(x ^ (x >>> 15), x | 1)
    y ^= y + Math.imul(y ^ (y >>> 7), y | 61)
    return Math.floor((((y ^ (y >>> 14)) >>> 0) / 2 ** 32) * tot)
  }
}

const kies = <X>({ getal }: Gooi, uit: readonly X[]): X => {
  const gekozen = uit[getal(uit.length)]
  if (gekozen === undefined) throw new Error('niets om uit te kiezen')
  return gekozen
}

/** Whoever; more often than not somebody who may, or nothing would ever happen. */
export function iemand(gooi: Gooi, stand: Ketenzaak, { soort }: Opdracht<unknown>, nu: Date): Doener {
  const partijen = [...stand.deelnemers.values()]
    .filter(({ wie }) => wie.soort === 'partij')
    .map(({ id }) => id)
  const allen: readonly Doener[] = [
    inwoner,
    { soort: 'klok' },
    ...[...partijen, 'niemand'].map((deelnemer) => ({ soort: 'genodigde', deelnemer }) as const),
    ...[gemeente, svb, duo, uwv].flatMap((een) => [medewerker(een), medewerker(een, opschaalfuncties)]),
    medewerker(bank),
  ]
  // Nobody is told that they may; whoever has a code tries it.
  if (soort === 'gebruik-uitnodiging')
    return { soort: 'genodigde', deelnemer: kies(gooi, [...partijen, 'niemand']) }
  const magHet = gooi.getal(5) === 0 ? [] : allen.filter((wie) => kan(stand, wie, nu).includes(soort))
  return kies(gooi, magHet.length === 0 ? allen : magHet)
}

/** Every kind of command comes, about things that are there and about things that are not. */
export function ietsTeDoen(gooi: Gooi, stand: Ketenzaak, nu: Date, keer: number): Opdracht<Tekstverwijzing> {
  const van = (ids: Iterable<string>) => {
    const alle = [...ids]
    return alle.length === 0 || gooi.getal(12) === 0 ? 'er-niet' : kies(gooi, alle.slice(-6))
  }
  const stap = () => van(stand.stappen.keys())
  const deelnemer = () => van(stand.deelnemers.keys())
  const onderdeel = () => van(stand.onderdelen.keys())
  const tekst = (wat: string) => woord(`${wat}-${keer}`)
  const organisatie = () => kies(gooi, [gemeente, svb, duo, uwv, bank])
  const tot = () => new Date(nu.getTime() + (gooi.getal(16) - 1) * 86_400_000)
  const termijn = () => plusDagen(vandaagOp(nu), gooi.getal(8) === 0 ? gooi.getal(800) : gooi.getal(30) - 2)
  const eigenaar = () =>
    kies(gooi, [
      { soort: 'organisatie', organisatie: organisatie() },
      { soort: 'partij', deelnemer: deelnemer() },
      { soort: 'inwoner' },
    ] as const)
  const reden = tekst('reden')
  const namens = () => (gooi.getal(2) === 0 ? {} : ({ namens: 'balie' } as const))
  const codehash = `code-${keer}`
  const maak: readonly (() => Opdracht<Tekstverwijzing>)[] = [
    () => ({ soort: 'wijzig-uitkomst', uitkomst: tekst('uitkomst') }),
    ...Array.from({ length: 4 }, (_, nr) => () => {
      const wie = eigenaar()
      const plan = stapje(`s-${keer}-${nr}`, {
        eigenaar: wie,
        termijn: termijn(),
        wachtOp: gooi.getal(2) === 0 ? [] : [stap()],
        ...(wie.soort === 'partij' && gooi.getal(4) > 0 && { grond: 'toestemming' as const }),
        ...(gooi.getal(3) === 0 && { mee: [onderdeel()] }),
      })
      return { soort: 'plan-stappen', stappen: [plan] } as const
    }),
    () => ({ soort: 'wijzig-stap', stap: stap(), wachtOp: [stap(), stap()] }),
    () => ({ soort: 'wijzig-stap', stap: stap(), termijn: termijn() }),
    () => ({ soort: 'wijzig-stap', stap: stap(), eigenaar: eigenaar() }),
    () => ({ soort: 'vraag-opnieuw', stap: stap(), termijn: termijn() }),
    () => ({ soort: 'aanvaard-stap', stap: stap() }),
    () => ({ soort: 'weiger-stap', stap: stap(), reden }),
    () => ({ soort: 'begin-stap', stap: stap() }),
    () => ({ soort: 'rond-stap-af', stap: stap(), uitkomst: tekst('klaar') }),
    () => ({ soort: 'laat-stap-vervallen', stap: stap(), reden }),
    () => ({
      soort: 'voeg-organisatie-toe',
      organisatie: organisatie(),
      rol: 'adviseur',
      doel: 'meedenken',
      reden,
    }),
    () => ({ soort: 'neem-verzoek-aan', verzoek: van(stand.verzoeken.keys()) }),
    () => ({ soort: 'geef-verzoek-terug', verzoek: van(stand.verzoeken.keys()), reden }),
    () => ({ soort: 'handel-teruggave-af', verzoek: van(stand.verzoeken.keys()), uitkomst: reden }),
    () => ({ soort: 'haal-deelnemer-weg', deelnemer: deelnemer() }),
    () => ({
      soort: 'nodig-uit',
      partij: 'bank',
      naam: tekst('naam'),
      doel: 'stap-uitvoeren',
      codehash,
      tot: tot(),
      ...(gooi.getal(2) === 0 && { bedrijf: ik }),
    }),
    () => ({ soort: 'nodig-opnieuw-uit', deelnemer: deelnemer(), codehash, tot: tot() }),
    () => ({
      soort: 'gebruik-uitnodiging',
      codehash: van([...stand.uitnodigingen.values()].map((een) => een.codehash)),
      ondertekenaar: tekst('ondertekenaar'),
      geheimhouding: gooi.getal(5) === 0 ? '' : 'v1',
      toegang: { hash: 's', ...(gooi.getal(2) === 0 && { bedrijf: ik }) },
    }),
    ...Array.from({ length: 3 }, () => () => ({
      ...({ soort: 'deel', onderdeel: onderdeel(), deelnemer: deelnemer(), tot: tot() } as const),
      ...(kies(gooi, [true, false]) && ({ isNieuwJa: true } as const)),
      ...kies(gooi, [
        { doel: 'meedenken', grond: 'taak' },
        { doel: 'stap-uitvoeren', grond: 'toestemming' },
      ] as const),
    })),
    () => ({ soort: 'stop-deling', deling: van(stand.delingen.keys()) }),
    () => ({ soort: 'maak-bezwaar', deling: van(stand.delingen.keys()), reden, ...namens() }),
    () => ({
      soort: 'beoordeel-bezwaar',
      deling: van(
        [...stand.delingen.values()].flatMap(({ id, stand: hoe }) => (hoe === 'bezwaar' ? [id] : [])),
      ),
      uitkomst: kies(gooi, ['gestopt', 'blijft'] as const),
      reden,
    }),
    () => ({
      soort: 'voeg-toe',
      wat: kies(gooi, ['notitie', 'document', 'contactmoment', 'bericht'] as const),
      tekst: tekst('stuk'),
    }),
    () => ({ soort: 'voeg-werknotitie-toe', tekst: tekst('werknotitie'), waarom: 'overleg', tot: tot() }),
    () => ({ soort: 'vraag-notities-op', reden }),
    () => ({ soort: 'toon-werknotitie', onderdeel: onderdeel() }),
    () => ({ soort: 'wis-woorden', onderdeel: onderdeel(), waarom: 'verzoek' }),
    () => ({ soort: 'bied-overdracht-aan', aan: organisatie(), reden, tot: tot() }),
    () => ({
      soort: 'aanvaard-overdracht',
      overdracht: van(stand.overdrachten.keys()),
      aanspreekpunt: tekst('punt'),
    }),
    () => ({ soort: 'weiger-overdracht', overdracht: van(stand.overdrachten.keys()), reden }),
    () => ({ soort: 'trek-overdracht-in', overdracht: van(stand.overdrachten.keys()) }),
    () => ({ soort: 'neem-over', aanspreekpunt: tekst('punt'), reden }),
    () => ({ soort: 'schaal-op', aanleiding: kies(gooi, opschaalredenen), reden }),
    () => ({
      soort: 'behandel-opschaling',
      opschaling: van(stand.opschalingen.keys()),
      uitkomst: tekst('gedaan'),
    }),
    () => ({
      soort: 'breek-door',
      opschaling: van(stand.opschalingen.keys()),
      besluit: tekst('besluit'),
      ...(gooi.getal(2) === 0 && { neemtRegie: { aanspreekpunt: tekst('punt') } }),
      termijnen: gooi.getal(2) === 0 ? [] : [{ stap: stap(), termijn: termijn() }],
    }),
    () => ({
      soort: 'stuur-door',
      naar: organisatie(),
      reden,
      melding: tekst('melding'),
      hoe: 'print',
      tot: tot(),
    }),
    () => ({ soort: 'meld-niet-opgelost', reden }),
    () => ({ soort: 'vraag-sluiting', uitleg: reden }),
    // Seldom, or no history would be long.
    () =>
      gooi.getal(4) > 0
        ? { soort: 'klok' }
        : kies<Opdracht<Tekstverwijzing>>(gooi, [
            { soort: 'sluit-met-ja', hoe: kies(gooi, ['ingelogd', 'balie'] as const), uitleg: reden },
            { soort: 'sluit-met-reden', om: 'niet-haalbaar', uitleg: reden },
          ]),
    ...Array.from({ length: 4 }, () => () => ({ soort: 'betwist-sluiting', reden, ...namens() }) as const),
    () => ({ soort: 'beeindig-toegang' }),
    () => ({ soort: 'beantwoord-navraag', opgelost: 'deels', keerVerteld: gooi.getal(60) }),
    () => ({ soort: 'klok' }),
  ]
  return kies(gooi, maak)()
}
