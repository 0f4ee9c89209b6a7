import { openBelafspraken } from './app-belafspraken.ts'
import { openBevolkingsdeel } from './app-bevolking.ts'
import { openGebruikdeel } from './app-gebruik.ts'
import type { Inwoners } from './app-inwoners.ts'
import { openKennisdeel } from './app-kennis.ts'
import { openLijnen } from './app-lijnen.ts'
import type { ZakenDeel } from './app-zaken.ts'
import type { LopendCorpus } from './corpus/index.ts'
import type { Demo } from './demo/index.ts'
import { parseOrganisatieId } from './domain/index.ts'
import type { HeeftBalie } from './kanalen/index.ts'
import {
  type Config,
  type Klok,
  type Levensloop,
  type Log,
  type Medewerkerinstelling,
  PlatformError,
} from './platform/index.ts'
import type { Opslag } from './store/index.ts'
import { isMedewerkerrol, type Medewerkerrol, rollenBuitenOverheid, type Toegang } from './toegang/index.ts'
import { type Organisatielogin, oidcOrganisatielogins } from './toegang/oidc/medewerkers.ts'
import type { BalieBronnen } from './web/index.ts'
import type { Bronnenbeheer } from './zaken/index.ts'

/** The part of the composition root that is about professionals. Without residents there is nobody to help. */
export async function openMedewerkers(
  { config, klok, log }: { readonly config: Config; readonly klok: Klok; readonly log: Log },
  {
    opslag,
    corpus,
    toegang,
    inwoners,
    demo,
    beheer,
    zaken,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: LopendCorpus
    readonly toegang: Toegang
    readonly inwoners: Inwoners | undefined
    readonly demo: Demo | undefined
    readonly beheer: Bronnenbeheer
    readonly zaken?: ZakenDeel | undefined
  },
  levensloop: Levensloop,
): Promise<BalieBronnen | undefined> {
  const instellingen = config.medewerkers.length > 0 ? config.medewerkers : demo ? demoLogins(demo) : []
  if (config.medewerkers.length > 0 && inwoners === undefined)
    throw new PlatformError('configuratie-ongeldig', {
      detail: 'VOORDEUR_MEDEWERKERS kan alleen samen met de inlog van inwoners en de registers',
    })
  if (inwoners === undefined || instellingen.length === 0) return undefined
  const logins = leesLogins(instellingen, corpus)
  const organisaties = logins.map(({ organisatie }) => organisatie)
  const { gebruikslopen, vergelijkingen } = openBevolkingsdeel({ klok, log }, { opslag, corpus }, levensloop)
  return {
    toegang,
    logins: oidcOrganisatielogins(logins, (wat) => log.waarschuwing('inloggen medewerker mislukt', { wat })),
    registers: inwoners.mijn.registers,
    kanalen: inwoners.kanalen,
    zoekregister: inwoners.zoekregister,
    herstelwerk: inwoners.kanalen.herstelwerk,
    afspraken: inwoners.mijn.afspraken,
    hulpbehoeften: inwoners.mijn.hulpbehoeften,
    hulpaanbiedingen: inwoners.mijn.hulpaanbiedingen,
    ...openBelafspraken({ klok }, { opslag, toegang, afspraken: inwoners.mijn.afspraken }),
    zaken: zaken?.zaken,
    zaaksignalen: zaken?.signalen,
    verwerkingen: () => corpus.huidig().verwerkingen,
    aansluitingen: beheer,
    ...openGebruikdeel({ klok }, { opslag, corpus, toegang, gebruikslopen }),
    vergelijkloper: vergelijkingen,
    ...openKennisdeel({ config, klok }, { opslag, corpus }),
    ...(await openLijnen(
      { klok, log, demo: demo !== undefined },
      { opslag, corpus, organisaties },
      levensloop,
    )),
  }
}

/** For who has no sessions: as the settings say it. With made-up organisations all of them have one. */
export function baliesUit({ medewerkers, demo }: Pick<Config, 'medewerkers' | 'demo'>): HeeftBalie {
  const isDemo = demo && medewerkers.length === 0
  return (van) => isDemo || medewerkers.some(({ organisatie }) => organisatie === van)
}

/** Names become organisations and roles that exist; every fault at once, and none is passed over. */
export function leesLogins(
  instellingen: readonly Medewerkerinstelling[],
  corpus: Pick<LopendCorpus, 'huidig'>,
): readonly Organisatielogin[] {
  const fouten: string[] = []
  const logins = instellingen.flatMap((instelling): Organisatielogin[] => {
    const { organisatie: id, niveaus, rollen, ...rest } = instelling
    const organisatie = parseOrganisatieId(id)
    const bekend = corpus.huidig().organisaties.get(id)
    if (organisatie === undefined || bekend === undefined) {
      fouten.push(`${id} staat niet in corpus/organisaties`)
      return []
    }
    const gekend = new Map<string, Medewerkerrol>()
    for (const [hun, onze] of Object.entries(rollen)) {
      if (!isMedewerkerrol(onze)) fouten.push(`${id}: de rol ${onze} bestaat niet`)
      else if (!bekend.overheid && !rollenBuitenOverheid.includes(onze))
        fouten.push(`${id} is geen overheid en mag de rol ${onze} niet geven`)
      else gekend.set(hun, onze)
    }
    return [{ ...rest, organisatie, acr: niveaus, rollen: gekend }]
  })
  if (fouten.length > 0) throw new PlatformError('configuratie-ongeldig', { detail: fouten.join('; ') })
  return logins
}

/** The made-up provider stands for all organisations; each is found by a scope of its own. */
function demoLogins({ inlogMedewerkers, werkgevers }: Demo): readonly Medewerkerinstelling[] {
  if (inlogMedewerkers === undefined) return []
  const { uitgever, client, geheim } = inlogMedewerkers
  return werkgevers.map(({ organisatie, mensen }) => ({
    organisatie,
    uitgever,
    client,
    geheim,
    scope: organisatie,
    niveaus: ['substantieel', 'hoog'],
    claims: { organisatie: 'organisatie', rollen: 'rollen', medewerker: 'sub', naam: 'naam' },
    organisatiewaarde: organisatie,
    // What this organisation hands out to the people of its own; a word that we do not know stays unknown.
    rollen: Object.fromEntries(
      mensen.flatMap(({ rollen }) => rollen.filter(isMedewerkerrol).map((rol) => [rol, rol])),
    ),
  }))
}
