/** Where a professional can go from the first page, in the order in which it is shown there. */
import { type Html, html } from '../../../platform/index.ts'
import { adres, type Routenaam } from '../../routes.ts'
import type { Medewerkereis } from '../../toegangseis.ts'
import type { Verzoek } from '../../verzoek.ts'
import {
  bronnenZien,
  campagnesZien,
  collegaBellen,
  eisWerker,
  ervaringNoteren,
  ervaringZien,
  gebruikZien,
  herstelVanOns,
  herstelwerkZien,
  intakeZien,
  ketenwerkZien,
  lijnBemannen,
  naamloosZien,
  postvakZien,
  signalenZien,
  storingenZien,
  toezichtZien,
  veranderingenwerkZien,
  vroegsignaalwerkZien,
  wetZien,
} from './eis.ts'
import { beslisVoorWerker } from './werker.ts'

interface Ingang {
  readonly naar: Routenaam
  /** Key of the text of the link. */
  readonly tekst: string
  /** Key of a sentence on what one does there; absent where the link says it. */
  readonly uitleg?: string
  /** Absent: every professional may. */
  readonly eis?: Medewerkereis
  /** Whether this installation has it at all; absent: each has. */
  readonly heeft?: (verzoek: Verzoek) => unknown
}

const INGANGEN: readonly Ingang[] = [
  { naar: 'balieLoket', tekst: 'loket.werk.titel', eis: ketenwerkZien, heeft: (v) => v.loket },
  { naar: 'balieBellen', tekst: 'bellen.titel', eis: collegaBellen, heeft: (v) => v.loket?.gesprekken },
  { naar: 'balieDienst', tekst: 'lijndienst.titel', eis: lijnBemannen, heeft: (v) => v.loket?.lijn },
  { naar: 'balieIntake', tekst: 'intake.begin', eis: intakeZien },
  { naar: 'balieKennis', tekst: 'kennis.titel' },
  { naar: 'balieLijnen', tekst: 'lijnen.titel', heeft: (v) => v.balie?.gids },
  {
    naar: 'balieNaamloos',
    tekst: 'intake.naamloos.titel',
    eis: naamloosZien,
    heeft: (v) => v.balie?.naamloos,
  },
  { naar: 'baliePost', tekst: 'post.balie.titel', eis: postvakZien, heeft: (v) => v.poststukken },
  { naar: 'balieHerstel', tekst: 'herstel.begin', eis: herstelwerkZien, heeft: (v) => v.balie?.herstelwerk },
  {
    naar: 'balieVroeg',
    tekst: 'vroegsignalering.balie.titel',
    eis: vroegsignaalwerkZien,
    heeft: (v) => v.balie?.hulpaanbiedingen,
  },
  {
    naar: 'balieVeranderingen',
    tekst: 'veranderingen.balie.begin',
    eis: veranderingenwerkZien,
    heeft: (v) => v.proactief,
  },
  {
    naar: 'balieHerstelVanOns',
    tekst: 'herstel.van_ons.titel',
    eis: herstelVanOns,
    heeft: (v) => v.balie?.herstelwerk,
  },
  { naar: 'balieStoringen', tekst: 'post.storingen.titel', eis: storingenZien, heeft: (v) => v.poststukken },
  { naar: 'balieSignalen', tekst: 'zaaksignaal.balie.titel', eis: signalenZien },
  { naar: 'balieBronnen', tekst: 'bronnen.titel', eis: bronnenZien, heeft: (v) => v.balie?.aansluitingen },
  { naar: 'balieGelukt', tekst: 'ervaring.noteer.titel', eis: ervaringNoteren, heeft: (v) => v.ervaring },
  { naar: 'balieErvaring', tekst: 'ervaring.overzicht.titel', eis: ervaringZien, heeft: (v) => v.ervaring },
  {
    naar: 'balieLering',
    tekst: 'loket.leren.titel',
    eis: ervaringZien,
    heeft: (v) => v.ervaring && v.loket,
  },
  {
    ...{ naar: 'balieGebruik', tekst: 'gebruik.titel', uitleg: 'balie.begin.uitleg.gebruik' },
    ...{ eis: gebruikZien, heeft: (v) => v.balie?.gebruik },
  },
  {
    ...{ naar: 'balieCampagnes', tekst: 'campagne.titel', uitleg: 'balie.begin.uitleg.campagnes' },
    ...{ eis: campagnesZien, heeft: (v) => v.balie?.gebruik },
  },
  {
    ...{ naar: 'balieWet', tekst: 'wetswijziging.titel', uitleg: 'balie.begin.uitleg.wet' },
    ...{ eis: wetZien, heeft: (v) => v.balie?.vergelijkloper },
  },
  { naar: 'balieToezicht', tekst: 'balie.begin.toezicht', eis: toezichtZien },
]

export function ingangen(verzoek: Verzoek): Html {
  const { balie, werker } = eisWerker(verzoek)
  const { context, nu } = verzoek
  const te = INGANGEN.filter(
    ({ eis, heeft }) =>
      (heeft === undefined || heeft(verzoek) !== undefined) &&
      (eis === undefined || beslisVoorWerker(balie, werker, eis, nu).mag),
  )
  return html`<ul class="vd-list">${te.map(({ naar, tekst, uitleg }) => html`<li><a href="${adres(context.taal, naar)}">${context.spraak.t(tekst)}</a>${uitleg !== undefined && html`<br><span class="vd-calm vd-small">${context.spraak.t(uitleg)}</span>`}</li>`)}</ul>`
}

/** Roles that meet no residents: they help nobody, beside the resident or otherwise. */
const ZONDER_INWONERS: readonly string[] = ['beleid', 'beheerder', 'installatiebeheerder', 'toezicht']

export function helptInwoners(verzoek: Verzoek): boolean {
  return eisWerker(verzoek).werker.subject.rollen.some((rol) => !ZONDER_INWONERS.includes(rol))
}
