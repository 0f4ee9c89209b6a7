import type { LopendCorpus } from './corpus/index.ts'
import { demolijnteams } from './demo/index.ts'
import { type OrganisatieId, parseOrganisatieId } from './domain/index.ts'
import { datumOp } from './kalender/index.ts'
import {
  createNaspeler,
  type Gids,
  type Lijncijferbron,
  leesLijnteam,
  lijnkennis,
  type Naspeler,
  openGids,
  openLijncijfers,
} from './lijnen/index.ts'
import { herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import {
  gidsOpslag,
  hoogstensVoorvallen,
  lijnvoorvalOpslag,
  type Opslag,
  wachtrijOpslag,
} from './store/index.ts'

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
