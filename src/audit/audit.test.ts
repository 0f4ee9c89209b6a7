import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { BewijsStore } from './bewijs-store.ts'
import type { VerzegeldBewijs } from './bewijsregel.ts'
import {
  type Bevraging,
  eisBewijs,
  grensVan,
  leesTraceparent,
  nieuwSpoor,
  ontzegel,
  openDataSubjectId,
  openInhoud,
  openSleutelring,
  SleutelOntbreekt,
  traceparent,
  VerwerkingGeweigerd,
  type Verwerkingsbewijs,
  verzegel,
} from './index.ts'
import { ldvAttributen } from './ldv.ts'
import { merkleWortel } from './merkle.ts'
import {
  openProefaudit,
  proefmedewerker,
  proeforganisatie,
  proefregister,
  proefverwerking,
} from './proefaudit.ts'

/** A store that remembers what was written and fails when told. */
function geheugenstore(): BewijsStore & { geschreven: VerzegeldBewijs[]; isStuk: boolean } {
  return {
    geschreven: [],
    isStuk: false,
    async schrijf(regels) {
      if (this.isStuk) throw new Error('databank weg')
      this.geschreven.push(...regels)
      return regels.map(({ onderwerp }, i) => ({ onderwerp, volgnummer: i + 1 }))
    },
    leesInzage: async () => [],
    veranker: async () => undefined,
  }
}

