/** Forms about the one owner, about what is stuck, and about the end of a case. */
import { parseOrganisatieId } from '../../../domain/index.ts'
import { jawijzen, oplossingen, sluitredenen, zegbareRedenen } from '../../../loket/index.ts'
import type { Keuze } from '../../ui/formulier.ts'
import { eisWerker } from '../balie/eis.ts'
import { belnummer, isBelbaar, netjes } from './bereik.ts'
import type { Ketenscherm } from './scherm.ts'
import type { Ingevuld, Veld } from './velden.ts'
import {
  doe,
  eindeVan,
  keuzesVan,
  kiesUit,
  namensUit,
  namensveld,
  openStappen,
  overDagen,
  overheden,
  reden,
  type Vorm,
  w,
} from './vorm.ts'

const redenen = sluitredenen.filter((een) => een !== 'opgelost')

/** Named limit: so long stands an offer of which nobody said otherwise. */
const AANBOD_DAGEN = 4

/** The name that goes with their login and the number of their organisation, for them to complete where one is not known. */
export function aanspreekveld({ verzoek }: Pick<Ketenscherm, 'verzoek'>) {
  const { naam, organisatie } = eisWerker(verzoek).werker.subject
  const waarde = [naam, belnummer(verzoek, organisatie)].filter((een) => een !== undefined).join(', ')
  return {
    ...({ soort: 'regel', naam: 'aanspreekpunt', hulp: true, belbaar: true } as const),
    ...(waarde !== '' && { waarde }),
  } satisfies Veld
}

const zonderBelkeur = ({ belbaar: _, ...veld }: ReturnType<typeof aanspreekveld>): Veld => veld

/** Whom the resident calls, as it was typed, without commas that nothing stands between. */
export const aanspreekpuntUit = (in_: Ingevuld) => w(netjes(in_.tekst('aanspreekpunt')))

const uitleg = (label: string): Veld => ({ soort: 'tekst', naam: 'uitleg', label })
const vindOpschaling = ({ beeld }: Ketenscherm, over: string) =>
  beeld.zicht.opschalingen.find(({ id, stand }) => id === over && stand === 'open')
const isAanbod = ({ beeld }: Ketenscherm, over: string) => beeld.zicht.overdracht?.id === over

/** Bodies of which somebody can say yes here, but the one that has it. */
function wieKan(scherm: Ketenscherm): readonly Keuze[] {
  const hier: readonly string[] = scherm.loket.ontvangers()
  const { organisatie } = scherm.beeld.zicht.regie
  return overheden(scherm).filter(({ waarde }) => hier.includes(waarde) && waarde !== organisatie)
}

