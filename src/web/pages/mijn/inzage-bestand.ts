import type { Ketenkop, Verwerkingsbewijs } from '../../../audit/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { tabelPdf } from '../../pdf/tabel-pdf.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import type { MijnBronnen } from './bronnen.ts'
import { eisWie } from './eis.ts'
import { bronnenVan, waarom, wanneer, wat, wieHielp, wieZag } from './inzage.ts'
import type { Inzagekeuze } from './inzage-filter.ts'
import { eisKeuze, keuzeInWoorden } from './inzage-kiezen.ts'
import { leesGevouwen, leesTeKiezen, leesTeZien } from './inzage-lezen.ts'
import type { Getoond } from './inzage-voor-kind.ts'
import { moment } from './kader.ts'
import { metRegel } from './verwerk.ts'
import type { Wie } from './wie.ts'

/** Named limits: in a file for programs, and on paper. */
const maxInBestand = 10_000
const maxOpPapier = 500

/** All of it, or what was chosen, as the standard for logs of processing draws it, with our words beside it. No id of anybody else. */
export async function json(verzoek: Verzoek): Promise<Antwoord> {
  const { keuze, inzagen, isMeer, kop } = await lees(verzoek, leesTeZien, maxInBestand)
  const regels = inzagen.map((inzage) => {
    const { waarvoor, grondslag, gegevens } = inWoorden(verzoek, inzage)
    return {
      tijd: inzage.tijd.toISOString(),
      wie: wieZag(verzoek, inzage),
      reden: waarom(verzoek, inzage),
      helper: wieHielp(verzoek, inzage),
      waarvoor,
      grondslag,
      gegevens,
      gevraagdBij: bronnenVan(verzoek, inzage),
      afloop: inzage.afloop,
      logregel: inzage.ldv,
    }
  })
  const keten = kop && {
    nummer: kop.volgnummer,
    hash: kop.hash.toString('hex'),
    sleutel: kop.kid,
    handtekening: kop.handtekening.toString('base64url'),
  }
  const inhoud = JSON.stringify(
    {
      gemaakt: verzoek.nu.toISOString(),
      keuze: keuzeInBestand(verzoek, keuze),
      volledig: !isMeer,
      keten,
      regels,
    },
    undefined,
    2,
  )
  return { soort: 'bestand', inhoud, type: 'application/json; charset=utf-8', naam: 'inzage.json' }
}

/** Absent when nothing was left out on purpose. */
function keuzeInBestand(verzoek: Verzoek, keuze: Inzagekeuze) {
  const woorden = keuzeInWoorden(verzoek, keuze)
  if (woorden === undefined) return undefined
  const { verwerking, kijker, portaal, organisatie, vanaf, totEnMet } = keuze
  return { woorden, verwerking, wie: organisatie ?? kijker, portaal, vanaf, tot_en_met: totEnMet }
}

/** The same for people, on paper or read out. */
export async function pdf(verzoek: Verzoek): Promise<Antwoord> {
  const { context, nu } = verzoek
  const { t } = context.spraak
  const { keuze, bundels, isMeer, kop } = await lees(verzoek, leesGevouwen, maxOpPapier)
  const gekozen = keuzeInWoorden(verzoek, keuze)
  const op = (tijd: Date): string => moment(context, tijd, datumOp(tijd, 'Europe/Amsterdam'))
  const inhoud = await tabelPdf({
    taal: context.taal,
    titel: t('mijn.inzage.titel'),
    gemaakt: nu,
    inleiding: [
      t('mijn.inzage.inleiding'),
      t('mijn.inzage.blad.over'),
      t('mijn.inzage.blad.gemaakt', { moment: op(nu) }),
      ...(gekozen === undefined ? [] : [t('mijn.inzage.blad.keuze', { keuze: gekozen })]),
      ...(isMeer ? [t('mijn.inzage.blad.meer', { n: bundels.length })] : []),
      ...(bundels.length === 0 && !isMeer ? [t('mijn.inzage.geen')] : []),
    ],
    kolommen: [
      { kop: t('mijn.inzage.kolom.wanneer'), deel: 18 },
      { kop: t('mijn.inzage.kolom.wie'), deel: 20 },
      { kop: t('mijn.inzage.kolom.waarvoor'), deel: 34 },
      { kop: t('mijn.inzage.kolom.wat'), deel: 28 },
    ],
    rijen: bundels.map((bundel) => {
      const { nieuwste: inzage } = bundel
      const { waarvoor, grondslag, gegevens } = inWoorden(verzoek, inzage)
      const mislukt = inzage.afloop === 'mislukt' ? ` ${t('mijn.inzage.mislukt')}` : ''
      const grond =
        grondslag === undefined ? '' : ` ${t('mijn.inzage.grond', { letter: grondslag.slice(-1) })}`
      const bij = bronnenVan(verzoek, inzage).join(', ')
      const soorten =
        bij === '' ? gegevens.join(', ') : `${gegevens.join(', ')}. ${t('mijn.inzage.bij', { bij })}`
      const welke = inzage.inhoud === undefined ? t('mijn.inzage.gewist') : soorten
      const meer = [waarom(verzoek, inzage), wieHielp(verzoek, inzage)].filter((zin) => zin !== undefined)
      const zag = wieZag(verzoek, inzage)
      const wie = meer.length === 0 || zag.endsWith('.') ? zag : `${zag}.`
      return [wanneer(verzoek, bundel), [wie, ...meer].join(' '), `${waarvoor}.${grond}${mislukt}`, welke]
    }),
    slot: kop === undefined ? [] : slotVan(verzoek, kop),
    voet: (n, van) => `${t('mijn.inzage.titel')} · ${t('mijn.inzage.blad.pagina', { n, van })}`,
  })
  return { soort: 'bestand', inhoud, type: 'application/pdf', naam: 'inzage.pdf' }
}

function slotVan({ context }: Verzoek, { volgnummer, hash, kid, handtekening }: Ketenkop): readonly string[] {
  const { t } = context.spraak
  return [
    t('mijn.inzage.blad.nakijken'),
    t('mijn.inzage.blad.controle', { nummer: String(volgnummer), hash: hash.toString('hex') }),
    t('mijn.inzage.blad.handtekening', { kid, handtekening: handtekening.toString('base64url') }),
  ]
}

function inWoorden(verzoek: Verzoek, inzage: Getoond) {
  const { taal } = verzoek.context
  const activiteit = eisWie(verzoek).mijn.verwerkingen().get(inzage.verwerking)
  return {
    waarvoor: activiteit?.naam[taal] ?? inzage.verwerking,
    grondslag: activiteit?.grondslag.avg,
    gegevens: (inzage.inhoud?.gegevens ?? []).map((soort) => activiteit?.soorten[soort]?.[taal] ?? soort),
  }
}

type Lezer<T> = (
  ...wat: [bron: MijnBronnen, wie: Wie, bewijs: Verwerkingsbewijs, max: number, keuze: Inzagekeuze]
) => Promise<T>

/** What was read and the end of the chain after it, on one line in the log. */
function lees<T>(verzoek: Verzoek, hoe: Lezer<T>, max: number) {
  const { mijn, wie } = eisWie(verzoek)
  return metRegel(mijn, wie, wat, async (bewijs) => {
    const keuze = eisKeuze(verzoek, await leesTeKiezen(mijn, wie, bewijs))
    return {
      keuze,
      ...(await hoe(mijn, wie, bewijs, max, keuze)),
      kop: await mijn.toegang.leesKop(wie.persoon, bewijs),
    }
  })
}
