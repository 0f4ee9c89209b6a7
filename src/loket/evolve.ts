import { type Dader, isAf } from './begrippen.ts'
import { naBezwaar } from './bezwaren.ts'
import { type Eigen, met, pas, zonder } from './kaarten.ts'
import type { Deling, Ketenzaak, Onderdeel, Opschaling, Overdracht, Stap } from './ketenzaak.ts'
import { metStilte } from './stilte.ts'
import { naVerzoek, zonderVerzoeken } from './verzoeken.ts'
import type { Voorval } from './voorval.ts'
import type { Tekstverwijzing } from './woorden.ts'

type T = Tekstverwijzing

/** All events of one case, in order. `undefined` where there is none. */
export function speelAf(id: string, voorvallen: readonly Voorval[]): Ketenzaak | undefined {
  // Nobody has the states in between: what was copied once on the way need not be copied again.
  const eigen: Eigen = new WeakSet()
  return voorvallen.reduce<Ketenzaak | undefined>(
    (stand, voorval) => evolve(id, stand, voorval, eigen),
    undefined,
  )
}

/** One event further. Decides nothing: whatever stands in an event has happened. */
export function evolve(id: string, stand: Ketenzaak | undefined, voorval: Voorval, eigen?: Eigen): Ketenzaak {
  const { nr, op, door, inhoud } = voorval
  if (inhoud.soort === 'geopend') return begin(id, voorval, inhoud)
  if (stand === undefined) throw new Error('een voorval van een ketenzaak die niet geopend is')
  const moment = { op, door, eigen }
  const nieuw = { ...na(stand, inhoud, moment), nr, laatst: op }
  return metStilte(inhoud.soort.startsWith('stap-') ? vrijgemaakt(nieuw, moment) : nieuw, voorval)
}

type Inhoud = Voorval['inhoud']
interface Moment {
  readonly op: Date
  readonly door: Dader
  readonly eigen: Eigen | undefined
}

function begin(
  id: string,
  { nr, op, door }: Voorval,
  inhoud: Extract<Inhoud, { soort: 'geopend' }>,
): Ketenzaak {
  const { nummer, ingang, vraag, uitkomst, betrokkene, helper, regie, gebeurtenis } = inhoud
  const vast: readonly Onderdeel[] = [
    { id: 'betrokkene', soort: 'betrokkene', door, op },
    { id: 'vraag', soort: 'vraag', door, op, tekst: vraag },
    { id: 'uitkomst', soort: 'uitkomst', door, op, tekst: uitkomst },
    ...(helper ? [{ id: 'helper', soort: 'helper', door, op, tekst: helper.naam } as const] : []),
  ]
  return {
    id,
    nr,
    nummer,
    ingang,
    ...(gebeurtenis !== undefined && { gebeurtenis }),
    stand: 'open',
    geopend: op,
    laatst: op,
    betrokkene,
    ...(helper && { helper }),
    regie,
    stappen: new Map(),
    deelnemers: new Map(),
    delingen: new Map(),
    bezwaren: new Map(),
    onderdelen: new Map(vast.map((een) => [een.id, een])),
    uitnodigingen: new Map(),
    overdrachten: new Map(),
    opschalingen: new Map(),
    doorzendingen: new Map(),
    stilSinds: op,
    verzoeken: new Map(),
  }
}

function na(stand: Ketenzaak, inhoud: Exclude<Inhoud, { soort: 'geopend' }>, moment: Moment): Ketenzaak {
  return (
    naStap(stand, inhoud, moment) ??
    naDeelnemer(stand, inhoud, moment) ??
    naDeling(stand, inhoud, moment) ??
    naVerzoek(stand, inhoud, moment) ??
    naRegie(stand, inhoud, moment) ??
    naSluiting(stand, inhoud, moment) ??
    stand
  )
}

