import { magOnderdeelLezen, type Onderdeellezer } from '../toegang/index.ts'
import { type Dader, vasteOnderdelen } from './begrippen.ts'
import { isDicht, type Ketenzaak, type Onderdeel, type Stap } from './ketenzaak.ts'
import { NOG_NIEMAND } from './ongenomen.ts'
import { hoedanigheden, kan, meldtRegie } from './rechten.ts'
import type { Tekstverwijzing } from './woorden.ts'
import type { Kijker, Zicht, ZichtbaarOnderdeel, ZichtbareStap, Zichtdader, Zichtrol } from './zicht-vorm.ts'

type T = Tekstverwijzing

/**
 * What one reader sees of a case: what is not shared is not in it. `undefined`: nothing at all, as of a case that does not
 * exist. Every item passes `magOnderdeelLezen`, and no other code decides who reads one.
 */
export function zicht(stand: Ketenzaak, kijker: Kijker, nu: Date): Zicht<T> | undefined {
  const wie = lezerVan(stand, kijker, nu)
  if (wie === undefined) return undefined
  const { als, deelnemer, lezer } = wie
  const delingen = [...stand.delingen.values()]
  // Of others' shares it is not even asked.
  const feiten = delingen.flatMap((een) =>
    een.deelnemer === deelnemer ? [{ ...een, geldt: een.stand === 'geldt' }] : [],
  )
  const mag = (id: string) => {
    const is = stand.onderdelen.get(id)
    return is !== undefined && magOnderdeelLezen(lezer, { id, isDicht: isDicht(is, nu) }, feiten, nu).mag
  }
  const heeftAlles = als === 'inwoner' || als === 'regie'
  const { organisatie, aanspreekpunt, medewerker } = stand.regie
  const vanHen = delingen.filter((een) => heeftAlles || een.deelnemer === deelnemer)
  const overdracht = [...stand.overdrachten.values()].find((een) => een.stand === 'open' && een.tot > nu)
  const isCollega = kijker.soort === 'medewerker' && kijker.organisatie === organisatie
  return {
    id: stand.id,
    nummer: stand.nummer,
    nr: stand.nr,
    als,
    ...(deelnemer !== undefined && { deelnemer }),
    stand: stand.stand,
    geopend: stand.geopend,
    ingang: stand.ingang,
    ...(stand.gebeurtenis !== undefined && mag('vraag') && { gebeurtenis: stand.gebeurtenis }),
    regie: {
      organisatie,
      aanspreekpunt,
      ...(isCollega && { medewerker }),
      ...(medewerker === NOG_NIEMAND && { isNogNiemand: true as const }),
    },
    ...(mag('betrokkene') && { betrokkene: stand.betrokkene }),
    ...(stand.helper && mag('helper') && { helper: stand.helper }),
    onderdelen: [...stand.onderdelen.values()]
      .filter(({ id, soort }) => soort !== 'stap' && (mag(id) || als === 'inwoner'))
      .map((een) => zichtbaarOnderdeel(een, mag(een.id), nu)),
    stappen: zichtbareStappen(stand, mag, kijker).map((een) =>
      heeftAlles && isDoorRegie(stand, een, nu) ? { ...een, regieMeldt: true } : een,
    ),
    deelnemers: [...stand.deelnemers.values()]
      .filter(({ id }) => heeftAlles || id === deelnemer)
      .map(({ id, wie: een, rol, doel, toegang }) => ({
        ...{ id, wie: een, rol, doel },
        ...(een.soort === 'partij' && { heeftGetekend: toegang !== undefined }),
        ...(heeftAlles && toegang && { ondertekenaar: toegang.ondertekenaar }),
      })),
    delingen: vanHen.map(({ stand: hoe, ...een }) => ({
      ...een,
      stand: hoe === 'geldt' && een.tot <= nu ? 'verlopen' : hoe,
    })),
    ...(overdracht &&
      (heeftAlles || als === 'aangeboden') && {
        overdracht: { id: overdracht.id, aan: overdracht.aan, reden: overdracht.reden, tot: overdracht.tot },
      }),
    opschalingen: [...stand.opschalingen.values()]
      // What was asked of a function where the step lies they see who read that step.
      .filter(
        ({ organisatie: daar, stap }) =>
          heeftAlles ||
          (kijker.soort === 'medewerker' && kijker.organisatie === daar && stap !== undefined && mag(stap)),
      )
      .map(({ termijn: _, ...een }) => een),
    doorzendingen: heeftAlles
      ? [...stand.doorzendingen.values()].map(({ id, naar, op, reden, gemeld }) => ({
          ...{ id, naar, op, reden },
          ...(gemeld && { gemeld: gemeld.tekst }),
        }))
      : [],
    verzoeken: [...stand.verzoeken.values()]
      .filter((een) => heeftAlles || (een.deelnemer === deelnemer && een.stand === 'open'))
      .map(({ deelnemer: _, ...een }) => een),
    ...(heeftAlles && {
      ...(stand.sluitingGevraagd && { sluitingGevraagd: stand.sluitingGevraagd }),
      ...(stand.nietOpgelost && { nietOpgelost: stand.nietOpgelost }),
      ...(stand.sluiting && { sluiting: { ...stand.sluiting, door: zichtdader(stand.sluiting.door) } }),
      ...(stand.nabevraagd && { nabevraagd: stand.nabevraagd }),
    }),
    kan: kan(stand, kijker, nu),
  }
}

