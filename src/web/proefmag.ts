import type { Medewerkerrol } from '../toegang/index.ts'

/** What each role may open at a desk, by what they stated. Written out: a change here is a decision. */
const altijd = ['balie', 'balieEinde']
const zoekend = [...altijd, 'balieGrond', 'balieZoeken', 'balieZoek', 'balieKies']
const bronpagina = [
  '',
  'Instellen',
  'Stel',
  'Regels',
  'Regel',
  'Voorbeeld',
  'Proef',
  'Test',
  'Sleutel',
] as const
const bronnen = ['balieBronnen', ...bronpagina.map((naam) => `balieBron${naam}`)]
const aansluiten = ['balieBronNieuw', 'balieBronMaak', 'balieBronSluiten', 'balieBronSluit']
const zaken = ['balieZaken', 'balieZakenZoek', 'balieZakenOpnieuw', 'balieZaak', 'balieZaakDocument']
const hersteltaak = ['balieHerstelTaak', 'balieHerstelBijlage', 'balieHerstelDoe']
const kijkend = [...altijd, 'balieGrond', 'balieInwoner', ...zaken]
const afspraken = ['en', 'Nieuw', 'Maak', '', 'Verzet', 'ZegAf'].map((naam) =>
  naam === 'en' ? 'balieAfspraken' : `balieAfspraak${naam}`,
)
const vroegwerk = ['balieVroeg', 'balieVroegOpen', 'balieVroegCijfers', 'balieVroegUitzoek']
const papier = ['balieMachtiging', 'balieMachtigingGeef', 'balieMachtigingEindig']
const post = [
  'balieHerstel',
  'balieHerstelOpen',
  'baliePost',
  'baliePostMaak',
  'baliePostOpen',
  'baliePostZoek',
  'baliePostStuk',
  'baliePostDoe',
  'baliePostBijlage',
]
const kanalen = [
  'balieKanalen',
  ...['Kies', 'Verklaar', 'Terug', 'Soorten', 'Organisaties', 'Wensen', 'WensenZet', 'Print'].map(
    (naam) => `balieKanalen${naam}`,
  ),
]
/** Chain cases: whoever works in a chain, of any ground or none. */
const ketenrollen: readonly Medewerkerrol[] = [
  'balie',
  'klantcontact',
  'hulpverlener',
  'behandelaar',
  'coordinator',
  'doorbreker',
]
const keten = [
  'Loket',
  'LoketNieuw',
  'LoketOpen',
  'LoketVind',
  'KetenWie',
  'KetenGezien',
  'KetenStuk',
  'Ketenzaak',
  'KetenPrint',
  'KetenPdf',
  'KetenVorm',
  'KetenDoe',
].map((naam) => `balie${naam}`)
const hulp = ['balieHulp', 'balieHulpGeef', 'balieHulpNeem']
const volgen = ['balieVolgen', 'balieVolgenZet']
const veranderingenlijst = ['balieVeranderingen', 'balieVeranderingOpen']
const veranderingen = ['balieVerandering', 'balieVeranderingDoe', 'balieInwonerVeranderingen']
const noteerders: readonly Medewerkerrol[] = [
  'balie',
  'klantcontact',
  'hulpverlener',
  'behandelaar',
  'informatiepunt',
]
const kennis = ['', 'Zoek', 'Regeling', 'Gebeurtenis'].map((naam) => `balieKennis${naam}`)
const kennislezer = [...kennis, 'balieKloptNiet', 'balieKloptNietStuur', 'balieKennismeldingen']
const ontvangers: readonly Medewerkerrol[] = [
  'informatiepunt',
  'adviseur',
  'balie',
  'klantcontact',
  'hulpverlener',
]
const intake = ['', 'Zet', 'Afspraak', 'AfspraakMaak', 'Print', 'Klaar'].map((naam) => `balieIntake${naam}`)
const aanbrengers: readonly Medewerkerrol[] = ['informatiepunt', 'adviseur']
const aanbrengen = ['balieIntakeKeten', 'balieIntakeKetenMaak']
const wet = ['', 'Bestand', 'Regeling', 'RegelingStuur', 'Uitslag', 'Doe', 'Groepen', 'Inkomens'].map(
  (naam) => `balieWet${naam}`,
)
const lijnteams = ['teams', 'teamNieuw', 'team', 'teamDoe'].map((naam) => `balieLijn${naam}`)
const antwoorders: readonly Medewerkerrol[] = ['behandelaar', 'beheerder', 'installatiebeheerder']
const bellen = [
  'Bellen',
  'BellenBel',
  'Gesprek',
  'GesprekDoe',
  'Notitie',
  'NotitieSchrijf',
  'NotitiePrint',
  'NotitiePlan',
  'Belafspraken',
  'BelafspraakNieuw',
  'BelafspraakMaak',
  'Belafspraak',
  'BelafspraakDoe',
  'LijnBel',
  'Oproep',
  'OproepDoe',
  'LijnStrook',
  'Dienst',
  'DienstDoe',
].map((naam) => `balie${naam}`)
const gebruik = ['balieGebruik', 'balieGebruikLoop', 'balieGebruikCsv', 'balieGebruikRegeling']
const campagnes = [
  ...['balieLijstvraag', 'balieLijstvraagStel', 'balieCampagnes', 'balieCampagneNieuw', 'balieCampagneMaak'],
  ...['balieCampagne', 'balieCampagneTel', 'balieCampagneLoting'],
  ...['balieCampagneWijzig', 'balieCampagneVerander', 'balieCampagneTrekIn'],
]
export const magWerk = (
  rol: Medewerkerrol,
  doel: string | undefined,
  isGekozen: boolean,
): readonly string[] => [
  ...magHelpen(rol, doel, isGekozen),
  ...(ketenrollen.includes(rol) ? keten : []),
  ...(aanbrengers.includes(rol) ? aanbrengen : []),
  ...kennislezer,
  'balieLijnen',
  'balieLijnenZoek',
  'balieLijnmodel',
  ...(ketenrollen.includes(rol) || aanbrengers.includes(rol) ? bellen : []),
  ...(ontvangers.includes(rol) ? intake : []),
  ...(antwoorders.includes(rol) ? ['balieKennismeldingDoe'] : []),
  ...(rol === 'balie' || rol === 'klantcontact' ? ['balieNaamloos', 'balieNaamloosZegAf'] : []),
  ...(rol === 'balie' || rol === 'klantcontact' ? [...post, ...veranderingenlijst] : []),
  ...(rol === 'beheerder' ? ['balieStoringen', 'balieStoringenDoe', ...lijnteams] : []),
  ...(rol === 'hulpverlener' ? vroegwerk : []),
  ...(rol === 'behandelaar' || rol === 'beheerder' ? ['balieSignalen'] : []),
  ...(noteerders.includes(rol) ? ['balieGelukt', 'balieGeluktNoteer'] : []),
  ...(rol === 'beleid' || rol === 'installatiebeheerder' ? wet : []),
  ...(rol === 'beheerder' || rol === 'installatiebeheerder'
    ? ['balieErvaring', 'balieErvaringCsv', 'balieLering', 'balieLijncijfers', 'balieLijncijfersCsv']
    : []),
]
const magHelpen = (rol: Medewerkerrol, doel: string | undefined, isGekozen: boolean): readonly string[] => {
  if (rol === 'toezicht') return [...altijd, 'balieToezicht', 'balieControle']
  if (rol === 'beleid') return [...altijd, ...gebruik, ...campagnes]
  if (rol === 'beheerder') return [...altijd, ...bronnen]
  if (rol === 'installatiebeheerder')
    return [...altijd, ...bronnen, ...aansluiten, ...gebruik, 'balieHerstelVanOns', 'balieHerstelGeef']
  const eigen = {
    balie: [
      'contactvoorkeuren',
      'hulp-onthouden',
      'inwoner-helpen',
      'machtiging-registreren',
      'rechten-volgen',
    ],
    klantcontact: ['contactvoorkeuren', 'hulp-onthouden', 'inwoner-helpen', 'rechten-volgen'],
    hulpverlener: ['schuldhulp-geven', 'vroegsignalering'],
    behandelaar: ['regeling-uitvoeren'],
  }
  const doelen = Object.entries(eigen).find(([naam]) => naam === rol)?.[1]
  if (doelen === undefined) return altijd
  if (doel === undefined) return [...altijd, 'balieGrond']
  // A ground for somebody else's purpose is worth nothing.
  if (!doelen.includes(doel)) return [...altijd, 'balieGrond']
  if (!isGekozen) return zoekend
  if (doel === 'contactvoorkeuren') return [...altijd, 'balieGrond', ...kanalen]
  if (doel === 'hulp-onthouden') return [...altijd, 'balieGrond', ...hulp]
  if (doel === 'rechten-volgen') return [...altijd, 'balieGrond', ...volgen]
  if (doel === 'vroegsignalering') return [...altijd, 'balieGrond', 'balieAanbod', 'balieAanbodDoe']
  if (doel === 'machtiging-registreren') return [...zoekend, ...papier]
  return doel === 'inwoner-helpen' ? [...kijkend, ...afspraken, ...hersteltaak, ...veranderingen] : kijkend
}

/** Named limit: of what is new in no way, one in so many is tried. */
const perProef = 17

/** For a proof of everything against everything: all of it when asked for, otherwise whatever is new in one of its ways. */
export function maakSteekproef(): (...wegen: readonly string[]) => boolean {
  const gezien = new Set<string>()
  let rest = 0
  return (...wegen) => {
    const eerder = gezien.size
    for (const weg of wegen) gezien.add(weg)
    return process.env.VOORDEUR_PROEF === 'heel' || gezien.size > eerder || rest++ % perProef === 0
  }
}