function naStap(stand: Ketenzaak, inhoud: Inhoud, moment: Moment): Ketenzaak | undefined {
  const { stappen, onderdelen } = stand
  const { op, door, eigen } = moment
  switch (inhoud.soort) {
    case 'stap-gepland': {
      const { soort: _, grond: __, ...plan } = inhoud
      const stap: Stap = { ...plan, stand: 'gevraagd', gevraagd: op }
      const onderdeel: Onderdeel = { id: plan.stap, soort: 'stap', door, op }
      return {
        ...stand,
        stappen: met(stappen, eigen, plan.stap, stap),
        onderdelen: met(onderdelen, eigen, plan.stap, onderdeel),
      }
    }
    case 'stap-gewijzigd': {
      const { soort: _, stap, grond: __, mee: ___, ...anders } = inhoud
      return {
        ...stand,
        stappen: pas(stappen, eigen, stap, ({ mee, regieMeldt, ...een }) => ({
          ...een,
          // Another owner is shown the step alone, and says for itself how it stands, or not.
          ...(anders.eigenaar === undefined && { ...(mee && { mee }), ...(regieMeldt && { regieMeldt }) }),
          ...anders,
        })),
      }
    }
    case 'stap-stand': {
      const { stap, naar, reden } = inhoud
      return {
        ...stand,
        stappen: pas(stappen, eigen, stap, ({ af: _, toelichting: __, was: ___, ...een }) => ({
          ...een,
          stand: naar,
          ...(naar === 'vervallen' && { was: inhoud.van }),
          ...(naar === 'gevraagd' && { gevraagd: op }),
          ...(isAf(naar) && { af: op }),
          ...(reden && { toelichting: reden }),
        })),
      }
    }
    case 'onderdeel-erbij': {
      const { onderdeel: id, wat: soort, tekst, bestand, gesprek, waarom, tot } = inhoud
      const onderdeel: Onderdeel = {
        ...{ id, soort, door, op, tekst },
        ...(bestand && { bestand }),
        ...(gesprek && { gesprek }),
        ...(waarom && { waarom }),
        ...(tot && { tot }),
      }
      return { ...stand, onderdelen: met(onderdelen, eigen, id, onderdeel) }
    }
    case 'werknotitie-getoond':
      return {
        ...stand,
        onderdelen: pas(onderdelen, eigen, inhoud.onderdeel, (een) => ({ ...een, getoond: op })),
      }
    case 'woorden-gewist':
      return {
        ...stand,
        onderdelen: pas(onderdelen, eigen, inhoud.onderdeel, (een) => ({ ...een, gewist: op })),
      }
    case 'uitkomst-gewijzigd':
      return {
        ...stand,
        onderdelen: pas(onderdelen, eigen, 'uitkomst', (een) => ({
          ...een,
          door,
          op,
          tekst: inhoud.uitkomst,
        })),
      }
    case 'betrokkene-bekend': {
      const { persoon, hoe } = inhoud
      return { ...stand, betrokkene: { soort: 'persoon', persoon, hoe } }
    }
    default:
      return undefined
  }
}

function naDeelnemer(stand: Ketenzaak, inhoud: Inhoud, moment: Moment): Ketenzaak | undefined {
  const { deelnemers, uitnodigingen } = stand
  const { eigen } = moment
  switch (inhoud.soort) {
    case 'deelnemer-erbij': {
      const { deelnemer: id, wie, rol, doel } = inhoud
      return { ...stand, deelnemers: met(deelnemers, eigen, id, { id, wie, rol, doel }) }
    }
    case 'deelnemer-weg': {
      const { deelnemer: id } = inhoud
      const toegang = deelnemers.get(id)?.toegang
      const { vertrokken = new Map() } = stand
      return {
        ...stand,
        deelnemers: zonder(deelnemers, eigen, id),
        verzoeken: zonderVerzoeken(stand, id),
        ...(toegang && { vertrokken: met(vertrokken, eigen, id, toegang) }),
      }
    }
    case 'uitgenodigd': {
      const { soort: _, uitnodiging: id, ...rest } = inhoud
      return { ...stand, uitnodigingen: met(uitnodigingen, eigen, id, { id, ...rest, stand: 'open' }) }
    }
    case 'uitnodiging-ingetrokken':
      return {
        ...stand,
        uitnodigingen: pas(uitnodigingen, eigen, inhoud.uitnodiging, (een) => ({
          ...een,
          stand: 'ingetrokken',
        })),
      }
    case 'uitnodiging-gebruikt': {
      const { uitnodiging, deelnemer, toegang: wijze, tot, ondertekenaar, geheimhouding } = inhoud
      return {
        ...stand,
        uitnodigingen: pas(uitnodigingen, eigen, uitnodiging, (een) => ({
          ...een,
          stand: 'gebruikt',
          ...(een.bedrijf !== undefined && { terugTot: een.terugTot ?? tot }),
        })),
        deelnemers: pas(deelnemers, eigen, deelnemer, (een) => ({
          ...een,
          toegang: { wijze, tot, ondertekenaar, geheimhouding },
        })),
      }
    }
    case 'toegang-geeindigd':
      return {
        ...stand,
        deelnemers: pas(deelnemers, eigen, inhoud.deelnemer, (een) =>
          een.toegang === undefined ? een : { ...een, toegang: { ...een.toegang, tot: moment.op } },
        ),
      }
    default:
      return undefined
  }
}

