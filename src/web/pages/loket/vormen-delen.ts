/** Forms about who takes part, what they see, what is passed on and what is written down. */
import { parseOrganisatieId } from '../../../domain/index.ts'
import {
  DELING_DAGEN,
  deelgronden,
  documentsoorten,
  herkenningswijzen,
  meldwijzen,
  partijsoorten,
  UITNODIGING_DAGEN,
  type ZichtbareDeling,
} from '../../../loket/index.ts'
import { PlatformError } from '../../../platform/index.ts'
import type { Keuze, Veldfout } from '../../ui/formulier.ts'
import { eisWerker } from '../balie/eis.ts'
import { stuurPlan } from './planpost.ts'
import type { Ketenscherm } from './scherm.ts'
import type { Ingevuld, Veld } from './velden.ts'
import {
  doe,
  eindeVan,
  keuzesVan,
  kiesUit,
  namensUit,
  namensveld,
  overDagen,
  overhedenInGroepen,
  reden,
  type Uitnodiging,
  type Vorm,
  w,
} from './vorm.ts'
import { deelnemernaam, onderdeelnaam, vindDeelnemer } from './woorden.ts'

/** What a professional shares something for. */
const doelen = ['stap-uitvoeren', 'meedenken', 'beslissen', 'afstemmen'] as const
const rollen = ['uitvoerder', 'adviseur', 'hulpverlener'] as const
const stukken = ['bericht', 'notitie', 'contactmoment'] as const

/** Named limit: so long holds a share of which nobody said otherwise. */
const DELING_GEWOON_DAGEN = 90

const doelveld = (scherm: Ketenscherm): Veld => ({
  soort: 'keuze',
  naam: 'doel',
  opties: keuzesVan(scherm, 'doel', doelen),
})

function deelnemers(scherm: Ketenscherm): readonly Keuze[] {
  const { zicht } = scherm.beeld
  return zicht.deelnemers
    .filter(({ wie }) => wie.soort !== 'organisatie' || wie.organisatie !== zicht.regie.organisatie)
    .map((een) => ({ waarde: een.id, tekst: deelnemernaam(scherm, een) }))
}

/** Who it is about, the question, notes: everything but work notes, which are for who owns the case. */
function deelbaar(scherm: Ketenscherm): readonly Keuze[] {
  const { onderdelen, stappen } = scherm.beeld.zicht
  return [
    ...onderdelen.filter(({ soort }) => soort !== 'werknotitie').map(({ id }) => id),
    ...stappen.map(({ stap }) => stap),
  ].map((id) => ({ waarde: id, tekst: onderdeelnaam(scherm, id) }))
}

/** The resident objected, and nobody decided that it stays. */
const heeftBezwaar = ({ bezwaar }: ZichtbareDeling<unknown>) =>
  bezwaar !== undefined && bezwaar.uitkomst !== 'blijft'

/** Asked, and not answered yet. Of others a reader who is asked sees nothing. */
const isGevraagd = ({ beeld }: Ketenscherm, over: string) =>
  beeld.zicht.verzoeken.some(({ id, stand }) => id === over && stand === 'open')

/** Who is known gets a message anyhow; whom nobody can send one must hear it now. */
const wijzen = ({ beeld, verzoek }: Ketenscherm) =>
  meldwijzen.filter(
    (een) =>
      een !== 'bericht' ||
      (beeld.zicht.betrokkene?.soort === 'persoon' && verzoek.loket?.berichten !== undefined),
  )

const vindDeling = ({ beeld }: Ketenscherm, over: string) =>
  beeld.zicht.delingen.find(({ id }) => id === over)

