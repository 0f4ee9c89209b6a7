import type { Persoon } from '../bevolking/persoon.ts'
import { buurman, type RegisterOpties, storingVan } from '../brp/brp.ts'
import { type Antwoord, alsObject, type Dienst, startDienst, type Verzoek } from '../dienst/dienst.ts'
import { Storingsbord } from '../dienst/storingsbord.ts'
import { Terugmeldingen } from '../dienst/terugmeldingen.ts'

/**
 * A register of incomes and assets, as docs/inkomensregister.openapi.json describes. No public standard for this
 * exists: the contract is our own. Beside it, corrections (docs/terugmelding.openapi.json).
 */
export async function startInkomen(opties: RegisterOpties): Promise<Dienst> {
  const { bevolking, nu } = opties
  const meldingen = new Terugmeldingen(nu)
  const dienst = {
    ...opties,
    naam: 'inkomen',
    basisPad: '/inkomensregister/v1',
    bord: new Storingsbord((bsn) => storingVan(bevolking, bsn, 'inkomen')),
    beheer: (verzoek: Verzoek) => meldingen.beheer(verzoek),
    ongeautoriseerd: () => probleem(401, 'Niet aangemeld.'),
  }
  return startDienst(
    dienst,
    (verzoek) =>
      meldingen.doe(verzoek, (bsn) => bevolking.opBsn(bsn) !== undefined) ??
      opties.volgers?.doe(verzoek, (bsn) => bevolking.opBsn(bsn)?.inkomen !== undefined) ??
      gegevens(opties, verzoek),
  )
}

function gegevens({ bevolking, nu }: RegisterOpties, verzoek: Verzoek): Antwoord {
  if (verzoek.pad !== '/inkomensgegevens' || verzoek.methode !== 'POST')
    return probleem(404, 'Niet gevonden.')
  const { burgerservicenummer: bsn, velden = alleVelden, ...rest } = alsObject(verzoek.json)
  if (typeof bsn !== 'string' || !/^\d{9}$/.test(bsn) || Object.keys(rest).length > 0 || !isVelden(velden)) {
    return probleem(400, 'Het verzoek heeft een burgerservicenummer van negen cijfers, en bestaande velden.')
  }
  const persoon = bevolking.opBsn(bsn)
  if (persoon?.inkomen === undefined)
    return { ...probleem(404, 'Van deze persoon is niets bekend.'), over: [bsn] }
  const ander = buurMetInkomen(bevolking, persoon)
  return {
    status: 200,
    inhoud: toon(persoon, velden, nu()),
    over: [bsn],
    verwisseld: () => toon(ander, velden, nu()),
  }
}

const alleVelden = ['toetsingsinkomens', 'vermogen', 'nettoMaandinkomen'] as const
type Veld = (typeof alleVelden)[number]

function isVelden(waarde: unknown): waarde is readonly Veld[] {
  const isVeld = (een: unknown): boolean => alleVelden.some((veld) => veld === een)
  return Array.isArray(waarde) && waarde.length > 0 && waarde.every(isVeld)
}

function toon({ bsn, inkomen }: Persoon, velden: readonly Veld[], nu: Date) {
  if (inkomen === undefined) throw new Error('wie geen inkomen heeft wordt niet getoond')
  const delen = {
    toetsingsinkomens: inkomen.jaren.map(({ jaar, centen, status, opDatum }) => ({
      jaar,
      bedrag: centen,
      status,
      datum: opDatum,
    })),
    vermogen: { bedrag: inkomen.vermogen.centen, peildatum: inkomen.vermogen.peildatum },
    nettoMaandinkomen: { bedrag: inkomen.nettoPerMaand.centen, maand: inkomen.nettoPerMaand.maand },
  }
  return {
    burgerservicenummer: bsn,
    valuta: inkomen.valuta,
    bijgewerktOp: nu.toISOString(),
    ...Object.fromEntries(velden.map((veld) => [veld, delen[veld]])),
    bronnen: inkomen.bronnen,
  }
}

function buurMetInkomen(bevolking: RegisterOpties['bevolking'], persoon: Persoon): Persoon {
  let ander = persoon
  do ander = buurman(bevolking, ander)
  while (ander.inkomen === undefined || ander.nr === persoon.nr)
  return ander
}

function probleem(status: number, title: string): Antwoord {
  return { status, inhoud: { type: 'about:blank', title, status } }
}
