import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import type { GevraagdeTaak, Zaakbeeld } from '../zaken/index.ts'
import { keurPagina, leesbaar } from './proefkeuring.ts'
import { proefportaal } from './proefportaal.ts'
import { type Bezoeker, proefdag } from './proefweb.ts'
import { maakProefzaken, proefdatum, proefuuid, proefzaak, ref } from './proefzaken.ts'
import { adres, talen } from './routes.ts'

const zaakpad = `/mijn/zaken/gemeente-GM0599/${proefuuid(7)}`
const taakpad = `${zaakpad}/taken/${proefuuid(70)}`

function taak(deel: Partial<GevraagdeTaak> = {}): GevraagdeTaak {
  return {
    uuid: proefuuid(70),
    titel: { nl: 'Stuur uw loonstrook', en: 'Send your payslip' },
    status: 'open',
    zaak: proefuuid(7),
    uitvoering: {
      soort: 'upload',
      elders: new URL('https://rotterdam.example/doe'),
      maxBestanden: 2,
      maxOmvang: 5_000_000,
      formaten: ['pdf'],
    },
    ...deel,
  }
}

const inzending = {
  nummer: 57,
  op: new Date('2026-02-20T12:05:00Z'),
  bron: proeforganisatie('gemeente-GM0599'),
  zaak: proefuuid(7),
  taak: proefuuid(70),
  bestanden: ['loonstrook.pdf'],
}

function opzet(zaak: Partial<Zaakbeeld>, taken: readonly GevraagdeTaak[] = []) {
  const proef = maakProefzaken({
    zaken: [proefzaak(7, { ref: ref(7), ...zaak })],
    ...(taken.length > 0 && { taken: () => taken }),
    lever: () => ({ status: 'fout', soort: 'storing', sinds: proefdag }),
  })
  return proefportaal(proef)
}

async function lees(bezoeker: Bezoeker, pad: string): Promise<string> {
  const { statusCode, body } = await bezoeker.haal(pad)
  assert.equal(statusCode, 200, pad)
  assert.deepEqual(keurPagina(body), [], pad)
  return leesbaar(body)
}

const besloten = {
  groep: 'beslist',
  doet: 'niemand',
  verwacht: [{ soort: 'gepland', datum: proefdatum('2026-03-04') }],
} as const

test('a decided case says that there is a decision, and what a planned day still means', async () => {
  const ik = await opzet(besloten).inwoner()
  const tekst = await lees(ik, zaakpad)
  assert.match(tekst, /Er is een besluit/)
  assert.doesNotMatch(tekst, /Nu hoeft niemand iets te doen/)
  assert.match(tekst, /4 maart 2026 \(dan wil de organisatie de zaak afsluiten\)/)
  const zonder = await lees(await opzet({ ...besloten, verwacht: [] }).inwoner(), zaakpad)
  assert.match(zonder, /Wanneer De organisatie heeft al besloten\./)
  const loopt = await lees(await opzet({}).inwoner(), zaakpad)
  assert.match(loopt, /9 maart 2026 \(plan van de organisatie\)/)
})