function naDeling(stand: Ketenzaak, inhoud: Inhoud, moment: Moment): Ketenzaak | undefined {
  const { delingen } = stand
  const { op, eigen } = moment
  switch (inhoud.soort) {
    case 'gedeeld': {
      const { deling: id, onderdeel, deelnemer, doel, grond, tot } = inhoud
      const deling: Deling = { id, onderdeel, deelnemer, doel, grond, tot, sinds: op, stand: 'geldt' }
      return { ...stand, delingen: met(delingen, eigen, id, deling) }
    }
    case 'deling-gestopt': {
      const was = delingen.get(inhoud.deling)
      return {
        ...stand,
        ...(was?.stand === 'bezwaar' && { bezwaren: naBezwaar(stand, was, 'gestopt') }),
        delingen: pas(delingen, eigen, inhoud.deling, (een) => ({ ...een, stand: 'gestopt' })),
      }
    }
    case 'deling-bezwaar': {
      const { reden, namens } = inhoud
      const bezwaar = { reden, ...(namens && { namens }) }
      return {
        ...stand,
        bezwaren: naBezwaar(stand, delingen.get(inhoud.deling), 'wacht'),
        delingen: pas(delingen, eigen, inhoud.deling, (een) => ({ ...een, stand: 'bezwaar', bezwaar })),
      }
    }
    case 'bezwaar-beoordeeld': {
      const { uitkomst, reden: antwoord } = inhoud
      return {
        ...stand,
        bezwaren: naBezwaar(stand, delingen.get(inhoud.deling), uitkomst),
        delingen: pas(delingen, eigen, inhoud.deling, (een) => ({
          ...een,
          stand: uitkomst === 'blijft' ? 'geldt' : 'gestopt',
          ...(een.bezwaar && { bezwaar: { ...een.bezwaar, uitkomst, antwoord } }),
        })),
      }
    }
    case 'doorgestuurd': {
      const { doorzending: id, naar, reden } = inhoud
      return { ...stand, doorzendingen: met(stand.doorzendingen, eigen, id, { id, naar, reden, op }) }
    }
    case 'doorzending-gemeld': {
      const { doorzending, hoe, tekst } = inhoud
      return {
        ...stand,
        doorzendingen: pas(stand.doorzendingen, eigen, doorzending, (een) => ({
          ...een,
          gemeld: { hoe, tekst },
        })),
      }
    }
    default:
      return undefined
  }
}

