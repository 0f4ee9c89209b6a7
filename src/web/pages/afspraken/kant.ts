import type { Afspraak, AfspraakVrager, Afspraken, Maker } from '../../../afspraken/index.ts'
import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import type { Afspraakteam } from '../../../corpus/index.ts'
import type { Hulpbehoefte } from '../../../inwoner/index.ts'
import { datumOp, type Tijdzone, tijdOp } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { handelendeMet, soortVan } from '../../../toegang/index.ts'
import { type AdresDelen, adres, type Routenaam } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisGrond, eisPersoon, hulpbehoefteZien as vanHulp } from '../balie/eis.ts'
import { baliePagina, grondveld } from '../balie/kader.ts'
import { grondnaam } from '../balie/kanalen.ts'
import { beslisVoorWerker } from '../balie/werker.ts'
import { eisWie, hulpbehoefteZien } from '../mijn/eis.ts'
import { mijnPagina } from '../mijn/kader.ts'
import { metRegel } from '../mijn/verwerk.ts'
import { mag } from '../mijn/wie.ts'

/** The pages of appointments on the side of the resident and at the desk: the same parts, other addresses. */
export interface Kant {
  /** A professional reads it: of the resident, and not «yours». */
  readonly isBalie: boolean
  readonly afspraken: Afspraken
  readonly vrager: AfspraakVrager
  readonly door: Maker
  /** With whom an appointment can be made from here. */
  readonly teams: readonly Afspraakteam[]
  /** Writes the line in the log first. */
  readonly regel: <T>(fn: (bewijs: Verwerkingsbewijs) => Promise<T>) => Promise<T>
  /** What they let us remember, for who may see it here. Each question is on the record. */
  readonly hulp: () => Promise<Hulpbehoefte | undefined>
  readonly wiens: 'mijn' | 'balie'
  readonly naar: (welke: Plek, delen?: AdresDelen) => string
  /** Absent where there is none: a file to keep is for the person themselves. */
  readonly agenda: ((delen: AdresDelen) => string) | undefined
  /** Stands in each form. */
  readonly verborgen: Html | undefined
  readonly pagina: (delen: Paginadelen) => string
}

export type Plek = 'lijst' | 'nieuw' | 'maak' | 'een' | 'verzet' | 'zegAf'

export interface Paginadelen {
  readonly titel: string
  readonly inhoud: Html
  readonly isFout?: boolean
  readonly melding?: string | undefined
  /** Below the list. */
  readonly isOnder?: boolean
}

const paden = {
  mijn: {
    lijst: 'afspraken',
    nieuw: 'afspraakNieuw',
    maak: 'afspraakMaak',
    een: 'afspraak',
    verzet: 'afspraakVerzet',
    zegAf: 'afspraakZegAf',
  },
  balie: {
    lijst: 'balieAfspraken',
    nieuw: 'balieAfspraakNieuw',
    maak: 'balieAfspraakMaak',
    een: 'balieAfspraak',
    verzet: 'balieAfspraakVerzet',
    zegAf: 'balieAfspraakZegAf',
  },
} as const satisfies Record<string, Record<Plek, Routenaam>>

/** `undefined` where no appointments are made. */
export function kantVanInwoner(verzoek: Verzoek): Kant | undefined {
  const { mijn, wie } = eisWie(verzoek)
  const { afspraken } = mijn
  const { context } = verzoek
  if (afspraken === undefined) return undefined
  const { taal } = context
  const wat = { doel: 'afspraken', gegevens: ['afspraak', 'telefoonnummer', 'tolk'] }
  return {
    isBalie: false,
    afspraken,
    vrager: { soort: 'persoon', persoon: wie.persoon },
    door: soortVan(wie.voor) === 'zelf' ? 'zelf' : 'vertegenwoordiger',
    teams: afspraken.teams(),
    regel: (fn) => metRegel(mijn, wie, wat, fn),
    wiens: 'mijn',
    async hulp() {
      const { hulpbehoeften } = mijn
      if (hulpbehoeften === undefined || !mag(mijn, wie, hulpbehoefteZien, verzoek.nu)) return undefined
      const hulp = { doel: 'hulp-onthouden', gegevens: ['hulpbehoefte'] }
      return metRegel(mijn, wie, hulp, (bewijs) =>
        hulpbehoeften.haal({ soort: 'persoon', persoon: wie.persoon }, bewijs),
      )
    },
    naar: (welke, delen) => adres(taal, paden.mijn[welke], delen),
    agenda: (delen) => adres(taal, 'afspraakAgenda', delen),
    verborgen: undefined,
    pagina: ({ isOnder = false, ...delen }) =>
      mijnPagina(context, { ...delen, ...(isOnder && { terug: 'afspraken' }) }),
  }
}