export const regievormen = {
  overdragen: {
    kan: ['bied-overdracht-aan'],
    velden: (scherm) => [
      { soort: 'lijst', naam: 'aan', hulp: true, groepen: [{ opties: wieKan(scherm) }] },
      reden,
      { soort: 'dag', naam: 'tot', label: 'loket.veld.aanbod_tot', waarde: overDagen(scherm, AANBOD_DAGEN) },
    ],
    maak: (in_, { verzoek }) => {
      const aan = parseOrganisatieId(in_.tekst('aan'))
      return aan === undefined
        ? { veld: 'aan', tekst: verzoek.context.spraak.t('loket.fout.leeg_keuze') }
        : doe({
            soort: 'bied-overdracht-aan',
            aan,
            reden: w(in_.tekst('reden')),
            tot: eindeVan(in_.dag('tot')),
          })
    },
  },
  'overdracht-aannemen': {
    kan: ['aanvaard-overdracht'],
    bestaat: isAanbod,
    velden: (scherm) => [aanspreekveld(scherm)],
    maak: (in_, _scherm, over) =>
      doe({ soort: 'aanvaard-overdracht', overdracht: over, aanspreekpunt: aanspreekpuntUit(in_) }),
  },
  'overdracht-weigeren': {
    kan: ['weiger-overdracht'],
    bestaat: isAanbod,
    isEinde: true,
    velden: () => [reden],
    maak: (in_, _scherm, over) =>
      doe({ soort: 'weiger-overdracht', overdracht: over, reden: w(in_.tekst('reden')) }),
  },
  'overdracht-intrekken': {
    kan: ['trek-overdracht-in'],
    bestaat: isAanbod,
    isEinde: true,
    velden: () => [],
    maak: (_in, _scherm, over) => doe({ soort: 'trek-overdracht-in', overdracht: over }),
  },
  overnemen: {
    kan: ['neem-over'],
    velden: (scherm) => [aanspreekveld(scherm), reden],
    maak: (in_) =>
      doe({ soort: 'neem-over', aanspreekpunt: aanspreekpuntUit(in_), reden: w(in_.tekst('reden')) }),
  },
  opschalen: {
    kan: ['schaal-op'],
    velden: (scherm, over) => [
      { soort: 'keuze', naam: 'aanleiding', opties: keuzesVan(scherm, 'aanleiding', zegbareRedenen) },
      {
        soort: 'lijst',
        naam: 'stap',
        magLeeg: true,
        groepen: [{ opties: openStappen(scherm) }],
        gekozen: over,
      },
      reden,
    ],
    maak: (in_) => {
      const stap = in_.tekst('stap')
      const aanleiding = kiesUit(zegbareRedenen, in_.tekst('aanleiding')) ?? 'anders'
      return doe({
        soort: 'schaal-op',
        aanleiding,
        ...(stap !== '' && { stap }),
        reden: w(in_.tekst('reden')),
      })
    },
  },
  behandelen: {
    kan: ['behandel-opschaling'],
    bestaat: (scherm, over) => vindOpschaling(scherm, over) !== undefined,
    velden: () => [{ soort: 'tekst', naam: 'uitkomst', label: 'loket.veld.wat_gedaan' }],
    maak: (in_, _scherm, over) =>
      doe({ soort: 'behandel-opschaling', opschaling: over, uitkomst: w(in_.tekst('uitkomst')) }),
  },
  doorbreken: {
    kan: ['breek-door'],
    bestaat: (scherm, over) => vindOpschaling(scherm, over)?.functie === 'doorbreker',
    velden: (scherm) => [
      { soort: 'tekst', naam: 'besluit' },
      {
        soort: 'lijst',
        naam: 'stap',
        label: 'loket.veld.nieuwe_stap',
        magLeeg: true,
        groepen: [{ opties: openStappen(scherm) }],
      },
      { soort: 'dag', naam: 'termijn', werkdag: true, label: 'loket.veld.nieuwe_dag', magLeeg: 'soms' },
      { soort: 'vink', naam: 'neemtRegie', magLeeg: true },
      { ...zonderBelkeur(aanspreekveld(scherm)), magLeeg: 'soms', hulp: 'loket.hulp.aanspreekpunt_over' },
    ],
    maak: (in_, { verzoek }, over) => {
      const punt = in_.tekst('aanspreekpunt')
      const neemt = in_.tekst('neemtRegie') === 'ja'
      // Only who takes it over is called.
      if (neemt && !isBelbaar(punt))
        return {
          veld: 'aanspreekpunt',
          tekst: verzoek.context.spraak.t(`loket.fout.${punt === '' ? 'leeg_tekst' : 'belbaar'}`),
        }
      const stap = in_.tekst('stap')
      const termijn = in_.dag('termijn')
      if ((stap === '') !== (termijn === undefined))
        return {
          veld: stap === '' ? 'stap' : 'termijn',
          tekst: verzoek.context.spraak.t(`loket.fout.leeg_${stap === '' ? 'keuze' : 'dag'}`),
        }
      return doe({
        soort: 'breek-door',
        opschaling: over,
        besluit: w(in_.tekst('besluit')),
        ...(termijn !== undefined && { termijnen: [{ stap, termijn }] }),
        ...(neemt && { neemtRegie: { aanspreekpunt: aanspreekpuntUit(in_) } }),
      })
    },
  },
  'sluiting-vragen': {
    kan: ['vraag-sluiting'],
    // Who has no page of their own is asked at the desk or on the telephone, and that is a form of its own.
    bestaat: ({ beeld: { zicht } }) => zicht.betrokkene?.soort === 'persoon',
    velden: () => [uitleg('loket.veld.wat_bereikt')],
    maak: (in_) => doe({ soort: 'vraag-sluiting', uitleg: w(in_.tekst('uitleg')) }),
  },
  /** What somebody who is not logged in says to a professional, who writes down how. */
  'sluiten-met-ja': {
    kan: ['sluit-met-ja'],
    isEinde: true,
    // Who has a page of their own is asked on it first.
    bestaat: ({ beeld: { zicht } }) =>
      zicht.betrokkene?.soort !== 'persoon' || zicht.sluitingGevraagd !== undefined,
    velden: (scherm) => [
      {
        soort: 'keuze',
        naam: 'hoe',
        label: 'loket.veld.ja_hoe',
        opties: keuzesVan(
          scherm,
          'ja',
          jawijzen.filter((een) => een !== 'ingelogd'),
        ),
      },
      uitleg('loket.veld.wat_bereikt'),
    ],
    maak: (in_) =>
      doe({
        soort: 'sluit-met-ja',
        hoe: kiesUit(jawijzen, in_.tekst('hoe')) ?? 'balie',
        uitleg: w(in_.tekst('uitleg')),
      }),
  },
  'sluiten-met-reden': {
    kan: ['sluit-met-reden'],
    isEinde: true,
    velden: (scherm) => [
      { soort: 'keuze', naam: 'om', opties: keuzesVan(scherm, 'sluiten', redenen) },
      { soort: 'tekst', naam: 'uitleg', hulp: 'loket.hulp.uitleg_sluiten' },
    ],
    maak: (in_, { verzoek }) => {
      const om = kiesUit(redenen, in_.tekst('om'))
      return om === undefined
        ? { veld: 'om', tekst: verzoek.context.spraak.t('loket.fout.leeg_keuze') }
        : doe({ soort: 'sluit-met-reden', om, uitleg: w(in_.tekst('uitleg')) })
    },
  },
  /** The resident's own yes. */
  ja: {
    kan: ['sluit-met-ja'],
    bestaat: ({ beeld }) => beeld.zicht.sluitingGevraagd !== undefined,
    velden: () => [{ ...uitleg('loket.veld.vertel'), magLeeg: true }],
    // Without words of theirs it says what the button said: it stands on their own page.
    maak: (in_, { verzoek }) =>
      doe({
        soort: 'sluit-met-ja',
        hoe: 'ingelogd',
        uitleg: w(in_.tekst('uitleg') || verzoek.context.spraak.t('loket.inwoner.ja_zonder_uitleg')),
      }),
  },
  'niet-opgelost': {
    kan: ['meld-niet-opgelost'],
    velden: () => [{ ...reden, label: 'loket.veld.wat_nog' }],
    maak: (in_) => doe({ soort: 'meld-niet-opgelost', reden: w(in_.tekst('reden')) }),
  },
  betwisten: {
    kan: ['betwist-sluiting'],
    velden: () => [{ ...reden, label: 'loket.veld.wat_nog' }],
    maak: (in_) => doe({ soort: 'betwist-sluiting', reden: w(in_.tekst('reden')) }),
  },
  'betwisten-namens': {
    kan: ['betwist-sluiting'],
    velden: (scherm) => [{ ...reden, label: 'loket.veld.wat_nog' }, namensveld(scherm)],
    maak: (in_) => doe({ soort: 'betwist-sluiting', reden: w(in_.tekst('reden')), ...namensUit(in_) }),
  },
  navraag: {
    kan: ['beantwoord-navraag'],
    bestaat: ({ beeld }) => beeld.zicht.stand === 'gesloten' && beeld.zicht.nabevraagd === undefined,
    velden: (scherm) => [
      { soort: 'keuze', naam: 'opgelost', opties: keuzesVan(scherm, 'opgelost', oplossingen) },
      { soort: 'regel', naam: 'keer', hulp: true, getal: true },
    ],
    maak: (in_, { verzoek }) => {
      const keerVerteld = /^\d{1,3}$/.test(in_.tekst('keer')) ? Number(in_.tekst('keer')) : undefined
      return keerVerteld === undefined
        ? { veld: 'keer', tekst: verzoek.context.spraak.t('loket.fout.getal') }
        : doe({
            soort: 'beantwoord-navraag',
            opgelost: kiesUit(oplossingen, in_.tekst('opgelost')) ?? 'nee',
            keerVerteld,
          })
    },
  },
} as const satisfies Readonly<Record<string, Vorm>>
