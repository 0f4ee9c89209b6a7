import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bijlageKop, soortVan, veiligeNaam } from './bestand.ts'

const pdf = Buffer.from('%PDF-1.7\n')
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])
const html = Buffer.from('<html><script>')

test('a file is what its first bytes say', () => {
  assert.equal(soortVan(pdf)?.mime, 'application/pdf')
  assert.equal(soortVan(png)?.mime, 'image/png')
  assert.equal(soortVan(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))?.mime, 'image/jpeg')
  for (const niet of [html, Buffer.alloc(0), Buffer.from('%PD'), Buffer.from(' %PDF-')])
    assert.equal(soortVan(niet), undefined)
})

test('a name leads nowhere else, turns nothing around, and ends as its content is', () => {
  for (const [naam, inhoud, goed] of [
    ['brief.pdf', pdf, 'brief.pdf'],
    ['../../etc/passwd', pdf, 'passwd.pdf'],
    ['C:\\map\\Beschikking é.PDF', pdf, 'Beschikking é.pdf'],
    ['foto.pdf', png, 'foto.png'],
    ['virus.exe', html, 'virus.bin'],
    ['pagina.html', html, 'pagina.bin'],
    ['gnp.\u202efdp.exe', pdf, 'gnp.fdp.pdf'],
    ['a"\r\nSet-Cookie: x=1.pdf', pdf, 'aSet-Cookie x=1.pdf'],
    ['.htaccess', html, 'htaccess.bin'],
    ['con.pdf', pdf, 'document.pdf'],
    ['', pdf, 'document.pdf'],
    ['brief.docx', Buffer.from('PK'), 'brief.docx'],
  ] as const)
    assert.equal(veiligeNaam(naam, inhoud), goed, naam)
})

test('whatever it is called, the header is one line that every browser reads, and says attachment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (naam) => {
      const kop = bijlageKop(veiligeNaam(naam, pdf))
      assert.match(kop, /^attachment; filename="[\x20-\x7e]+\.pdf"(; filename\*=UTF-8''[\w.!~%-]+)?$/)
    }),
  )
})