export const deelvormen = {
  deel: {
    kan: ['deel'],
    velden: (scherm, over) => [
      { soort: 'lijst', naam: 'onderdeel', groepen: [{ opties: deelbaar(scherm) }] },
      { soort: 'lijst', naam: 'deelnemer', groepen: [{ opties: deelnemers(scherm) }], gekozen: over },
      doelveld(scherm),
      {
        soort: 'keuze',
        // `grond` is of the one who is helped.
        naam: 'deelgrond',
        label: 'loket.veld.grond',
        hulp: 'loket.hulp.grond',
        opties: keuzesVan(
          scherm,
          'grond',
          deelgronden.filter((een) => een !== 'eigen-inbreng'),
        ),
      },
      { soort: 'dag', naam: 'tot', waarde: overDagen(scherm, DELING_GEWOON_DAGEN) },
      ...(scherm.beeld.zicht.delingen.some(heeftBezwaar)
        ? [
            {
              soort: 'vink',
              naam: 'toestemming',
              label: 'loket.veld.nieuw_ja',
              hulp: true,
              magLeeg: true,
            } as const,
          ]
        : []),
    ],
    maak: (in_, { verzoek, beeld }) => {
      const doel = kiesUit(doelen, in_.tekst('doel'))
      const grond = kiesUit(deelgronden, in_.tekst('deelgrond'))
      const isBezwaar = beeld.zicht.delingen.some(
        (een) =>
          heeftBezwaar(een) &&
          een.onderdeel === in_.tekst('onderdeel') &&
          een.deelnemer === in_.tekst('deelnemer'),
      )
      // A yes that was taken back is no yes any more: they are asked anew, or it is not said.
      if (isBezwaar && grond === 'toestemming' && in_.tekst('toestemming') !== 'ja')
        return { veld: 'toestemming', tekst: verzoek.context.spraak.t('loket.fout.nieuw_ja') }
      if (doel === undefined || grond === undefined)
        return { veld: 'doel', tekst: verzoek.context.spraak.t('loket.fout.leeg_keuze') }
      const tot = eindeVan(in_.dag('tot'))
      return doe({
        soort: 'deel',
        onderdeel: in_.tekst('onderdeel'),
        deelnemer: in_.tekst('deelnemer'),
        doel,
        grond,
        tot,
        ...(grond === 'toestemming' && in_.tekst('toestemming') === 'ja' && { isNieuwJa: true }),
      })
    },
  },
  'stop-delen': {
    kan: ['stop-deling'],
    isEinde: true,
    bestaat: (scherm, over) => ['geldt', 'bezwaar'].includes(vindDeling(scherm, over)?.stand ?? ''),
    velden: () => [],
    maak: (_in, _scherm, over) => doe({ soort: 'stop-deling', deling: over }),
  },
  bezwaar: {
    kan: ['maak-bezwaar'],
    bestaat: (scherm, over) => vindDeling(scherm, over)?.stand === 'geldt',
    velden: () => [reden],
    maak: (in_, _scherm, over) => doe({ soort: 'maak-bezwaar', deling: over, reden: w(in_.tekst('reden')) }),
  },
  /** For the resident, who says it at a desk, by phone or in a letter. */
  'bezwaar-namens': {
    kan: ['maak-bezwaar'],
    bestaat: (scherm, over) => vindDeling(scherm, over)?.stand === 'geldt',
    velden: (scherm) => [reden, namensveld(scherm)],
    maak: (in_, _scherm, over) =>
      doe({ soort: 'maak-bezwaar', deling: over, reden: w(in_.tekst('reden')), ...namensUit(in_) }),
  },
  'bezwaar-beoordelen': {
    kan: ['beoordeel-bezwaar'],
    bestaat: (scherm, over) => vindDeling(scherm, over)?.stand === 'bezwaar',
    velden: (scherm, over) => {
      // What rests on consent ends when it is taken back.
      const uitkomsten =
        vindDeling(scherm, over)?.grond === 'toestemming' ? ['gestopt'] : ['gestopt', 'blijft']
      return [
        {
          soort: 'keuze',
          naam: 'uitkomst',
          label: 'loket.veld.beslissing',
          opties: keuzesVan(scherm, 'bezwaar', uitkomsten),
        },
        reden,
      ]
    },
    maak: (in_, _scherm, over) =>
      doe({
        soort: 'beoordeel-bezwaar',
        deling: over,
        uitkomst: in_.tekst('uitkomst') === 'blijft' ? 'blijft' : 'gestopt',
        reden: w(in_.tekst('reden')),
      }),
  },
  organisatie: {
    kan: ['voeg-organisatie-toe'],
    velden: (scherm) => [
      { soort: 'lijst', naam: 'organisatie', groepen: overhedenInGroepen(scherm) },
      { ...reden, label: 'loket.veld.reden_vraag' },
      { soort: 'keuze', naam: 'rol', opties: keuzesVan(scherm, 'rol', rollen) },
      doelveld(scherm),
    ],
    maak: (in_, { verzoek }) => {
      const organisatie = parseOrganisatieId(in_.tekst('organisatie'))
      const rol = kiesUit(rollen, in_.tekst('rol'))
      const doel = kiesUit(doelen, in_.tekst('doel'))
      if (organisatie === undefined || rol === undefined || doel === undefined)
        return { veld: 'organisatie', tekst: verzoek.context.spraak.t('loket.fout.leeg_keuze') }
      return doe({ soort: 'voeg-organisatie-toe', organisatie, rol, doel, reden: w(in_.tekst('reden')) })
    },
  },
  'deelnemer-weg': {
    kan: ['haal-deelnemer-weg'],
    isEinde: true,
    bestaat: (scherm, over) => vindDeelnemer(scherm, over) !== undefined,
    velden: () => [],
    maak: (_in, _scherm, over) => doe({ soort: 'haal-deelnemer-weg', deelnemer: over }),
  },
  doorsturen: {
    kan: ['stuur-door'],
    velden: (scherm) => [
      { soort: 'lijst', naam: 'naar', groepen: overhedenInGroepen(scherm) },
      reden,
      { soort: 'tekst', naam: 'melding', hulp: true },
      { soort: 'keuze', naam: 'hoe', opties: keuzesVan(scherm, 'gemeld', wijzen(scherm)) },
      {
        soort: 'dag',
        naam: 'tot',
        label: 'loket.veld.doorsturen_tot',
        waarde: overDagen(scherm, DELING_GEWOON_DAGEN),
      },
    ],
    maak: (in_, { verzoek }) => {
      const naar = parseOrganisatieId(in_.tekst('naar'))
      const gemeld = kiesUit(meldwijzen, in_.tekst('hoe'))
      if (naar === undefined || gemeld === undefined)
        return { veld: 'naar', tekst: verzoek.context.spraak.t('loket.fout.leeg_keuze') }
      return doe({
        soort: 'stuur-door',
        naar,
        reden: w(in_.tekst('reden')),
        melding: w(in_.tekst('melding')),
        hoe: gemeld,
        tot: eindeVan(in_.dag('tot')),
      })
    },
  },
  'verzoek-aannemen': {
    kan: ['neem-verzoek-aan'],
    bestaat: isGevraagd,
    velden: () => [],
    maak: (_in, _scherm, over) => doe({ soort: 'neem-verzoek-aan', verzoek: over }),
  },
  'verzoek-teruggeven': {
    kan: ['geef-verzoek-terug'],
    bestaat: isGevraagd,
    isEinde: true,
    velden: () => [reden],
    maak: (in_, _scherm, over) =>
      doe({ soort: 'geef-verzoek-terug', verzoek: over, reden: w(in_.tekst('reden')) }),
  },
  'teruggave-afhandelen': {
    kan: ['handel-teruggave-af'],
    bestaat: ({ beeld }, over) =>
      beeld.zicht.verzoeken.some(({ id, stand }) => id === over && stand === 'teruggegeven'),
    velden: () => [{ soort: 'tekst', naam: 'uitkomst', label: 'loket.veld.wat_gedaan' }],
    maak: (in_, _scherm, over) =>
      doe({ soort: 'handel-teruggave-af', verzoek: over, uitkomst: w(in_.tekst('uitkomst')) }),
  },
  bericht: {
    kan: ['voeg-toe'],
    velden: (scherm) => [
      ...(scherm.kant === 'balie'
        ? [
            {
              soort: 'keuze',
              naam: 'wat',
              opties: keuzesVan(scherm, 'stuksoort', stukken),
              gekozen: 'bericht',
            } as const,
          ]
        : []),
      { soort: 'tekst', naam: 'tekst', hoogte: 6 },
    ],
    maak: (in_, { kant }) =>
      doe({
        soort: 'voeg-toe',
        wat: (kant === 'balie' && kiesUit(stukken, in_.tekst('wat'))) || 'bericht',
        tekst: w(in_.tekst('tekst')),
      }),
  },
  /** To who is known: others get it on paper, at the desk. */
  'plan-sturen': {
    kan: ['voeg-toe'],
    leestWoorden: true,
    bestaat: ({ beeld: { zicht }, kant, verzoek }) =>
      kant === 'balie' &&
      zicht.als === 'regie' &&
      zicht.betrokkene?.soort === 'persoon' &&
      verzoek.loket?.berichten !== undefined,
    velden: () => [],
    maak: (_in, scherm) => {
      const { betrokkene } = scherm.beeld.zicht
      const { loket } = scherm.verzoek
      if (betrokkene?.soort !== 'persoon' || loket === undefined) throw new PlatformError('niet-gevonden')
      const { persoon: aan } = betrokkene
      return {
        eerst: (opdracht) => stuurPlan(loket, scherm, { aan, opdracht }),
        // The record is in Dutch (Awb 2:6).
        opdracht: {
          soort: 'voeg-toe',
          wat: 'contactmoment',
          tekst: w(loket.spraken.nl.t('loket.planpost.genoteerd')),
        },
      }
    },
  },
  uitkomst: {
    kan: ['wijzig-uitkomst'],
    velden: ({ beeld }) => {
      const waarde = beeld.zicht.onderdelen.find(({ id }) => id === 'uitkomst')?.tekst
      return [{ soort: 'tekst', naam: 'uitkomst', ...(waarde !== undefined && { waarde }) }]
    },
    maak: (in_) => doe({ soort: 'wijzig-uitkomst', uitkomst: w(in_.tekst('uitkomst')) }),
  },
  /** Who was anonymous is found, with a ground that the professional stated for them. */
  bekend: {
    kan: ['maak-bekend'],
    bestaat: ({ beeld, kant, verzoek }) =>
      kant === 'balie' &&
      beeld.zicht.betrokkene?.soort !== 'persoon' &&
      eisWerker(verzoek).werker.grond?.persoon !== undefined,
    velden: (scherm) => [
      { soort: 'keuze', naam: 'herkend', opties: keuzesVan(scherm, 'herkend', herkenningswijzen) },
    ],
    maak: (in_, { verzoek }) => {
      const { grond } = eisWerker(verzoek).werker
      // In another window they may have gone on to somebody else meanwhile.
      if (in_.tekst('grond') !== grond?.id)
        return { veld: 'herkend', tekst: verzoek.context.spraak.t('loket.fout.andere_inwoner') }
      const { persoon } = grond
      const wijze = kiesUit(herkenningswijzen, in_.tekst('herkend'))
      return persoon === undefined || wijze === undefined
        ? { veld: 'herkend', tekst: verzoek.context.spraak.t('loket.fout.leeg_keuze') }
        : doe({ soort: 'maak-bekend', persoon, hoe: wijze })
    },
  },
} as const satisfies Readonly<Record<string, Vorm>>