function naRegie(stand: Ketenzaak, inhoud: Inhoud, moment: Moment): Ketenzaak | undefined {
  const { overdrachten, opschalingen } = stand
  const { op, eigen } = moment
  const overdracht = (id: string, wordt: Overdracht['stand'], antwoord?: T) =>
    pas(overdrachten, eigen, id, (een) => ({ ...een, stand: wordt, ...(antwoord && { antwoord }) }))
  const opschaling = (id: string, wordt: Opschaling['stand'], uitkomst?: T) =>
    pas(opschalingen, eigen, id, (een) => ({ ...een, stand: wordt, ...(uitkomst && { uitkomst }) }))
  switch (inhoud.soort) {
    case 'overdracht-aangeboden': {
      const { overdracht: id, aan, reden, tot } = inhoud
      return {
        ...stand,
        overdrachten: met(overdrachten, eigen, id, { id, aan, reden, tot, op, stand: 'open' }),
      }
    }
    case 'overdracht-aanvaard':
      return { ...naarRegie(stand, inhoud.regie), overdrachten: overdracht(inhoud.overdracht, 'aanvaard') }
    case 'overdracht-geweigerd':
      return { ...stand, overdrachten: overdracht(inhoud.overdracht, 'geweigerd', inhoud.reden) }
    case 'overdracht-ingetrokken':
      return { ...stand, overdrachten: overdracht(inhoud.overdracht, 'ingetrokken') }
    case 'overdracht-verlopen':
      return { ...stand, overdrachten: overdracht(inhoud.overdracht, 'verlopen') }
    case 'regie-toegewezen':
      return naarRegie(stand, inhoud.regie)
    case 'opgeschaald': {
      const { soort: _, opschaling: id, ...rest } = inhoud
      const termijn = rest.stap === undefined ? undefined : stand.stappen.get(rest.stap)?.termijn
      // Who did not act in time is no longer asked: the next function is.
      const eerder = [...opschalingen].map(([sleutel, een]): [string, Opschaling] => [
        sleutel,
        een.stand === 'open' &&
        een.aanleiding === rest.aanleiding &&
        een.stap === rest.stap &&
        een.organisatie === rest.organisatie
          ? { ...een, stand: 'verder' }
          : een,
      ])
      const nieuw: Opschaling = { ...rest, id, op, stand: 'open', ...(termijn && { termijn }) }
      return { ...stand, opschalingen: new Map([...eerder, [id, nieuw]]) }
    }
    case 'opschaling-behandeld': {
      const wordt = inhoud.uitkomst === undefined ? 'voorbij' : 'behandeld'
      return { ...stand, opschalingen: opschaling(inhoud.opschaling, wordt, inhoud.uitkomst) }
    }
    case 'doorbroken':
      return { ...stand, opschalingen: opschaling(inhoud.opschaling, 'doorbroken', inhoud.besluit) }
    default:
      return undefined
  }
}

/** What was escalated and is open goes along: the functions of the organisation that owns it now are asked. */
function naarRegie(stand: Ketenzaak, regie: Ketenzaak['regie']): Ketenzaak {
  const { organisatie } = regie
  const oud = stand.regie.organisatie
  const opschalingen = [...stand.opschalingen].map(
    ([id, een]) =>
      // What was asked where a step lies stays there.
      [id, een.stand === 'open' && een.organisatie === oud ? { ...een, organisatie } : een] as const,
  )
  return { ...stand, regie, opschalingen: new Map(opschalingen) }
}

function naSluiting(stand: Ketenzaak, inhoud: Inhoud, moment: Moment): Ketenzaak | undefined {
  const { sluitingGevraagd: _, sluiting: __, nietOpgelost: ___, ...rest } = stand
  const { op, door } = moment
  switch (inhoud.soort) {
    case 'sluiting-gevraagd':
      return { ...stand, sluitingGevraagd: { op, uitleg: inhoud.uitleg } }
    case 'niet-opgelost':
      return { ...rest, nietOpgelost: { op, reden: inhoud.reden } }
    case 'gesloten': {
      const { om, ja, uitleg, betwistbaarTot } = inhoud
      const sluiting = { om, ...(ja && { ja }), door, ...(uitleg && { uitleg }), op, betwistbaarTot }
      const { sluitingGevraagd } = stand
      // What was achieved stays, as it was said when they were asked.
      return { ...rest, ...(sluitingGevraagd && { sluitingGevraagd }), stand: 'gesloten', sluiting }
    }
    case 'sluiting-betwist':
      return { ...rest, stand: 'open', nietOpgelost: { op, reden: inhoud.reden } }
    case 'nabevraagd': {
      const { opgelost, keerVerteld } = inhoud
      return { ...stand, nabevraagd: { opgelost, keerVerteld } }
    }
    default:
      return undefined
  }
}

/** Since when a step could begin: the clock of how long such steps take. */
function vrijgemaakt(stand: Ketenzaak, { op, eigen }: Moment): Ketenzaak {
  const wacht = ({ wachtOp }: Stap) =>
    wachtOp.some((id) => !isAf(stand.stappen.get(id)?.stand ?? 'vervallen'))
  const anders = [...stand.stappen.values()].filter(
    (stap) => !isAf(stap.stand) && wacht(stap) === (stap.vrijSinds !== undefined),
  )
  const stappen = anders.reduce(
    (tot, { vrijSinds, ...stap }) =>
      met(tot, eigen, stap.stap, vrijSinds === undefined ? { ...stap, vrijSinds: op } : stap),
    stand.stappen,
  )
  return { ...stand, stappen }
}
