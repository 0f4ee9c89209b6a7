import type { Lijnteamdeur } from './api/index.ts'
import type { LopendCorpus } from './corpus/index.ts'
import { demolijnteams } from './demo/index.ts'
import { type OrganisatieId, parseOrganisatieId } from './domain/index.ts'
import { datumOp } from './kalender/index.ts'
import {
  createNaspeler,
  type Gids,
  isVerouderd,
  type Lijncijferbron,
  type Lijnteam,
  leesLijnteam,
  lijnkennis,
  type Naspeler,
  openGids,
  openLijncijfers,
  type Publieklijn,
  schrijfLijnteam,
} from './lijnen/index.ts'
import type { Koppelingen } from './loket/index.ts'
import { herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import {
  gidsOpslag,
  hoogstensVoorvallen,
  lijnvoorvalOpslag,
  type Opslag,
  wachtrijOpslag,
} from './store/index.ts'
import { leesToken } from './zgw/index.ts'

/** Named limit: so often is looked which organisation is to be asked whether its entries still hold. */
const navraagMs = 3_600_000

/** The part of the composition root that is about direct lines between organisations. */
export async function openLijnen(
  { klok, log, demo }: { readonly klok: Klok; readonly log: Log; readonly demo: boolean },
  {
    opslag,
    corpus,
    organisaties,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    /** Of whom people can log in here. */
    readonly organisaties: readonly OrganisatieId[]
  },
  levensloop: Levensloop,
): Promise<{ readonly gids: Gids; readonly naspeler: Naspeler; readonly lijncijfers: Lijncijferbron }> {
  const gids = openGids({
    store: gidsOpslag(opslag.databank),
    wachtrijen: wachtrijOpslag(opslag.databank),
    nu: klok.nu,
    isHier: (organisatie) => organisaties.includes(organisatie),
    meldFout: (fout) => log.waarschuwing('wachtrij niet gelezen', { fout }),
  })
  if (demo) await zetDemoteams(gids, { klok, corpus })
  const stop = herhaal(
    navraagMs,
    gids.vraagNa,
    (fout) => log.waarschuwing('niet gevraagd of lijnteams nog kloppen', { fout }),
    { meteen: true },
  )
  levensloop.bijSluiten('lijnen', stop)
  const naspeler = createNaspeler()
  levensloop.bijSluiten('naspelen', naspeler.sluit)
  const lijncijfers = openLijncijfers({
    lees: lijnvoorvalOpslag(opslag.databank).lees,
    gids: gidsOpslag(opslag.databank),
    hoogstens: hoogstensVoorvallen,
  })
  return { gids, naspeler, lijncijfers }
}

/** Once: what somebody changed in a demo stays as they left it. */
async function zetDemoteams(
  gids: Gids,
  { klok, corpus }: { readonly klok: Klok; readonly corpus: Pick<LopendCorpus, 'huidig'> },
): Promise<void> {
  const vandaag = datumOp(klok.nu(), 'Europe/Amsterdam')
  const kennis = lijnkennis(corpus.huidig())
  for (const { organisatie: id, ...rij } of demolijnteams) {
    const organisatie = parseOrganisatieId(id)
    const gelezen = organisatie && leesLijnteam(rij, { organisatie, vandaag }, kennis)
    if (gelezen?.ok === true) await gids.bewaar('beheer', { team: gelezen.team, vanVersie: 0 })
  }
}

/** Where the system of an organisation says what is so of its own teams, with the key of its connection for chain cases. */
export function openLijnteamdeur(
  { klok }: { readonly klok: Klok },
  {
    balie,
    corpus,
    keten: { koppelingen },
    publieklijn,
  }: {
    readonly balie: { readonly gids?: Gids | undefined } | undefined
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly keten: { readonly koppelingen: Pick<Koppelingen, 'opClient'> }
    readonly publieklijn: Publieklijn
  },
): Lijnteamdeur | undefined {
  const gids = balie?.gids
  if (gids === undefined) return undefined
  const vandaag = () => datumOp(klok.nu(), 'Europe/Amsterdam')
  const als = (organisatie: OrganisatieId) => ({ medewerker: 'systeem', organisatie })
  return {
    async organisatieVan(authorization) {
      const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
      if (token === undefined) return undefined
      let organisatie: OrganisatieId | undefined
      const gelezen = await leesToken(
        token,
        async (client) => {
          const verbinding = await koppelingen.opClient(client)
          organisatie = verbinding?.koppeling.organisatie
          return verbinding?.geheim
        },
        klok.nu(),
      )
      return 'fout' in gelezen ? undefined : organisatie
    },
    eigen: async (organisatie) =>
      (await gids.eigen(als(organisatie))).map(({ team, gevraagdOp }) => ({
        rij: schrijfLijnteam(team),
        bevestigdOp: team.bevestigdOp,
        isVerouderd: isVerouderd(team, vandaag()),
        ...(gevraagdOp && { gevraagdOp }),
      })),
    async meldPubliek(organisatie, { volgnummer, gesprekken }) {
      const uit = await publieklijn.meld(organisatie, {
        volgnummer,
        gesprekken: gesprekken.map(({ lijnteam: team, ...een }) => ({ ...een, team })),
      })
      return uit.soort === 'ok' ? uit.standen : uit.soort
    },
    async zet(organisatie, rijen) {
      const kennis = lijnkennis(corpus.huidig())
      const vanAnder = new Set(
        (await gids.alle()).flatMap(({ team }) => (team.organisatie === organisatie ? [] : [team.id])),
      )
      const teams: Lijnteam[] = []
      for (const [nummer, rij] of rijen.entries()) {
        const gelezen = leesLijnteam(rij, { organisatie, vandaag: vandaag() }, kennis)
        if (!gelezen.ok) {
          const { veld, fout, wat } = gelezen.fouten[0] ?? { veld: 'id', fout: 'keuze' }
          return { status: 'fout', nummer, veld, code: fout, ...(wat !== undefined && { wat }) }
        }
        if (vanAnder.has(gelezen.team.id)) return { status: 'fout', nummer, veld: 'id', code: 'van-ander' }
        teams.push(gelezen.team)
      }
      for (const [nummer, team] of teams.entries()) {
        const uit = await gids.bewaar(als(organisatie), { team, vanVersie: undefined })
        if (uit !== 'ok') return { status: 'fout', nummer, veld: 'id', code: uit }
      }
      return { status: 'ok' }
    },
  }
}
