import { type Afzenderregister, type Controlecodes, maakRegister } from '../../../afzender/index.ts'
import type { GeladenCorpus } from '../../../corpus/index.ts'

/** What the pages about genuine senders need beside the corpus. */
export interface Echtbronnen {
  readonly register: () => Afzenderregister
  readonly codes: Pick<Controlecodes, 'zoek' | 'sleutellog'>
}

const alleenCorpus = new WeakMap<GeladenCorpus, Afzenderregister>()

/** Where nothing was imported and nothing is sent: the register that the corpus makes. */
export function registerVan({
  echt,
  geheel,
}: {
  readonly echt?: Echtbronnen | undefined
  readonly geheel: () => GeladenCorpus
}): Afzenderregister {
  if (echt !== undefined) return echt.register()
  const corpus = geheel()
  const register = alleenCorpus.get(corpus) ?? maakRegister({ ...corpus, govNl: false })
  alleenCorpus.set(corpus, register)
  return register
}