/** Named limits of the case itself, said where a day is chosen. */
export const hoogstensDagen = { deling: DELING_DAGEN, uitnodiging: UITNODIGING_DAGEN } as const

export { documentsoorten, herkenningswijzen }

/** An invitation: its answer is a code that is shown once. */
export const uitnodigingsvelden = (scherm: Ketenscherm, over: string): readonly Veld[] => [
  ...(vindDeelnemer(scherm, over) === undefined
    ? ([
        { soort: 'keuze', naam: 'partij', opties: keuzesVan(scherm, 'partij', partijsoorten) },
        { soort: 'regel', naam: 'naam', label: 'loket.veld.partijnaam' },
      ] as const)
    : []),
  { soort: 'regel', naam: 'kvk', magLeeg: true, hulp: true },
  {
    soort: 'dag',
    naam: 'tot',
    label: 'loket.veld.code_tot',
    waarde: overDagen(scherm, UITNODIGING_DAGEN - 1),
  },
]

/** With a number of the business register only who logs in for that company gets in. */
export async function maakUitnodiging(
  in_: Ingevuld,
  scherm: Ketenscherm,
  over: string,
): Promise<Omit<Uitnodiging, 'codehash'> | Veldfout> {
  const tot = eindeVan(in_.dag('tot'))
  const kvk = in_.tekst('kvk').replace(/[ .-]/g, '')
  const gevonden = kvk === '' ? undefined : await scherm.verzoek.loket?.bedrijfBij(kvk)
  if (kvk !== '' && gevonden === undefined)
    return { veld: 'kvk', tekst: scherm.verzoek.context.spraak.t('loket.fout.kvk') }
  const bedrijf = gevonden !== undefined && { bedrijf: gevonden }
  if (vindDeelnemer(scherm, over) !== undefined) {
    const nog = { soort: 'nodig-opnieuw-uit', deelnemer: over, tot, ...bedrijf } as const
    return nog
  }
  const nieuw = {
    soort: 'nodig-uit',
    partij: kiesUit(partijsoorten, in_.tekst('partij')) ?? 'ander',
    naam: w(in_.tekst('naam')),
    doel: 'stap-uitvoeren',
    tot,
    ...bedrijf,
  } as const
  return nieuw
}