test('the line stands before anything is fetched, and how it ended stands after it', async () => {
  const store = geheugenstore()
  const { audit, persoon } = openProefaudit(store)
  const ik = persoon()
  const uitkomst = await audit.metVerwerking(proefverwerking(ik), async (bewijs) => {
    assert.equal(store.geschreven.length, 1)
    assert.match(bewijs.traceparent, /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
    return 7
  })
  assert.equal(uitkomst, 7)
  assert.deepEqual(
    store.geschreven.map(({ soort }) => soort),
    ['verwerking', 'afgerond'],
  )
  assert.match(store.geschreven[1]?.codes ?? '', /"status":"Ok"/)
})

test('one line names every organisation that is asked, for whoever it is about', async () => {
  const store = geheugenstore()
  const { audit, ring, persoon } = openProefaudit(store)
  const ik = persoon()
  const bronnen = [proeforganisatie('svb'), proeforganisatie('gemeente-GM0599')]
  await audit.metVerwerking(proefverwerking(ik, { bronnen }), async () => undefined)
  const [regel] = store.geschreven
  assert.ok(regel?.inhoud)
  const inhoud = JSON.parse(openInhoud(ring, regel.onderwerp, regel.inhoud)) as { bronnen?: unknown }
  assert.deepEqual(inhoud.bronnen, ['svb', 'gemeente-GM0599'])
  assert.ok(
    !regel.codes.includes('svb'),
    'who is asked says something about a person: it goes with the payload',
  )
})

test('without a log nothing is fetched, and a failure is recorded as one', async () => {
  const store = geheugenstore()
  const { audit, persoon } = openProefaudit(store)
  let isOpgehaald = false
  store.isStuk = true
  const poging = audit.metVerwerking(proefverwerking(persoon()), async () => {
    isOpgehaald = true
  })
  await assert.rejects(poging, /databank weg/)
  assert.equal(isOpgehaald, false)
  store.isStuk = false
  const mislukt = audit.metVerwerking(proefverwerking(persoon()), async () => {
    throw new Error('register zwijgt over 999990019')
  })
  await assert.rejects(mislukt, /register zwijgt/)
  assert.match(store.geschreven.at(-1)?.codes ?? '', /"status":"Error"/)
  assert.ok(!JSON.stringify(store.geschreven).includes('zwijgt'), 'what was fetched is not in the log')
})

test('a fetch without proof does not compile, and a forged or old proof does not run', async () => {
  const { audit, persoon } = openProefaudit(geheugenstore())
  const [ik, ander] = [persoon(), persoon()]
  const haalAdres: Bevraging<typeof ik, string> = async (bewijs, wie) => {
    eisBewijs(bewijs, wie)
    return 'Lindelaan 1'
  }
  // @ts-expect-error a proof is not made by hand
  const nagemaakt: Verwerkingsbewijs = { doel: 'gegevens-tonen', gegevens: ['adres'] }
  await assert.rejects(haalAdres(nagemaakt, ik), { reden: 'bewijs-verlopen' })
  let bewaard: Verwerkingsbewijs | undefined
  await audit.metVerwerking(proefverwerking(ik), async (bewijs) => {
    bewaard = bewijs
    assert.equal(await haalAdres(bewijs, ik), 'Lindelaan 1')
    await assert.rejects(haalAdres(bewijs, ander), { reden: 'bewijs-van-ander' })
    await assert.rejects(haalAdres({ ...bewijs }, ik), { reden: 'bewijs-verlopen' })
  })
  assert.ok(bewaard)
  await assert.rejects(haalAdres(bewaard, ik), { reden: 'bewijs-verlopen' })
})

test('a purpose covers its own data, people and roles, and nothing else', async () => {
  const store = geheugenstore()
  const { audit, persoon } = openProefaudit(store)
  const ik = persoon()
  const door = proefmedewerker()
  const gevallen = [
    [proefverwerking(ik, { doel: 'nieuwsgierigheid' }), 'doel-onbekend'],
    [proefverwerking(ik, { gegevens: ['inkomen'] }), 'gegevens-buiten-doel'],
    [proefverwerking(ik, { gegevens: [] }), 'gegevens-buiten-doel'],
    [proefverwerking(ik, { door: { soort: 'taak', taak: 'nacht' } }), 'handelende-buiten-doel'],
    [proefverwerking(ik, { door: { ...door, rol: 'beheer' } }), 'rol-buiten-doel'],
    [proefverwerking(ik, { betrokkenen: [] }), 'geen-betrokkene'],
  ] as const
  for (const [verwerking, reden] of gevallen) {
    await assert.rejects(
      audit.metVerwerking(verwerking, async () => assert.fail('opgehaald')),
      (fout) => fout instanceof VerwerkingGeweigerd && fout.reden === reden,
    )
  }
  assert.equal(store.geschreven.length, 0)
  // One line per person; a search that found nobody stands with the organisation.
  await audit.metVerwerking(proefverwerking(ik, { betrokkenen: [ik, persoon(), ik], door }), async () => {})
  await audit.metVerwerking(proefverwerking(ik, { betrokkenen: [], door }), async () => {})
  const begonnen = store.geschreven.filter(({ soort }) => soort === 'verwerking')
  assert.equal(begonnen.length, 3)
  assert.equal(begonnen[2]?.onderwerp, 'organisatie:gemeente-utrecht')
  // The role stands beside it for ever; who it was and why goes with the payload.
  assert.match(begonnen[0]?.codes ?? '', /"rol":"klantcontact"/)
  assert.ok(!JSON.stringify(begonnen.map(({ codes }) => codes)).includes('m-17'))
  // @ts-expect-error nobody acts as a professional without a reason that was stated
  const zonder: typeof door = {
    soort: 'medewerker',
    medewerker: 'm',
    organisatie: door.organisatie,
    rol: 'x',
  }
  assert.equal(zonder.soort, 'medewerker')
})

test('a seal opens at its own place, under its own key, and for nobody else', () => {
  let geheimen = ['oud geheim van minstens 32 tekens lang']
  const ring = openSleutelring(() => geheimen)
  const plek = { tabel: 't', rij: '1', doel: 'bsn' }
  const zegel = verzegel(ring, plek, 'waarde', { toeval: randomBytes })
  assert.equal(ontzegel(ring, plek, zegel), 'waarde')
  for (const anders of [{ tabel: 'u' }, { rij: '2' }, { doel: 'kvk' }])
    assert.throws(() => ontzegel(ring, { ...plek, ...anders }, zegel))
  fc.assert(
    fc.property(fc.nat(zegel.cijfer.length * 8 - 1), (bit) => {
      const stuk = Buffer.from(zegel.cijfer)
      stuk[bit >> 3] = (stuk[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      assert.throws(() => ontzegel(ring, plek, { ...zegel, cijfer: stuk }))
    }),
    { seed: 3 },
  )
  // A new secret in front: old seals open, new ones carry another kid. Without the old one they say which is missing.
  geheimen = ['nieuw geheim van minstens 32 tekens', ...geheimen]
  const later = openSleutelring(() => geheimen)
  assert.equal(ontzegel(later, plek, zegel), 'waarde')
  assert.notEqual(later.actief(), zegel.kid)
  geheimen = geheimen.slice(0, 1)
  assert.throws(
    () =>
      ontzegel(
        openSleutelring(() => geheimen),
        plek,
        zegel,
      ),
    SleutelOntbreekt,
  )
  assert.ok(!ring.heeft('k0'))
})

test('a running server finds a key that another process just made', () => {
  let geheimen = ['oud geheim van minstens 32 tekens lang']
  const ring = openSleutelring(() => geheimen)
  geheimen = ['nieuw geheim van minstens 32 tekens', ...geheimen]
  const kid = openSleutelring(() => geheimen).actief()
  assert.ok(ring.heeft(kid))
  assert.equal(ring.leid(kid, 'x').length, 32)
})

test('the attributes of the log are those of the standard, with the person encrypted', () => {
  const { ring, persoon } = openProefaudit(geheugenstore())
  const ik = persoon()
  const [activiteit] = proefregister().alle()
  assert.ok(activiteit)
  const bron = { ring, toeval: randomBytes, registerUri: 'https://x.example/verwerkingen' }
  const attributen = ldvAttributen(bron, activiteit, ik)
  assert.equal(
    attributen['dpl.core.processing_activity_id'],
    'https://x.example/verwerkingen/gegevens-tonen/1',
  )
  const aanroep = { spanId: 'b7ad6b7169203331', door: new URL('https://y.example/log') }
  const gevraagd = ldvAttributen(bron, activiteit, ik, aanroep)
  assert.equal(gevraagd['dpl.core.foreign_operation.processor'], 'https://y.example/log')
  assert.equal(gevraagd['dpl.core.foreign_operation.span_id'], 'b7ad6b7169203331')
  const subject = attributen['dpl.core.data_subject_id'] ?? ''
  assert.ok(!subject.includes(ik))
  assert.notEqual(subject, ldvAttributen(bron, activiteit, ik)['dpl.core.data_subject_id'])
  assert.equal(openDataSubjectId(ring, subject), ik)
})

test('trace context comes in and goes out as the standard writes it', () => {
  const kop = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00'
  const spoor = leesTraceparent(kop)
  assert.deepEqual(spoor, { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' })
  for (const fout of [
    undefined,
    '',
    'x',
    `ff${kop.slice(2)}`,
    kop.replace('0af7651916cd43dd8448eb211c80319c', '0'.repeat(32)),
    kop.replace('b7ad6b7169203331', '0'.repeat(16)),
    kop.toUpperCase(),
  ])
    assert.equal(leesTraceparent(fout), undefined, fout)
  assert.deepEqual(leesTraceparent(traceparent(nieuwSpoor(randomBytes)))?.traceId.length, 32)
})

test('a retention term ends on the same day of an earlier month, or on its last day', () => {
  const grens = (termijn: string, nu: string) =>
    grensVan({ regel: 'B', termijn }, new Date(nu)).toISOString().slice(0, 10)
  assert.equal(grens('P1Y', '2028-02-29T12:00:00Z'), '2027-02-28')
  assert.equal(grens('P1M', '2026-03-31T12:00:00Z'), '2026-02-28')
  assert.equal(grens('P90D', '2026-03-31T12:00:00Z'), '2025-12-31')
  assert.equal(grens('P1Y6M', '2026-03-01T12:00:00Z'), '2024-09-01')
  for (const fout of ['', 'P', 'P0D', '5 jaar', 'P1W'])
    assert.throws(() => grens(fout, '2026-01-01T00:00:00Z'), fout)
})

test('a root changes with every leaf, with their order, and with their number', () => {
  const bladen = fc.array(fc.uint8Array({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(bladen, fc.nat(), (lijst, plaats) => {
      const wortel = merkleWortel(lijst)
      assert.ok(merkleWortel([...lijst]).equals(wortel))
      assert.ok(!merkleWortel([...lijst, Uint8Array.of(1)]).equals(wortel))
      const anders = lijst.map((blad, i) => (i === plaats % lijst.length ? Uint8Array.of(...blad, 9) : blad))
      assert.ok(!merkleWortel(anders).equals(wortel))
    }),
    { seed: 5 },
  )
  // RFC 6962: the hash of an empty tree is the hash of nothing; a leaf cannot pose as a node.
  assert.match(merkleWortel([]).toString('hex'), /^e3b0c442/)
})

test('what is done in one go is written before it is done, and its ends with what comes next', async () => {
  const store = geheugenstore()
  const keren: number[] = []
  const { audit, persoon } = openProefaudit({
    ...store,
    schrijf: (...wat) => {
      keren.push(wat[0].length)
      return store.schrijf(...wat)
    },
  })
  const ik = persoon()
  const verwerking = proefverwerking(ik)
  const soorten = () => store.geschreven.map(({ soort }) => soort)
  let binnen: Verwerkingsbewijs | undefined
  await audit.ineens(({ metVerwerkingen }) =>
    metVerwerkingen([verwerking], async () => {
      assert.deepEqual(soorten(), ['verwerking'])
      await metVerwerkingen([verwerking], async ([bewijs]) => {
        binnen = bewijs
        assert.deepEqual(soorten(), ['verwerking', 'verwerking'])
      })
      // Its end is not written yet, and still nothing more can be fetched with it.
      assert.throws(() => binnen && eisBewijs(binnen, ik))
      await metVerwerkingen([verwerking], async () => {
        assert.deepEqual(soorten(), ['verwerking', 'verwerking', 'afgerond', 'verwerking'])
      })
    }),
  )
  assert.deepEqual(keren, [1, 1, 2, 2])
  assert.equal(soorten().filter((soort) => soort === 'afgerond').length, 3)
})

test('in one go, when the log cannot be written, nothing is fetched, and no end is lost when it can be again', async () => {
  const store = geheugenstore()
  const { audit, persoon } = openProefaudit(store)
  const verwerking = proefverwerking(persoon())
  const gedaan: string[] = []
  await audit.ineens(async ({ metVerwerkingen }) => {
    await metVerwerkingen([verwerking], async () => void gedaan.push('een'))
    store.isStuk = true
    await assert.rejects(metVerwerkingen([verwerking], async () => void gedaan.push('twee')))
    store.isStuk = false
  })
  assert.deepEqual(gedaan, ['een'])
  assert.deepEqual(
    store.geschreven.map(({ soort }) => soort),
    ['verwerking', 'afgerond'],
  )
})
