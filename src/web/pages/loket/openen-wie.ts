/** Whose case is opened, and under which ground that was said. */
import type { Betrokkene, Woorden } from '../../../loket/index.ts'
import { documentsoorten, herkenningswijzen } from '../../../loket/index.ts'
import type { GesteldeGrond } from '../../../toegang/index.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { wieKeuzes } from './openen-velden.ts'
import { leesIngevuld } from './velden.ts'
import { kiesUit, w } from './vorm.ts'

/**
 * The ground of who is helped, when the form says that it is them. In another window they may have gone on to somebody
 * else meanwhile: then there is none, and nothing lands on the wrong person.
 */
export function grondVoorWie(verzoek: Verzoek): GesteldeGrond | undefined {
  if (verzoek.form.get('wie') !== 'persoon') return undefined
  const { grond } = eisWerker(verzoek).werker
  return grond?.persoon !== undefined && verzoek.form.get('grond') === grond.id ? grond : undefined
}

/** What was typed stays, and they look again whom it is about. */
export function keurGrond(verzoek: Verzoek): readonly Veldfout[] {
  const { form, context } = verzoek
  if (form.get('wie') !== 'persoon' || grondVoorWie(verzoek) !== undefined) return []
  return [{ veld: 'wie', tekst: context.spraak.t('loket.fout.andere_inwoner') }]
}

export function keurWie(verzoek: Verzoek): readonly Veldfout[] {
  const { form, context } = verzoek
  const { t } = context.spraak
  const leeg = (naam: string) => (form.get(naam) ?? '').trim() === ''
  switch (form.get('wie')) {
    case 'document':
      return [
        ...(leeg('document')
          ? [{ veld: 'document', tekst: t('loket.fout.leeg_keuze'), naam: t('loket.veld.document') }]
          : []),
        ...(leeg('naam')
          ? [{ veld: 'naam', tekst: t('loket.fout.leeg_tekst'), naam: t('loket.veld.naam') }]
          : []),
      ]
    case 'persoon':
      return [
        ...keurGrond(verzoek),
        ...(leeg('herkend')
          ? [{ veld: 'herkend', tekst: t('loket.fout.leeg_keuze'), naam: t('loket.veld.herkend_persoon') }]
          : []),
      ]
    default:
      return []
  }
}

export function leesBetrokkene(verzoek: Verzoek): Betrokkene<Woorden> | undefined {
  const in_ = leesIngevuld(verzoek.form)
  const wie = wieKeuzes(verzoek).find((een) => een === in_.tekst('wie'))
  switch (wie) {
    case 'persoon': {
      const persoon = grondVoorWie(verzoek)?.persoon
      const hoe = kiesUit(herkenningswijzen, in_.tekst('herkend'))
      return persoon && hoe && { soort: 'persoon', persoon, hoe }
    }
    case 'document': {
      const document = kiesUit(documentsoorten, in_.tekst('document'))
      return document && { soort: 'document', document, naam: w(in_.tekst('naam')) }
    }
    case 'anoniem':
      return { soort: 'anoniem' }
    case undefined:
      return undefined
  }
}