/** As what they read. A closed case is left to whom it is about and to who owns it. */
function lezerVan(
  stand: Ketenzaak,
  kijker: Kijker,
  nu: Date,
): { readonly als: Zichtrol; readonly deelnemer?: string; readonly lezer: Onderdeellezer } | undefined {
  const is = hoedanigheden(stand, kijker, nu)
  if (is.has('inwoner')) return { als: 'inwoner', lezer: { als: 'inwoner' } }
  if (is.has('regie')) return { als: 'regie', lezer: { als: 'regie' } }
  if (stand.stand === 'gesloten') return undefined
  const deelnemer = deelnemerVan(stand, kijker)
  if (deelnemer === undefined || is.size === 0) return undefined
  const als = is.has('aangeboden') ? 'aangeboden' : 'deelnemer'
  // Who is asked to take it over decides.
  const isAdviseur = als === 'deelnemer' && stand.deelnemers.get(deelnemer)?.rol === 'adviseur'
  return { als, deelnemer, lezer: { als: 'deelnemer', deelnemer, isAdviseur, isToegelaten: true } }
}

/** Of what is not the resident's: they see themselves that it is theirs. */
function isDoorRegie(stand: Ketenzaak, { stap: id, eigenaar }: ZichtbareStap<T>, nu: Date): boolean {
  const stap = stand.stappen.get(id)
  return stap !== undefined && eigenaar.soort !== 'inwoner' && meldtRegie(stand, stap, nu)
}

function deelnemerVan({ deelnemers }: Ketenzaak, kijker: Kijker): string | undefined {
  if (kijker.soort === 'genodigde') return kijker.deelnemer
  if (kijker.soort !== 'medewerker') return undefined
  return [...deelnemers.values()].find(
    ({ wie }) => wie.soort === 'organisatie' && wie.organisatie === kijker.organisatie,
  )?.id
}

/** The words that are said elsewhere already (who it is about, who helps) are not said twice. */
function zichtbaarOnderdeel(een: Onderdeel, mag: boolean, nu: Date): ZichtbaarOnderdeel<T> {
  const { id, soort, op, door, tekst, bestand, gesprek, waarom, tot, gewist } = een
  const isVast =
    (vasteOnderdelen as readonly string[]).includes(soort) && soort !== 'vraag' && soort !== 'uitkomst'
  return {
    ...{ id, soort, op, van: zichtdader(door) },
    ...(mag && tekst && !isVast && { tekst }),
    // What it is; what stands in it is read when somebody opens it.
    ...(mag && bestand && !gewist && { bestand: { soort: bestand.soort, omvang: bestand.omvang } }),
    ...(mag && gesprek && { gesprek }),
    ...(waarom && { waarom }),
    ...(tot && { tot }),
    ...(isDicht(een, nu) && { isDicht: true }),
    ...(gewist && { isGewist: true }),
  }
}

/** Which organisation; which professional is of no concern to others. */
export function zichtdader(door: Dader): Zichtdader {
  return door.soort === 'medewerker' ? { soort: 'organisatie', organisatie: door.organisatie } : door
}

/**
 * Steps that may be read; and, for government, whose the steps are that theirs wait for or that wait for theirs, without
 * what they are. An outside party sees its own and no other.
 */
function zichtbareStappen(
  { stappen, onderdelen }: Ketenzaak,
  mag: (id: string) => boolean,
  kijker: Kijker,
): readonly ZichtbareStap<T>[] {
  const open = new Set([...stappen.keys()].filter(mag))
  const buren = new Set<string>()
  if (kijker.soort === 'medewerker')
    for (const { stap, wachtOp } of stappen.values())
      for (const op of wachtOp) {
        if (open.has(stap)) buren.add(op)
        if (open.has(op)) buren.add(stap)
      }
  const ziet = (id: string) => open.has(id) || buren.has(id)
  return [...stappen.values()].flatMap((stap, i) => {
    if (!ziet(stap.stap)) return []
    const isOpen = open.has(stap.stap)
    return [
      {
        ...zichtbareStap(stap, isOpen, ziet),
        plaats: i + 1,
        ...(isOpen && onderdelen.get(stap.stap)?.gewist && { isGewist: true as const }),
      },
    ]
  })
}

function zichtbareStap(stap: Stap, isOpen: boolean, ziet: (id: string) => boolean): ZichtbareStap<T> {
  const { eigenaar, stand, termijn, titel, nodig, toelichting } = stap
  return {
    ...{ stap: stap.stap, eigenaar, stand, termijn },
    wachtOp: stap.wachtOp.filter(ziet),
    isAfgeschermd: !isOpen,
    ...(isOpen && { titel, ...(nodig && { nodig }), ...(toelichting && { toelichting }) }),
  }
}