test('what was sent stands with the task, and then it lies with the organisation until it takes a step', async () => {
  const gedaan = taak({ status: 'afgerond', verstuurd: [inzending] })
  for (const zaak of [besloten, { groep: 'wacht-op-u', doet: 'u' }] as const) {
    const tekst = await lees(await opzet(zaak, [gedaan]).inwoner(), zaakpad)
    assert.match(
      tekst,
      /Dit ligt nu bij Gemeente Rotterdam U stuurde op 20 februari 2026 wat de organisatie vroeg/,
    )
    assert.doesNotMatch(tekst, /U moet/)
    assert.match(tekst, /Wat de organisatie u vroeg/)
    assert.doesNotMatch(tekst, /Wat de organisatie van u vraagt/)
    assert.match(
      tekst,
      /U stuurde dit bestand: loonstrook\.pdf\. .*20 februari 2026 om 13:05.*bewijsnummer is 57/,
    )
  }
  // Also under the documents, with the same number; a form is no document.
  const papieren = (tekst: string) => tekst.slice(tekst.lastIndexOf('Documenten'))
  const metBestand = await lees(await opzet({}, [gedaan]).inwoner(), zaakpad)
  assert.match(
    papieren(metBestand),
    /Wat u stuurde omdat het gevraagd werd .*loonstrook\.pdf.*bewijsnummer is 57/,
  )
  const formulier = taak({ status: 'afgerond', verstuurd: [{ ...inzending, bestanden: [] }] })
  assert.doesNotMatch(await lees(await opzet({}, [formulier]).inwoner(), zaakpad), /omdat het gevraagd werd/)
  // A step after that, or a task that is still open, says more.
  const later = { groep: 'wacht-op-u', doet: 'u', statusOp: proefdatum('2026-02-21') } as const
  assert.match(await lees(await opzet(later, [gedaan]).inwoner(), zaakpad), /U moet nu iets doen/)
  const nogEen = taak({ uuid: proefuuid(71) })
  assert.match(await lees(await opzet({}, [gedaan, nogEen]).inwoner(), zaakpad), /U moet nu iets doen/)
})

test('the page of a task and of a question name the case and its number, in three languages', async () => {
  const ik = await opzet({}, [taak({ verstuurd: [inzending] })]).inwoner()
  const delen = { bron: 'gemeente-GM0599', zaak: proefuuid(7) }
  for (const taal of talen)
    for (const pad of [
      adres(taal, 'taak', { ...delen, taak: proefuuid(70) }),
      adres(taal, 'zaakVraag', delen),
    ]) {
      const tekst = await lees(ik, pad)
      assert.match(tekst, /Z-2026-7/, pad)
      assert.match(tekst, /(Bijstand|Social assistance) 7/, pad)
    }
  assert.match(await lees(ik, taakpad), /bewijsnummer is 57/)
})

test('a channel has a word in the language of the page where most registers call it the same', async () => {
  const contact = (kanaal: string) => ({
    id: proefuuid(1),
    op: proefdag,
    kanaal,
    onderwerp: 'Vraag',
    zaken: [proefuuid(7)],
  })
  const proef = maakProefzaken({ zaken: [proefzaak(7, { ref: ref(7) })] })
  const contacten = ['portaal', 'Kiosk'].map(contact)
  const { inwoner } = proefportaal({
    ...proef,
    contacten: async () => ({ status: 'ok', gegevens: { contacten, isVolledig: true }, op: proefdag }),
  })
  const tekst = await lees(
    await inwoner(),
    adres('en', 'zaak', { bron: 'gemeente-GM0599', zaak: proefuuid(7) }),
  )
  assert.match(tekst, /by this portal/)
  assert.match(tekst, /by Kiosk/)
})

test('an empty file is called empty, and after a failure somebody is told to choose the file again', async () => {
  const { app, inwoner } = opzet({}, [taak()])
  const ik = await inwoner()
  const stuur = async (...bestanden: readonly File[]) => {
    const delen = new FormData()
    for (const een of bestanden) delen.append('bestand', een)
    const verzoek = new Request('http://x', { method: 'POST', body: delen })
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: taakpad,
      headers: {
        accept: 'text/html',
        cookie: ik.koekjes,
        'content-type': verzoek.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await verzoek.arrayBuffer()),
    })
    assert.deepEqual(keurPagina(body), [])
    return [statusCode, leesbaar(body)] as const
  }
  const pdf = new File(['%PDF-1.7'], 'strook.pdf', { type: 'application/pdf' })
  for (const [bestanden, zin] of [
    [[new File([], '')], /Kies een bestand\./],
    [[new File([], 'strook.pdf')], /In een bestand zit niets/],
    [[pdf, new File([], 'tweede.pdf')], /In een bestand zit niets/],
  ] as const) {
    const [status, tekst] = await stuur(...bestanden)
    assert.equal(status, 400)
    assert.match(tekst, zin)
  }
  const [status, tekst] = await stuur(pdf)
  assert.equal(status, 503)
  assert.match(tekst, /niet aangekomen.*Kies uw bestand nog een keer/)
})