/** At the own organisation, for whom the ground is about. */
export async function kantVanBalie(verzoek: Verzoek): Promise<Kant | undefined> {
  const { balie, werker, grond } = eisGrond(verzoek)
  const { afspraken } = balie
  const { context } = verzoek
  if (afspraken === undefined) return undefined
  const { taal, spraak } = context
  const persoon = eisPersoon(grond)
  const naam = await grondnaam(verzoek)
  const { medewerker, organisatie } = werker.subject
  const verwerking = {
    doel: grond.doel,
    gegevens: ['afspraak'],
    betrokkenen: [persoon],
    door: handelendeMet(grond),
  }
  return {
    isBalie: true,
    afspraken,
    vrager: { soort: 'medewerker', persoon, medewerker, organisatie },
    door: 'medewerker',
    teams: afspraken.teams().filter((team) => team.organisatie === organisatie),
    regel: (fn) => balie.toegang.audit.metVerwerking(verwerking, fn),
    wiens: 'balie',
    async hulp() {
      const { hulpbehoeften } = balie
      if (hulpbehoeften === undefined || !beslisVoorWerker(balie, werker, vanHulp, verzoek.nu).mag)
        return undefined
      return balie.toegang.audit.metVerwerking({ ...verwerking, gegevens: ['hulpbehoefte'] }, (bewijs) =>
        hulpbehoeften.haal({ soort: 'medewerker', persoon, medewerker, organisatie }, bewijs),
      )
    },
    naar: (welke, delen) => adres(taal, paden.balie[welke], delen),
    agenda: undefined,
    verborgen: grondveld(grond),
    pagina: ({ isOnder = false, ...delen }) =>
      baliePagina(verzoek, {
        ...delen,
        naam,
        terug: isOnder
          ? { adres: adres(taal, 'balieAfspraken'), tekst: spraak.t('afspraken.terug_balie') }
          : { adres: adres(taal, 'balieInwoner'), tekst: spraak.t('afspraken.terug_inwoner') },
      }),
  }
}

export const nietGevonden: Antwoord = { soort: 'niet-gevonden' }

/** `maandag 2 maart 2026, 09:20 uur`, by the clock of the place. */
export function wanneer({ spraak }: Context, op: Date, zone: Tijdzone): string {
  const dag = datumOp(op, zone)
  return spraak.t('afspraken.wanneer', {
    dag: dagnaam(spraak.t, dag),
    datum: spraak.datum(dag),
    tijd: tijdOp(op, zone),
  })
}

export function dagnaam(t: Context['spraak']['t'], dag: string): string {
  const nummer = new Date(`${dag}T00:00:00Z`).getUTCDay()
  return t(`afspraken.dag.${['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'][nummer]}`)
}

/** The team may be gone; then the clock of the country is used, and its name is not known. */
export function zoneVan({ afspraken }: Kant, { team }: Pick<Afspraak, 'team'>): Tijdzone {
  return afspraken.team(team)?.zone ?? 'Europe/Amsterdam'
}

export function teamnaam(context: Context, team: Afspraakteam | undefined): string | undefined {
  return team && (team.naam[context.taal] ?? team.naam.nl)
}

/** Made up to show how it works: that is said wherever it stands. */
export function voorbeeldmerk({ spraak }: Context, team: Pick<Afspraakteam, 'vertrouwen'>): Html | undefined {
  return team.vertrouwen === 'verzonnen'
    ? html`<span class="vd-badge vd-badge--rustig">${spraak.t('afspraken.voorbeeld')}</span>`
    : undefined
}
