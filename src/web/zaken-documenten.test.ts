import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keurPagina, leesbaar } from './proefkeuring.ts'
import { proefportaal } from './proefportaal.ts'
import { type Bezoeker, proefdag } from './proefweb.ts'
import { maakProefzaken, proefuuid } from './proefzaken.ts'

const bijstand = '/mijn/zaken/gemeente-GM0599'
const pdf = Buffer.from('%PDF-1.7\nproef')

test('a paper is always a download, never a page of ours, whatever its source calls it', async () => {
  const document = {
    bestandsnaam: '../"rapport".html',
    formaat: 'text/html',
    inhoud: Buffer.from('<script>alert(1)</script>'),
  }
  const { inwoner } = proefportaal(
    maakProefzaken({ document: () => ({ status: 'ok', gegevens: document, op: proefdag }) }),
  )
  const { statusCode, headers, body } = await (await inwoner()).haal(
    `${bijstand}/${proefuuid(1)}/documenten/${proefuuid(501)}`,
  )
  assert.equal(statusCode, 200)
  assert.equal(headers['content-type'], 'application/octet-stream')
  assert.equal(headers['content-disposition'], 'attachment; filename="rapport.bin"')
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['cache-control'], 'no-store')
  assert.equal(body, '<script>alert(1)</script>')
})

async function stuurBestand(
  bezoeker: Bezoeker,
  app: ReturnType<typeof proefportaal>['app'],
  velden: Readonly<Record<string, string | File>>,
) {
  const delen = new FormData()
  for (const [naam, waarde] of Object.entries(velden)) delen.append(naam, waarde)
  const verzoek = new Request('http://x', { method: 'POST', body: delen })
  return app.inject({
    method: 'POST',
    url: `${bijstand}/${proefuuid(2)}/documenten`,
    headers: {
      accept: 'text/html',
      cookie: bezoeker.koekjes,
      'content-type': verzoek.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await verzoek.arrayBuffer()),
  })
}

test('a paper is added by what it is, not by what it says it is; with a fault nothing typed is lost, and sent twice it is one', async () => {
  const zaken = maakProefzaken()
  const { app, inwoner } = proefportaal(zaken)
  const bezoeker = await inwoner()
  const vorm = (await bezoeker.haal(`${bijstand}/${proefuuid(2)}`)).body
  const kenmerk = /name="kenmerk" value="([^"]+)"/.exec(vorm)?.[1] ?? ''
  const fout = async (velden: Readonly<Record<string, string | File>>, zin: RegExp): Promise<void> => {
    const { statusCode, body } = await stuurBestand(bezoeker, app, { kenmerk, ...velden })
    assert.equal(statusCode, 400)
    assert.match(leesbaar(body), zin)
    assert.match(body, /<details[^>]*id="toevoegen" open>/)
    assert.ok(body.includes(`value="${kenmerk}"`))
    assert.ok(body.includes('href="/en/mijn/zaken/gemeente-GM0599/'))
    assert.deepEqual(keurPagina(body), [])
    if (velden.titel === 'loonstrook') assert.match(body, /name="titel" value="loonstrook"/)
  }
  const goed = new File([pdf], 'strook.pdf', { type: 'application/pdf' })
  await fout({ titel: ' ', bestand: goed }, /Vul in wat het is/)
  await fout({ titel: 'loonstrook', bestand: new File([], '') }, /Kies een bestand/)
  await fout({ titel: 'loonstrook' }, /Kies een bestand/)
  await fout({ titel: 'loonstrook', bestand: new File([], 'strook.pdf') }, /In dit bestand zit niets/)
  await fout({ titel: '', bestand: goed }, /Vul in wat het is\. Kies uw bestand nog een keer/)
  const vermomd = new File(['MZ'], 'strook.pdf', { type: 'application/pdf' })
  await fout({ titel: 'loonstrook', bestand: vermomd }, /Dit soort bestand kan niet/)
  const groot = new File([pdf, Buffer.alloc(10 * 1024 * 1024)], 'g.pdf')
  await fout({ titel: 'loonstrook', bestand: groot }, /Het bestand is te groot/)
  const reusachtig = new File([pdf, Buffer.alloc(12 * 1024 * 1024)], 'g.pdf')
  await fout({ titel: 'loonstrook', bestand: reusachtig }, /Het bestand is te groot/)
  assert.equal(zaken.toegevoegd.length, 0)

  const naamloos = new File([pdf], 'C:\\x\\strook.exe', { type: 'text/html' })
  const { statusCode, headers } = await stuurBestand(bezoeker, app, {
    kenmerk,
    titel: 'loonstrook',
    bestand: naamloos,
  })
  assert.equal(statusCode, 303)
  assert.equal(headers.location, `${bijstand}/${proefuuid(2)}?gedaan=toegevoegd#documenten`)
  assert.deepEqual(
    zaken.toegevoegd.map((nieuw) => ({ ...nieuw, inhoud: Buffer.from(nieuw.inhoud) })),
    [
      {
        titel: 'loonstrook',
        bestandsnaam: 'strook.pdf',
        formaat: 'application/pdf',
        inhoud: pdf,
        datum: '2026-03-01',
        kenmerk,
      },
    ],
  )
})

test('when the organisation does not take it, the page says so, keeps the words and the mark that makes it one', async () => {
  const stil = { status: 'fout', soort: 'onbereikbaar', sinds: proefdag } as const
  const zaken = maakProefzaken({ voegToe: () => stil })
  const { app, inwoner } = proefportaal(zaken)
  const bezoeker = await inwoner()
  const velden = { titel: 'loonstrook', bestand: new File([pdf], 'a.pdf') }
  const { statusCode, body } = await stuurBestand(bezoeker, app, velden)
  assert.equal(statusCode, 503)
  assert.match(leesbaar(body), /Uw document is niet aangekomen/)
  assert.match(body, /value="loonstrook"/)
  assert.ok(body.includes(`name="kenmerk" value="${zaken.toegevoegd[0]?.kenmerk}"`))
})
